import Testing
import TextComparing

struct TextComparisonTests {
  private func shown(_ old: String, _ new: String) -> String {
    TextComparison(old: old, new: new).passages.map {
      switch $0.kind {
      case .same: $0.text
      case .removed: "[-\($0.text)-]"
      case .added: "{+\($0.text)+}"
      }
    }.joined()
  }

  private func bytes(_ passages: [Passage], _ kinds: Set<Passage.Kind>) -> [UInt8] {
    passages.filter { kinds.contains($0.kind) }.flatMap { Array($0.text.utf8) }
  }

  @Test func `what changed is shown in words`() {
    #expect(shown("The router sent orders.", "The router sent many orders.") == "The router sent {+many +}orders.")
    #expect(shown("Two hosts failed", "Three hosts failed") == "[-Two-]{+Three+} hosts failed")
    #expect(shown("It was **down** today", "It was down today") == "It was [-**-]down[-**-] today")
    #expect(shown("we don't know", "we didn't know") == "we [-don't-]{+didn't+} know")
    #expect(shown("same", "same") == "same")
    #expect(shown("", "all new") == "{+all new+}")
    #expect(shown("all gone", "") == "[-all gone-]")
    #expect(TextComparison(old: "", new: "").passages.isEmpty)
  }

  @Test func `small equal words between larger changes are no islands`() {
    #expect(
      shown("kill the angry dogs in winter", "feed the gentle cats in winter")
        == "[-kill the angry dogs-]{+feed the gentle cats+} in winter")
  }

  @Test func `sentences and lines are taken in as a whole`() {
    #expect(
      shown("It failed. We waited.", "It failed. We looked. We waited.") == "It failed. {+We looked. +}We waited.")
    #expect(shown("- one\n- three\n", "- one\n- two\n- three\n") == "- one\n{+- two\n+}- three\n")
    #expect(
      shown("A first line\nB second\n", "A first line\nB second, longer\n") == "A first line\nB second{+, longer+}\n")
  }

  @Test func `texts that only look alike differ, and line ends count`() {
    #expect(shown("caf\u{e9}", "cafe\u{301}") == "[-caf\u{e9}-]{+cafe\u{301}+}")
    #expect(!TextComparison(old: "caf\u{e9}", new: "cafe\u{301}").isSame)
    #expect(!TextComparison(old: "a\nb", new: "a\r\nb").isSame)
    // The parts of one visible character stay together.
    #expect(shown("a 👩‍🚒 b", "a 👩 b") == "a [-👩‍🚒-]{+👩+} b")
    #expect(shown("東京都に住む", "京都に住む") == "[-東-]京都に住む")
  }

  @Test func `joined, the passages give both texts back`() {
    for seed in 0..<400 {
      var random = SeededGenerator(UInt64(seed))
      let old = random.text(seed % 90)
      let new = seed.isMultiple(of: 3) ? random.text(seed % 70) : random.edited(old, edits: 1 + seed % 9)
      let passages = TextComparison(old: old, new: new).passages
      #expect(bytes(passages, [.same, .removed]) == Array(old.utf8), "seed \(seed)")
      #expect(bytes(passages, [.same, .added]) == Array(new.utf8), "seed \(seed)")
      for (left, right) in zip(passages, passages.dropFirst()) {
        #expect(left.kind != right.kind && !(left.kind == .added && right.kind == .removed), "seed \(seed)")
      }
      #expect(!passages.contains { $0.text.isEmpty })
    }
  }

  @Test func `equal words in order are not missed`() {
    // Words far from each other in a text of all different words: what is equal is what was not edited.
    let words = (0..<2000).map { "word\($0)" }
    var edited = words
    for index in stride(from: 5, to: 2000, by: 97) { edited[index] = "changed" }
    let passages = TextComparison(old: words.joined(separator: " "), new: edited.joined(separator: " ")).passages
    #expect(passages.count { $0.kind == .removed } == 21)
    #expect(passages.filter { $0.kind == .added }.allSatisfy { $0.text == "changed" })
  }

  @Test func `large and wholly different texts end soon and are given back`() {
    var random = SeededGenerator(7)
    func large(_ prefix: String) -> String {
      (0..<20_000).map { _ in "\(prefix)\(UInt32.random(in: 0...50, using: &random)) " }.joined()
    }
    let old = large("a")
    let new = large("b") + "\n" + large("a")
    let clock = ContinuousClock()
    var passages: [Passage] = []
    let taken = clock.measure { passages = TextComparison(old: old, new: new).passages }
    #expect(bytes(passages, [.same, .removed]) == Array(old.utf8))
    #expect(bytes(passages, [.same, .added]) == Array(new.utf8))
    // Unoptimised builds need some fifty times as long.
    #expect(taken < .seconds(60))
  }

  @Test func `past the limits the answer is coarser, not wrong`() {
    let line = String(repeating: "word ", count: 20) + "\n"
    let old = String(repeating: line, count: ComparisonLimits.wordBytesMax / line.utf8.count + 1) + "the end here\n"
    let passages = TextComparison(old: old, new: old.dropLast(5) + "there\n").passages
    #expect(passages.map(\.kind) == [.same, .removed, .added])
    #expect(passages.dropFirst().map(\.text) == ["the end here\n", "the end there\n"])
  }
}
