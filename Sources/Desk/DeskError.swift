package import Accounts

/// Why the desk did not do what it was asked.
package struct DeskError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    case emptyDocument
    case limitPassed(limit: Int, actual: Int)
    case unknownIncident
    /// The document names an incident that looks like another one.
    case otherIncident
    /// Others kept changing the same things.
    case busy
    /// The caller's role, or their token, does not go so far.
    case notAllowed(Permission)
    /// Somebody changed it since the caller saw it.
    case staleVersion(expected: Int64, actual: Int64)
    /// The same key came with another request.
    case keyReused
    /// The key is empty, too long, or not printable.
    case invalidKey
    case unknownMaintenance
    case unknownPostmortem
    case unknownGuard
    case unknownChecklist
    case unknownPlan
    case unknownScenario
    case unknownDrill
    /// The drill has no such file, or what it comes with has not come.
    case unknownFile
    case unknownPerson
    case unknownReading
    /// The postmortem never had that version.
    case unknownVersion
    /// Somebody wrote the section since the caller saw it: what the caller wrote, what stands there, what both began with.
    case staleSection(mine: String, theirs: String, base: String)
    /// The name of a file says nothing, or no files can be taken here.
    case invalidEvidence
  }

  package let code: Code
  /// The document, or the file.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String

  package init(_ code: Code, place: String, message: String, hint: String) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(place): \(message); \(hint)" }
}
