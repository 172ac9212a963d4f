package import Findings
import Incidents

/// Words that fit any incident: nothing stands beside them.
package struct EmptyPhraseRule: UpdateRule {
  package let identifier = "empty-phrase"
  package let severity = FindingSeverity.warning
  package let summary = "a phrase that fits any incident, with no number and no thing beside it"
  package let reason = "Who reads it knows no more than before, and learns that the page is not worth reading."
  package let question = "Which thing, how many, when?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    let isCounted = [UpdateField.affected, .broken].contains { field in
      reading[field]?.sentences.contains(where: ClauseWords.hasNumber) ?? false
    }
    return reading.parts.flatMap { part in
      part.sentences.flatMap { sentence in
        Kind.allCases.flatMap { kind -> [Finding] in
          guard kind != .quantity || !isCounted else { return [] }
          return kind.phrases.all(in: sentence).filter { kind.isEmpty($0, sentence) }.map {
            reading.finding(
              self, in: part.field, at: sentence.span(of: $0), "'\(sentence.text(of: $0))' \(kind.message)",
              question: kind.question, fix: kind.fix)
          }
        }
      }
    }
  }

  private enum Kind: CaseIterable {
    case quantity, trouble, effort, time

    var phrases: PhraseTable {
      switch self {
      case .quantity: EmptyPhrases.quantities
      case .trouble: EmptyPhrases.troubles
      case .effort: EmptyPhrases.efforts
      case .time: EmptyPhrases.times
      }
    }

    /// Whether nothing particular stands beside the phrase.
    func isEmpty(_ range: Range<Int>, _ sentence: Sentence) -> Bool {
      switch self {
      case .quantity:
        // `some accounts, mostly in Asia`
        let isNarrowed =
          sentence.word(range.upperBound) == "," && EmptyPhrases.narrowing.contains(sentence.word(range.upperBound + 1))
        return !isNarrowed && !EmptyPhrases.qualifiers.contains(sentence.word(range.upperBound))
          && !ClauseWords.hasNumber(sentence)
      case .trouble:
        return !ClauseWords.hasNumber(sentence)
          && !ClauseWords.namesAThing(before: range.lowerBound, in: sentence)
          && !ClauseWords.namesAThing(after: range.upperBound - 1, in: sentence)
      case .effort:
        return !ClauseWords.namesAThing(after: range.upperBound - 1, in: sentence, links: ["to", "of"])
      case .time:
        let behind = sentence.word(range.upperBound)
        return !["after", "before", "thereafter", "afterwards"].contains(behind) && !ClauseWords.hasTime(sentence)
      }
    }

    var message: String {
      switch self {
      case .quantity: "could be three people or all of them"
      case .trouble: "says that something is wrong, not what"
      case .effort: "says that there is work, not which"
      case .time: "is no time"
      }
    }

    var question: String {
      switch self {
      case .quantity: "How many, or which ones; and if it is not known, who is counting?"
      case .trouble: "What do people see when they try?"
      case .effort: "What has been done so far, and what is being done now?"
      case .time: "By when at the latest?"
      }
    }

    var fix: String {
      switch self {
      case .quantity: "About one order in three; everyone who pays by card."
      case .trouble: "Paying by card fails: the page says that the card was refused."
      case .effort: "We have stopped this morning's change and are counting payments again."
      case .time: "by 16:30 (Berlin)"
      }
    }
  }

  package var examples: [UpdateExample] {
    let uncounted: (inout UpdateContext, inout UpdateText) -> Void = { $1.affected = "Those who pay by card." }
    return [
      UpdateExample("We are ⟦experiencing some technical difficulties⟧.", why: "in what, seen by whom?"),
      UpdateExample("There are ⟦intermittent issues⟧ with our services.", why: "the services are any"),
      UpdateExample("⟦Some users⟧ cannot log in.", why: "three, or half of them?", with: uncounted),
      UpdateExample("We will send the money back ⟦as soon as possible⟧.", in: .more, why: "no time"),
      UpdateExample("More information will follow ⟦shortly⟧.", in: .more, why: "the same"),
      UpdateExample("⟦We are aware⟧ of the problem.", why: "since when, of what?"),
      UpdateExample("Our teams are ⟦working hard⟧ to resolve this.", in: .more, why: "on what?"),
      UpdateExample("Some customers who pay by card are charged twice.", why: "it says which ones", with: uncounted),
      UpdateExample("Some users, about one in ten, cannot log in.", why: "a number stands beside it", with: uncounted),
      UpdateExample("There are intermittent errors when you upload photos.", why: "it says where"),
      UpdateExample("We are aware that card payments fail.", why: "it says of what"),
      UpdateExample("It stopped shortly after 15:50 UTC.", in: .more, why: "a time stands beside it"),
      UpdateExample("We are comparing the payments of today with those of yesterday.", in: .doing, why: "which work"),
    ]
  }
}
