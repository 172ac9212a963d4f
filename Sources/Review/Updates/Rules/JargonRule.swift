import Documents
package import Findings
import Incidents

/// Words of the workshop before people who are not in it.
package struct JargonRule: UpdateRule {
  package let identifier = "jargon"
  package let severity = FindingSeverity.warning
  package let summary = "a word of the workshop that readers outside do not know"
  package let reason = "Readers look for what they see themselves, and cannot tell whether this is their trouble."
  package let question = "What does a person see who uses it?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard [.customers, .stakeholders].contains(reading.context.audience) else { return [] }
    let known = Set(
      reading.context.knownWords.flatMap { name in name.lowercased().split { !$0.isLetter && !$0.isNumber } }
        .map(String.init))
    let knownWhole = Set(reading.context.knownWords.map { $0.lowercased() })
    return reading.partsWithHeadline.flatMap { part -> [Finding] in
      var said: Set<String> = []
      return part.sentences.flatMap { sentence in
        JargonFinder(sentence: sentence).terms.compactMap { term -> Finding? in
          let text = sentence.text(of: term.range)
          let words = term.range.map(sentence.word)
          guard !words.contains(where: known.contains), !knownWhole.contains(text.lowercased()),
            said.insert(text.lowercased()).inserted
          else { return nil }
          return reading.finding(
            self, in: part.field, at: sentence.span(of: term.range), "'\(text)' \(term.kind.message)",
            fix: term.kind.fix)
        }
      }
    }
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("The shop is down because of ⟦DNS⟧.", why: "an abbreviation"),
      UpdateExample("We see a ⟦latency spike⟧ at checkout.", why: "a graph, not what people see"),
      UpdateExample("Checkout answers with ⟦503⟧ errors.", why: "a status code"),
      UpdateExample("⟦payment-service⟧ does not answer.", why: "the name of a service"),
      UpdateExample("⟦app03⟧ has been restarted.", in: .doing, why: "the name of a host"),
      UpdateExample("The ⟦pods⟧ are crashing.", why: "peas?"),
      UpdateExample("A ⟦NullPointerException⟧ stops every order.", why: "a word of a stack trace"),
      UpdateExample("We follow it as ⟦OPS-4412⟧.", in: .more, why: "a ticket that readers cannot open"),
      UpdateExample("We began the ⟦failover⟧ at 14:02 UTC.", in: .doing, for: .stakeholders, why: "a manoeuvre"),
      UpdateExample("⟦app03⟧ does not answer", in: .title, why: "the name of a host in the headline"),
      UpdateExample("Payments fail at checkout", in: .title, why: "a headline that customers know their trouble by"),
      UpdateExample("The address book of the internet (DNS) leads astray.", why: "explained"),
      UpdateExample("We are moving to the second data centre, a so-called failover.", in: .doing, why: "explained too"),
      UpdateExample("We lost about 500 orders.", why: "a number, no status"),
      UpdateExample("Model XR-500 cannot be ordered.", why: "a name that customers know"),
      UpdateExample("COVID-19 tests cannot be booked.", why: "not a ticket"),
      UpdateExample("Self-service and two-factor sign-in are down.", why: "words that people use"),
      UpdateExample("`POST /v1/charges` answers with an error.", why: "what developers call, marked as such"),
      UpdateExample("payment-service answers 503.", for: .internal, why: "colleagues know"),
      UpdateExample("Managed Redis does not start.", why: "the name of the product") {
        context, _ in context.knownWords = ["Managed Redis"]
      },
    ]
  }
}
