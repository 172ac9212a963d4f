package import Findings

/// One thing that the reviewer looks for in an update; English only.
///
/// Like a ``ReviewRule`` it is its documentation and its tests at once.
package protocol UpdateRule: Sendable {
  /// In kebab case; stands in findings, in recorded releases, and behind `mayday rules`.
  var identifier: String { get }
  var severity: FindingSeverity { get }
  /// What it finds, in one sentence without a full stop.
  var summary: String { get }
  /// Why it matters, in one or two sentences.
  var reason: String { get }
  /// What moves the author on.
  var question: String { get }
  /// Samples that must fire, and as many of the kind that must not.
  var examples: [UpdateExample] { get }

  /// All findings in an update, in any order.
  func check(_ reading: UpdateReading) -> [Finding]
}
