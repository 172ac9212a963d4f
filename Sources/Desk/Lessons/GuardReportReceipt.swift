package import Postmortems

/// What became of a guard's report.
package struct GuardReportReceipt: Hashable, Sendable {
  package var receipt: WriteReceipt
  /// False where the same was recorded shortly before.
  package var isRecorded: Bool
  /// The action that was opened again by it; nil also where the caller may not know of it.
  package var reopened: ActionID?
}

/// A guard of the record that the server checks.
package struct ScheduledGuard: Sendable {
  package var declaration: GuardDeclaration
  package var everyMinutes: Int
  /// Seconds since it was last recorded; nil: never.
  package var secondsSinceResult: Double?
}
