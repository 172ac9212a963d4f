package import Findings
import Incidents

/// A part that readers need is not there.
package struct MissingPartRule: UpdateRule {
  package let identifier = "missing-part"
  package let severity = FindingSeverity.error
  package let summary = "a part that readers need is not there"
  package let reason = "Each of these is asked by hundreds of people at once when it is left out, and answered by none."
  package let question = "What would somebody who depends on this ask first?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    Part.allCases.compactMap { part in
      guard let severity = part.severity(in: reading), part.isMissing(in: reading) else { return nil }
      return reading.finding(
        self, in: part.field, part.message(in: reading), severity: severity, question: part.question(in: reading),
        fix: part.fix(in: reading))
    }
  }

  /// The parts, in the order in which readers ask.
  private enum Part: CaseIterable {
    case broken, affected, since, doing, meanwhile, nextWord, apology

    var field: UpdateField {
      switch self {
      case .broken: .broken
      case .affected: .affected
      case .since: .since
      case .doing: .doing
      case .meanwhile: .meanwhile
      case .nextWord: .nextBy
      case .apology: .apology
      }
    }

    /// How much its absence weighs; nil where it is not asked for.
    func severity(in reading: UpdateReading) -> FindingSeverity? {
      let isForCustomers = reading.context.audience == .customers
      let isOver = reading.context.state == .resolved
      switch self {
      case .broken: return .error
      case .affected: return isForCustomers && !isOver ? .error : .warning
      case .since: return .warning
      case .doing: return isOver ? nil : .error
      case .meanwhile: return isForCustomers ? .warning : nil
      case .nextWord: return isOver ? nil : .error
      case .apology: return isForCustomers ? .error : nil
      }
    }

    func isMissing(in reading: UpdateReading) -> Bool {
      switch self {
      case .broken, .doing, .meanwhile: reading[field] == nil
      // A number beside what is broken says for whom: `fails for about one order in three`.
      case .affected: reading[.affected] == nil && !(reading[.broken]?.sentences.contains(where: countsPeople) ?? false)
      case .since: reading.update.since == nil
      case .nextWord: reading.update.nextBy == nil
      case .apology: reading[.apology] == nil && !reading.sentences.contains { Apology.isMade(in: $0.sentence) }
      }
    }

    private func countsPeople(_ sentence: Sentence) -> Bool {
      ClauseWords.hasNumber(sentence) && sentence.words.contains { ["for", "of", "everyone", "all"].contains($0.text) }
    }

    func message(in reading: UpdateReading) -> String {
      let isOver = reading.context.state == .resolved
      return switch self {
      case .broken: isOver ? "nothing says what was broken" : "nothing says what is broken"
      case .affected: isOver ? "nothing says who was affected" : "nothing says who is affected"
      case .since: "nothing says since when"
      case .doing: "nothing says what we are doing"
      case .meanwhile:
        isOver ? "nothing says what readers should check now" : "nothing says what people can do meanwhile"
      case .nextWord: "nothing says when the next word comes"
      case .apology: "nothing says that we are sorry"
      }
    }

    func question(in reading: UpdateReading) -> String {
      let isOver = reading.context.state == .resolved
      return switch self {
      case .broken: "What do people see when they try, in their words?"
      case .affected: "Who exactly, and how many: everyone, one in three, those who pay by card?"
      case .since:
        reading.context.hasImpactStart
          ? "The incident knows since when; should the update say so?"
          : "When did the first person feel it, as far as it is known?"
      case .doing: "What is being done at this moment, in one sentence?"
      case .meanwhile:
        isOver
          ? "Is anything left to check, to repeat or to expect? If nothing, say so."
          : "Is there another way, or something better left alone? 'Nothing' is an answer too."
      case .nextWord: "When will we write again at the latest, even if nothing has changed?"
      case .apology: "What did this cost the people who read it?"
      }
    }

    func fix(in reading: UpdateReading) -> String? {
      let isOver = reading.context.state == .resolved
      return switch self {
      case .broken: isOver ? "Paying by card failed for about one order in three." : "Paying by card fails."
      case .affected: "Everyone who pays by card; paying by invoice works."
      case .since: nil
      case .doing: "We have stopped this morning's change and are counting payments again."
      case .meanwhile: isOver ? "Nothing; charges made twice come back by themselves." : "Nothing; no order is lost."
      case .nextWord: nil
      case .apology: "We are sorry."
      }
    }
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("⟦⟧", in: .broken, why: "the first question of all"),
      UpdateExample("⟦⟧ - ", in: .doing, why: "a dash is not an answer"),
      UpdateExample("⟦⟧", in: .meanwhile, why: "people wait, or try again and again"),
      UpdateExample("⟦⟧", in: .since, why: "nobody can tell whether their trouble is this one"),
      UpdateExample("⟦⟧", in: .nextBy, why: "people ask until they know when they will hear"),
      UpdateExample("⟦⟧", in: .apology, why: "customers were harmed"),
      UpdateExample("⟦⟧", in: .affected, why: "everybody takes it to be them") { $1.broken = "Paying by card fails." },
      UpdateExample("⟦⟧", in: .meanwhile, state: .resolved, why: "is anything left to check?"),
      UpdateExample("", in: .affected, why: "what is broken says for whom: about one order in three"),
      UpdateExample("Nothing.", in: .meanwhile, why: "an answer too"),
      UpdateExample("Not known yet; we are counting.", in: .affected, why: "an honest answer"),
      UpdateExample("", in: .apology, for: .internal, why: "colleagues need facts"),
      UpdateExample("", in: .apology, why: "said elsewhere") { $1.more = "We are sorry." },
      UpdateExample("", in: .nextBy, state: .resolved, why: "it is over"),
    ]
  }
}
