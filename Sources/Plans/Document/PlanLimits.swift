/// Bounds on a plan.
package enum PlanLimits {
  /// Bytes of a document.
  package static let bytesMax = 512 * 1024
  /// Nobody follows more under pressure; a longer list is two plans.
  package static let stepsMax = 500
  package static let contactsMax = 200
  package static let communicationsMax = 50
  /// Texts that are held ready.
  package static let wordsMax = 50
  /// Scalars of a name.
  package static let nameScalarsMax = 60
  /// Steps that one step may wait for.
  package static let predecessorsMax = 50
  /// A month.
  package static let withinSecondsMax = 31 * 86_400
  /// Plans of one record.
  package static let plansMax = 2_000
}
