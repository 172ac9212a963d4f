/// Why something about a survey was not done.
///
/// It never holds a ticket, an answer or a key.
package struct SurveyError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    case invalidTeam
    case invalidDays
    case invalidPeople
    /// Two results could be subtracted from each other.
    case overlapping
    case noSuchRound
    /// It is not open: not begun, over, or closed.
    case notOpen
    case notInvited
    /// The person has drawn their ticket.
    case ticketDrawn
    case invalidTicket
    case invalidAnswers
    case limitPassed
    /// This process holds no answers: the server does.
    case needsServer
    case newerSchema
    case busy
    case storage
  }

  package let code: Code
  /// The field, the round or the file.
  package let place: String
  /// The fact, in one lower-case sentence without a full stop.
  package let message: String
  /// What to do.
  package let hint: String?

  package init(_ code: Code, place: String, message: String, hint: String? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  package var description: String { "\(place): \(message)" + (hint.map { "; \($0)" } ?? "") }

  package static func noSuchRound(_ round: Int) -> SurveyError {
    SurveyError(
      .noSuchRound, place: "round \(round)", message: "there is no such round", hint: "list the rounds that there are")
  }
}
