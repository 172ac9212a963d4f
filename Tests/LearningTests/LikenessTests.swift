import Chronology
import Learning
import Postmortems
import Testing
import TimelineBuilding

struct LikenessTests {
  @Test(arguments: [
    ("shop: connection to 10.0.0.7:5432 refused", "connection to # refused", "addresses vary"),
    ("shop: Pool EXHAUSTED after 30s waiting", "pool exhausted after # waiting", "letters fold"),
    ("POST /pay → 503", "post /pay → #", "no service in front"),
    ("shop: retry 1 2 3 of payment", "retry # of payment", "numbers in a row are one"),
    ("shop: certificate of edge has expi…", "certificate of edge has", "a word that was cut is left out"),
  ])
  func `a shape is made of what does not vary`(title: String, shape: String, reason: String) {
    #expect(EvidencePattern.all(in: Sample.report([Sample.moment(title)])).map(\.shape) == [shape], "\(reason)")
  }

  @Test func `what people did is no pattern, and a shape comes once at its first instant`() {
    let patterns = EvidencePattern.all(
      in: Sample.report([
        Sample.moment("shop: deploy 7", .change), Sample.moment("shop: looks bad", .said),
        Sample.moment("shop: pool full on 7", seconds: 90, rank: 2), Sample.moment("shop: 503"),
        Sample.moment("shop: pool full on 9", seconds: 60, rank: 9),
      ]))
    #expect(patterns.map(\.shape) == ["pool full on #"])
    #expect(patterns.first?.at == Sample.start.advanced(bySeconds: 60))
  }

  private func index() -> LikenessIndex {
    var index = LikenessIndex()
    index.set(
      Traits(
        words: Sample.words("checkout slow after deploy"),
        patterns: Sample.patterns("shop: pool exhausted after 5s", "shop: connection to db refused")),
      for: .incident(1))
    index.set(Traits(words: Sample.words("certificate expired at the edge, browsers refuse it")), for: .incident(2))
    index.set(
      Traits(words: Sample.words("certificate of the mail relay expired"), components: ["mail"]), for: .postmortem(3))
    index.set(Traits(words: Sample.words("disk full on the build machine")), for: .incident(4))
    return index
  }

  @Test func `shared patterns of evidence come before shared words`() throws {
    let traits = Traits(
      words: Sample.words("certificate expired at the edge"),
      patterns: Sample.patterns("shop: pool exhausted after 30s", "shop: queue grows"))
    let matches = index().matches(for: traits) { _ in true }
    #expect(matches.map(\.id) == [.incident(1), .incident(2), .postmortem(3)])
    let first = try #require(matches.first)
    #expect(
      first.reasons == [
        "shares a pattern of its evidence: 'shop: pool exhausted after 5s'", "the failing service shop",
      ])
    #expect(matches[1].words == ["edge", "certificate", "expired"])
    #expect(matches[1].isStrong)
    #expect(matches[1].reasons == ["the words edge, certificate, expired"])
  }

  @Test func `what may not be told of changes nothing of what is told`() {
    let traits = Traits(words: Sample.words("certificate expired at the edge of mail"), components: ["mail"])
    var with = index()
    with.set(Traits(words: Sample.words("certificate expired edge mail relay leak")), for: .incident(9))
    #expect(with.matches(for: traits) { $0 != .incident(9) } == index().matches(for: traits) { _ in true })
    #expect(with.matches(for: traits) { _ in true }.first?.id == .incident(9))
    with.set(nil, for: .incident(9))
    #expect(with.matches(for: traits) { _ in true } == index().matches(for: traits) { _ in true })
  }

  @Test func `one common word is no likeness`() {
    #expect(index().matches(for: Traits(words: Sample.words("the disk of somebody"))) { _ in true } == [])
    #expect(LikenessIndex().matches(for: Traits(words: Sample.words("disk full"))) { _ in true } == [])
  }

  @Test func `the order does not hang on the order in which cases came`() {
    let names = ["pool", "disk", "certificate", "queue", "deploy", "cache", "token", "zone"]
    var seed: UInt64 = 42
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    let cases = (1...200).map { number in
      let words = (0..<5).map { _ in names[next() % names.count] + "\(next() % 3)x" }.joined(separator: " ")
      return (CaseID.incident(number), Traits(words: Sample.words(words)))
    }
    var forward = LikenessIndex()
    var backward = LikenessIndex()
    for (id, traits) in cases { forward.set(traits, for: id) }
    for (id, traits) in cases.reversed() { backward.set(traits, for: id) }
    let query = Traits(words: Sample.words("pool1x disk0x queue2x cache1x"))
    let found = forward.matches(for: query) { _ in true }
    #expect(found.count == LearningLimits.likenessesMax)
    #expect(found == backward.matches(for: query) { _ in true })
  }
}
