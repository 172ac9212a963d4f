/// The addresses of the survey on safety to speak, and of what helps whoever leads.
package enum SafetyPath: Sendable, Hashable {
  case results
  /// Where one answers; without a round, the one that waits.
  case answer(Int? = nil)
  /// How answers are kept from leading to a person.
  case why
  /// Where answers are sent: it knows nobody who sends them.
  case answers
  /// Where a browser that cannot blind a ticket draws one.
  case ticketHere(Int)
  /// Where a sentence is tried before it is said.
  case rephrase

  package var text: String {
    switch self {
    case .results: "/safety"
    case .answer(let round): "/safety/answer" + QueryText.text([("round", round.map(String.init))])
    case .why: "/safety/why"
    case .answers: "/safety/answers"
    case .ticketHere(let round): "/safety/rounds/\(round)/ticket-here"
    case .rephrase: "/rephrase"
    }
  }
}
