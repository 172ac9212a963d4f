package import Findings
package import Plans

/// A plan of the record with what the check finds in it.
package struct KeptPlan: Sendable {
  package var record: PlanRecord
  package var plan: Plan
  package var findings: [Finding]

  package var entry: PlanRegister.Entry { PlanRegister.Entry(plan, findings: findings) }
}
