import Chronology
import Learning
import Postmortems
import Testing
import TimelineBuilding

/// Patterns are known by the identity of their lines, however their moments are worded, and by their shape where a timeline
/// from before says no identity.
struct PatternIdentityTests {
  private func patterns(_ moments: TimelineMoment...) -> [EvidencePattern] {
    EvidencePattern.all(in: Sample.report(moments))
  }

  private func shared(_ known: [EvidencePattern], _ asked: [EvidencePattern]) -> [String] {
    var index = LikenessIndex()
    index.set(Traits(patterns: known), for: .incident(1))
    index.set(Traits(words: Sample.words("another matter")), for: .incident(2))
    return index.matches(for: Traits(patterns: asked)) { _ in true }.first?.patterns ?? []
  }

  @Test func `a title that somebody wrote anew is known by its lines`() {
    let before = patterns(Sample.moment("shop: charge 77 refused by bank", pattern: "00000000000000aa"))
    let after = patterns(Sample.moment("Nobody could pay by card", pattern: "00000000000000aa"))
    #expect(shared(before, after) == ["shop: charge 77 refused by bank"])
    #expect(shared(after, before) == ["Nobody could pay by card"])
    let other = patterns(Sample.moment("Nobody could pay by voucher", pattern: "00000000000000bb"))
    #expect(shared(before, other) == [])
  }

  @Test func `a timeline without identities is known by the shape of its titles`() {
    let before = patterns(Sample.moment("shop: charge 77 refused by bank"))
    let after = patterns(Sample.moment("shop: charge 91 refused by bank", pattern: "00000000000000aa"))
    #expect(shared(before, after) == ["shop: charge 77 refused by bank"])
    #expect(shared(after, before) == ["shop: charge 91 refused by bank"])
  }

  @Test func `a pattern is shared once, though one moment has its identity and another its shape`() throws {
    let known = patterns(
      Sample.moment("Nobody could pay by card", pattern: "00000000000000aa"),
      Sample.moment("shop: charge 77 refused by bank", seconds: 30, rank: 2))
    #expect(known.count == 2)
    let asked = patterns(Sample.moment("shop: charge 91 refused by bank", pattern: "00000000000000aa"))
    #expect(shared(known, asked) == ["Nobody could pay by card"])
  }

  @Test func `lines of one identity are one pattern, at their first instant, and lines of one shape are two`() {
    let all = patterns(
      Sample.moment("GET /pay → 503", seconds: 60, pattern: "00000000000000aa"),
      Sample.moment("GET /pay → 503, now on app2 too", seconds: 20, rank: 3, pattern: "00000000000000aa"),
      Sample.moment("GET /pay → 504", seconds: 90, rank: 2, pattern: "00000000000000bb"))
    #expect(all.map(\.identity) == ["00000000000000aa", "00000000000000bb"])
    #expect(all.first?.at == Sample.start.advanced(bySeconds: 20))
  }

  @Test func `an early indicator joins incidents from before and after identities, whatever their titles`() {
    func known(_ number: Int, _ title: String, _ pattern: String?) -> LearnedCase {
      LearnedCase(
        incident: Sample.incident(number), patterns: patterns(Sample.moment(title, seconds: -300, pattern: pattern)))
    }
    let indicators = TrendBuilder(
      [
        known(1, "shop: queue at 80 percent", nil), known(2, "shop: queue at 91 percent", "00000000000000aa"),
        known(3, "The queue grew", "00000000000000aa"), known(4, "shop: another line", "00000000000000bb"),
      ], TrendQuery(), now: Sample.start.advanced(bySeconds: 86_400)
    ).report().indicators
    #expect(indicators.map { $0.sightings.map(\.incident).sorted() } == [["INC-1", "INC-2", "INC-3"]])
  }
}
