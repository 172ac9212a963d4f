import Rephrasing
import Testing

/// Sentences as people say and type them, by who says them.
struct SpokenSentenceTests {
  @Test(arguments: Said.closing)
  func `what closes a conversation is answered`(sentence: String) throws {
    let answer = try Rephraser.answer(to: sentence)
    #expect(!answer.isOpen, "\(sentence)")
    for finding in answer.sentences.flatMap(\.findings) {
      #expect((1...2).contains(finding.wordings.count))
      for wording in finding.wordings {
        #expect(!wording.contains("{") && !wording.contains("  "), "\(wording)")
        #expect(try Rephraser.answer(to: wording).isOpen, "\(sentence): \(wording)")
      }
    }
  }

  @Test(arguments: Said.opening)
  func `facts, praise, thanks, plans and open questions are left alone`(sentence: String) throws {
    let answer = try Rephraser.answer(to: sentence)
    #expect(answer.isOpen, "\(answer.sentences.flatMap(\.findings))")
  }

  @Test func `each sentence is looked at by itself, and each line is one`() throws {
    let answer = try Rephraser.answer(to: "Who approved this? What did you see?\nbe more careful next time")
    #expect(answer.sentences.map(\.text) == ["Who approved this?", "What did you see?", "be more careful next time"])
    #expect(answer.sentences.map(\.findings.count) == [1, 0, 1])
  }

  @Test func `the strongest comes first, and the same words are told of once`() throws {
    let answer = try Rephraser.answer(to: "You should have tested this, and be more careful next time.")
    let sentence = try #require(answer.sentences.first)
    #expect(sentence.findings.map(\.kind) == ["reproach", "try-harder"])
    let scalars = Array(sentence.text.unicodeScalars)
    for finding in sentence.findings {
      let words = scalars[(finding.column - 1)..<(finding.endColumn - 1)]
      #expect(String(String.UnicodeScalarView(words)) == finding.passage)
    }
    for (index, one) in sentence.findings.enumerated() {
      for other in sentence.findings[(index + 1)...] {
        #expect(one.endColumn <= other.column || other.endColumn <= one.column)
      }
    }
    #expect(sentence.pieces.map(\.text).joined() == sentence.text)
  }

  @Test(arguments: [
    "You shouldn't have deployed it.", "You shouldn’t have deployed it.", "you shouldnt have deployed it",
    "YOU SHOULDN`T HAVE DEPLOYED IT!", "\"You shouldn't have deployed it.\"", "you shuold not have deployed it",
  ])
  func `apostrophes, capitals, quotation marks and swapped letters change nothing`(sentence: String) throws {
    let finding = try Rephraser.answer(to: sentence).sentences.first?.findings.first
    #expect(finding?.wordings.first == "What made deploying it look right at the time?")
  }

  @Test func `too much and nothing are refused with both numbers and what to do`() throws {
    #expect(throws: RephraseRefusal.self) { try Rephraser.answer(to: " \n?! ") }
    let long = String(repeating: "a", count: 2001)
    let refusal = #expect(throws: RephraseRefusal.self) { try Rephraser.answer(to: long) }
    #expect(refusal?.message == "this has 2001 characters, and 2000 are read")
    #expect(throws: RephraseRefusal.self) { try Rephraser.answer(to: String(repeating: "Go. ", count: 41)) }
    #expect(try Rephraser.answer(to: String(repeating: "a", count: 2000)).isOpen)
  }

  @Test func `whatever is typed is answered, with words that stand in it`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Wheel(state: seed)
    let words =
      Said.closing.flatMap { $0.split(separator: " ").map(String.init) }
      + ["{to}", "⟦", "\u{0}", "👩‍💻", "’", "\"", "-", "  ", "é́", "…", "\u{202E}", "?"]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
        words.randomElement(using: &generator) ?? ""
      }.joined(separator: " ")
      guard let answer = try? Rephraser.answer(to: text) else { continue }
      for sentence in answer.sentences {
        #expect(sentence.pieces.map(\.text).joined() == sentence.text, "seed \(seed): \(text)")
        for finding in sentence.findings {
          #expect(sentence.text.unicodeScalars.count >= finding.endColumn - 1, "seed \(seed): \(text)")
          #expect(!finding.passage.isEmpty && !finding.wordings.isEmpty, "seed \(seed): \(text)")
        }
      }
    }
  }
}

/// Numbers that come again for the same seed (SplitMix64).
private struct Wheel: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
