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
    return reading.sentences.flatMap { field, sentence -> [Finding] in
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
      return findings
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
      UpdateExample("Mark your order as open.", in: .meanwhile, why: "the ordinary word", with: names),
      UpdateExample("We have stopped the change.", in: .doing, why: "we speak as one", with: names),
      UpdateExample(
        "Priya has stopped the change.", in: .doing, for: .internal, why: "colleagues know her", with: names),
    ]
  }
}
