package import Findings
import Incidents

/// Somebody of the team stands by name before the public.
package struct NamedPersonRule: UpdateRule {
  package let identifier = "named-person"
  package let severity = FindingSeverity.error
  package let summary = "somebody of the team stands by name in a text for customers"
  package let reason = "What is published stays, and is found by whoever looks for the name. We speak as one."
  package let question = "What are we doing?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.audience == .customers else { return [] }
    let names = reading.context.names.compactMap(Name.init)
    return reading.sentencesWithHeadline.flatMap { field, sentence -> [Finding] in
      var findings: [Finding] = []
      var index = 0
      while index < sentence.words.count {
        guard let length = names.compactMap({ $0.length(at: index, in: sentence) }).max() else {
          index += 1
          continue
        }
        let range = index..<(index + length)
        findings.append(
          reading.finding(
            self, in: field, at: sentence.span(of: range), "'\(sentence.text(of: range))' is one of us by name",
            fix: "We"))
        index += length
      }
      return findings.isEmpty ? doers(in: sentence, field, reading) : findings
    }
  }

  /// People of whom nothing is known but that a sentence says what they did.
  private func doers(in sentence: Sentence, _ field: UpdateField, _ reading: UpdateReading) -> [Finding] {
    NamedDoer(sentence: sentence).ranges.map { range in
      reading.finding(
        self, in: field, at: sentence.span(of: range),
        "'\(sentence.text(of: range))' stands by name as the one who did it", fix: "We")
    }
  }

  /// A handle or a name as its words.
  private struct Name {
    /// Words that are names too; at the head of a sentence nothing tells which.
    private static let ordinary: Set<String> = [
      "will", "mark", "may", "grace", "hope", "faith", "joy", "max", "art", "bill", "rob", "chase", "april", "june",
      "august", "rose", "pat", "sue", "page", "young", "long", "cook", "baker", "miller", "smith", "king", "price",
      "day",
      "summer", "winter", "sky", "rich", "frank", "jack", "gene", "dawn", "ray", "drew", "dean", "miles", "wade",
      "case",
      "berlin", "paris", "london", "german", "french", "english", "ops", "support", "team", "admin", "system", "status",
    ]

    private var words: [String]

    init?(_ name: String) {
      words = name.lowercased().split { $0 == " " || $0 == "@" }.map(String.init)
      if words.isEmpty { return nil }
    }

    /// How many words of the sentence are this name at `index`.
    func length(at index: Int, in sentence: Sentence) -> Int? {
      if words.count > 1, words.indices.allSatisfy({ sentence.word(index + $0) == words[$0] }) { return words.count }
      let word = sentence.words[index]
      if word.text.hasPrefix("@") { return words == [String(word.text.dropFirst())] ? 1 : nil }
      guard let first = words.first else { return nil }
      let base = word.text.hasSuffix("'s") ? String(word.text.dropLast(2)) : word.text
      guard base == first, first.count > 2 else { return nil }
      // A handle such as `ines.k` is nothing else; a plain word is a name only where it is written as one.
      if words.count == 1, first.contains(where: { !$0.isLetter }) { return 1 }
      guard word.isCapitalised else { return nil }
      if Self.ordinary.contains(first) { return nil }
      return 1
    }
  }

  package var examples: [UpdateExample] {
    let names: (inout UpdateContext, inout UpdateText) -> Void = { context, _ in
      context.names = ["Ines Kaya", "ines.k", "Mark Adeyemi", "mark7", "Priya"]
    }
    return [
      UpdateExample("⟦Ines Kaya⟧ is restarting it.", in: .doing, why: "in full", with: names),
      UpdateExample("⟦Priya⟧ has stopped the change.", in: .doing, why: "by the first name", with: names),
      UpdateExample("Ask ⟦@ines.k⟧ for more.", in: .more, why: "by the handle", with: names),
      UpdateExample(
        "⟦Mark Adeyemi⟧ is looking at it.", in: .doing, why: "an ordinary word with its surname", with: names),
      UpdateExample("⟦Priya's⟧ change stops payments", in: .title, why: "in the headline", with: names),
      UpdateExample("Card payments fail", in: .title, why: "a headline without a name", with: names),
      UpdateExample("⟦Max⟧ broke it.", why: "nobody of that name is known, and it is a person all the same"),
      UpdateExample("⟦Max⟧ did it.", in: .more, why: "the same"),
      UpdateExample("Payments fail since ⟦Zeynep Aydin⟧ deleted a table.", why: "in full, inside a sentence"),
      UpdateExample("⟦Zoltan⟧ accidentally restarted it", in: .title, why: "in the headline"),
      UpdateExample("Visa changed its limits at 13:40 UTC.", why: "a company"),
      UpdateExample("Hurricane Maria took our lines down.", why: "a storm"),
      UpdateExample("San Jose found no way to the network.", why: "a place"),
      UpdateExample("Monday made it worse.", why: "a day"),
      UpdateExample("The Max changed its price.", why: "a product"),
      UpdateExample("Orders of Marco Polo Tours are late.", why: "a company named after somebody"),
      UpdateExample("Max broke it.", for: .stakeholders, why: "another rule looks at blame there"),
      UpdateExample("Mark your order as open.", in: .meanwhile, why: "the ordinary word", with: names),
      UpdateExample("We have stopped the change.", in: .doing, why: "we speak as one", with: names),
      UpdateExample(
        "Priya has stopped the change.", in: .doing, for: .internal, why: "colleagues know her", with: names),
    ]
  }
}
