import Accounts
import Chronology
import Incidents
import Interchange
import PageKit
import PageTesting
import Postmortems
import Reading
import ReadingPages
import RecordViews
import Testing

/// What the pages of the reading library say.
@Suite struct ReadingPageTests {
  static let now = Instant(rfc3339: "2031-04-20T09:00:00Z") ?? Instant(seconds: 0)
  static let kim = Caller(account: "kim", displayName: "Kim", role: .responder, origin: .session(id: "s"))
  static let reader = Caller(account: "rea", displayName: "Rea", role: .reader, origin: .session(id: "t"))
  static let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>\u{202E}&amp;"

  static func context(_ caller: Caller = kim) -> PageContext {
    PageContext(visitor: PageVisitor(caller: caller, formToken: "a-token", formKey: "a-key"), now: now)
  }

  static func record(_ name: String, note: String? = nil) -> ReadingRecord {
    var record = ReadingRecord(number: 1)
    record.apply(
      .marked(ReadingMark(reading: name, day: CivilDate(year: 2031, month: 4, day: 2), note: note)),
      EventStamp(version: 1, recorded: now, claimed: nil, actor: hostile))
    return record
  }

  static let listings = ReadingShelf.all.map {
    ReadingListing($0, $0.name == "gitlab-2017" ? record("gitlab-2017") : nil)
  }

  static func shelf(_ filter: ReadingFilter = ReadingFilter(), next: [NextReadListing]? = nil) -> Markup {
    let query = ReadingQuery(
      kind: filter.kind, technology: filter.technology, isUnread: filter.isUnread ? true : nil)
    let chosen = listings.first { $0.name == "github-2018" }
    let usual = chosen.map { [NextReadListing(reading: $0, reasons: ["You run MySQL (\(hostile))."])] } ?? []
    return Markup(
      ReadingShelfPage(
        readings: listings.filter(query.fits), of: listings, next: next ?? usual, filter: filter, context: context()
      ).html)
  }

  static func page(
    _ name: String = "gitlab-2017", note: String? = nil, adopted: [Int: String] = [:], caller: Caller = kim
  ) throws -> Markup {
    let reading = try #require(ReadingShelf.named(name))
    return Markup(
      ReadingPage(
        reading: ReadingWhole(reading, note.map { record(name, note: $0) }, adopted: adopted),
        context: context(caller)
      ).html)
  }

  private static func expectSound(_ page: Markup, _ name: String) {
    #expect(page.faults == [], "\(name)")
    #expect(page.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") == true }, "\(name)")
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } }, "\(name)")
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count, "\(name): ids stand once")
    #expect(page.all("h1").count == 1, "\(name)")
  }

  @Test(arguments: ReadingShelf.all.map(\.name))
  func `every reading is a sound page with its three parts`(name: String) throws {
    let page = try Self.page(name, note: Self.hostile, adopted: [1: "launch"])
    Self.expectSound(page, name)
    let reading = try #require(ReadingShelf.named(name))
    #expect(page.all("ol", class: "circle-questions").count == 1)
    #expect(page.all("div", class: "adopt-guard").count == reading.guards.count)
    // What a checklist has already is said, and cannot be added again.
    #expect(page.values("action").filter { $0.hasSuffix("/adoption") }.count == reading.lines.count - 1)
    #expect(page.values("href").contains("/checklists/launch"))
    let places = page.values("href").filter { $0.hasPrefix("#part-") }.map { String($0.dropFirst()) }
    #expect(places.count == 13)
    #expect(places.allSatisfy(page.values("id").contains))
  }

  @Test func `the shelf tells what comes next and why, and ticks what was read`() {
    let page = Self.shelf()
    Self.expectSound(page, "shelf")
    #expect(page.text.contains("Next for you"))
    #expect(page.text.contains("You run MySQL"))
    #expect(page.all("li", class: "reading-row").count == ReadingShelf.all.count, "each stands once")
    #expect(page.all("li", class: "is-read").count == 1)
    #expect(page.text.contains("✓ Read 2 April 2031"))
  }

  @Test(arguments: [
    (ReadingFilter(kind: "data loss"), "gitlab-2017"), (ReadingFilter(technology: "MySQL"), "github-2018"),
  ])
  func `a filter leaves what fits`(filter: ReadingFilter, name: String) {
    let page = Self.shelf(filter)
    #expect(page.values("href").contains("/reading/\(name)"))
    #expect(page.all("li", class: "reading-row").count < ReadingShelf.all.count)
    #expect(!page.text.contains("Next for you"))
  }

  @Test func `a filter that leaves nothing, and a shelf that was read, say so`() {
    #expect(Self.shelf(ReadingFilter(kind: "weather")).text.contains("None of them fits."))
    #expect(Self.shelf(next: []).text.contains("You have read all of them."))
  }

  @Test func `a reader is shown no form`() throws {
    let page = try Self.page(caller: Self.reader)
    #expect(!page.values("action").contains { $0.hasPrefix("/readings/") })
    #expect(try Self.page().values("action").contains("/readings/gitlab-2017/circles"))
  }

  @Test func `the day of the mark is today`() throws {
    let fields = try Self.page().all("input").filter { $0.attributes["name"] == "day" }
    #expect(fields.map { $0.attributes["value"] } == ["2031-04-20"])
  }
}
