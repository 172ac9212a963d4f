package import Foundation

/// The answers of one round that are in memory: an event goes in, what to do comes out.
///
/// What is written is always of five answers or more, chosen by chance among ten or more, or all that are left at the end.
/// So no two states of what is stored differ by fewer than five answers, whoever compares them.
package struct SurveyPool: Sendable {
  package enum Event: Sendable {
    /// Its ticket was checked, and is none that was used before.
    case answer(ticket: Data, SurveyAnswers)
    /// What was to be written could not be.
    case notWritten(Batch)
    /// The round is over, or the server is about to stop.
    case end
  }

  package enum Action: Sendable, Equatable {
    /// The answer waits now.
    case taken
    /// An answer with this ticket waits already, and is the one that counts.
    case alreadyTaken
    case write(Batch)
    /// Too few to be written: they are forgotten where the round is over.
    case leave(count: Int)
  }

  /// Answers that are written together: their sums, and the tickets that are used up by them, in the order of their bytes.
  package struct Batch: Sendable, Equatable {
    package let sums: SurveySums
    package let tickets: [Data]
    fileprivate let answers: [Data: SurveyAnswers]

    fileprivate init(_ answers: [Data: SurveyAnswers]) {
      self.answers = answers
      sums = SurveySums(of: Array(answers.values))
      tickets = answers.keys.sorted { $0.lexicographicallyPrecedes($1) }
    }
  }

  /// By ticket, so that nothing tells the order in which they came.
  private var waiting: [Data: SurveyAnswers] = [:]

  package init() {}

  package var count: Int { waiting.count }

  package mutating func handle(_ event: Event, using generator: inout some RandomNumberGenerator) -> [Action] {
    switch event {
    case .answer(let ticket, let answers):
      guard waiting[ticket] == nil else { return [.alreadyTaken] }
      waiting[ticket] = answers
      guard waiting.count >= SurveyLimits.waitingBeforeWriting else { return [.taken] }
      let chosen = waiting.keys.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &generator)
      return [.taken, .write(take(chosen.prefix(SurveyLimits.batch)))]
    case .notWritten(let batch):
      waiting.merge(batch.answers) { first, _ in first }
      return []
    case .end:
      guard waiting.count >= SurveyLimits.answersMin else { return [.leave(count: waiting.count)] }
      return [.write(take(waiting.keys))]
    }
  }

  package mutating func handle(_ event: Event) -> [Action] {
    var generator = SystemRandomNumberGenerator()
    return handle(event, using: &generator)
  }

  private mutating func take(_ tickets: some Collection<Data>) -> Batch {
    var taken: [Data: SurveyAnswers] = [:]
    for ticket in Array(tickets) { taken[ticket] = waiting.removeValue(forKey: ticket) }
    return Batch(taken)
  }
}
