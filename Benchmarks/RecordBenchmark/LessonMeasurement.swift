import Accounts
import Composition
import Desk
import Foundation
import Incidents
import Journal
import JournalSQLite
import Learning
import Postmortems
import RecordViews

/// Times what is asked of a record of thousands of postmortems: search, likeness, trends, actions, lists.
struct LessonMeasurement {
  let file: String
  let count: Int
  let seed: UInt64

  private let watch = Stopwatch()
  private let all = Caller.local("owner-7")
  /// Who may not know of what is private.
  private let some = Caller(account: "rea", displayName: "Rea", role: .reader, origin: .local)

  /// Makes the record where there is none yet.
  func run() async throws {
    if !FileManager.default.fileExists(atPath: file) {
      let made = try await Stopwatch.seconds { try await LessonGenerator(count: count, seed: seed).write(to: file) }
      print("record made in \(Stopwatch.shown(made))")
    }
    try await build()
    let desk = try DeskOpening.open(record: file)
    let opened = try await Stopwatch.seconds { _ = try await desk.home(for: all) }
    print("opened with current views, first page: \(Stopwatch.shown(opened))")
    try await searches(desk)
    try await likenesses(desk)
    try await trends(desk)
    try await boards(desk)
    try await lists(desk)
    print("memory at most: \(Stopwatch.peakMegabytes.map(String.init) ?? "?") MB")
  }

  private func build() async throws {
    let events = try await SQLiteJournal(path: file, access: .existing).head().position.number
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + ".views" + suffix) }
    let before = Stopwatch.processorSeconds
    // Building is what is timed: of the first page the cheapest part is asked for.
    let built = try await Stopwatch.seconds { _ = try await DeskOpening.open(record: file).policy() }
    let worked = Stopwatch.processorSeconds - before
    print(
      "views of \(events) events built in \(Stopwatch.shown(built)), \(Int(Double(events) / built)) events/s; processor \(Stopwatch.shown(worked)), \(Int(Double(events) / worked)) events/s; memory at most \(Stopwatch.peakMegabytes ?? 0) MB"
    )
    print("record \(Self.megabytes(file)) MB, views \(Self.megabytes(file + ".views")) MB")
  }

  private static func megabytes(_ path: String) -> Int {
    let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    return (size ?? 0) / 1_000_000
  }

  // MARK: What is asked

  private func searches(_ desk: Desk) async throws {
    let words = Speech(seed: seed).words
    let queries: [(String, LibraryQuery)] = [
      ("a word of nearly all, \(words[70])", LibraryQuery(words: words[70] + " ")),
      ("a word of some, \(words[900])", LibraryQuery(words: words[900] + " ")),
      ("a rare word, \(words[16_000])", LibraryQuery(words: words[16_000] + " ")),
      ("two words", LibraryQuery(words: "\(words[80]) \(words[300]) ")),
      ("three words and a beginning", LibraryQuery(words: "\(words[80]) \(words[90]) \(words[200].prefix(3))")),
      ("one letter, being typed", LibraryQuery(words: "c")),
      ("two letters, being typed", LibraryQuery(words: "co")),
      ("a word and one letter", LibraryQuery(words: "\(words[80]) c")),
      ("a phrase", LibraryQuery(words: "\"\(words[0]) \(words[66])\"")),
      ("a word, a component and a severity", LibraryQuery(words: words[70] + " ", component: "part-3", severity: 2)),
      ("no words, a component", LibraryQuery(component: "part-3")),
      ("no words, others'", LibraryQuery(isOurs: false)),
      ("nothing asked", LibraryQuery()),
    ]
    for (name, query) in queries {
      try await watch.measure("search: \(name)") { "\(try await desk.searchLibrary(query, for: all).count) found" }
    }
    try await watch.measure("search: a word of nearly all, by a reader") {
      "\(try await desk.searchLibrary(queries[0].1, for: some).count) found"
    }
    try await watch.measure("search: the same, 200 at once") {
      var many = queries[0].1
      many.limit = 200
      return "\(try await desk.searchLibrary(many, for: all).hits.count) shown"
    }
    var later = queries[0].1
    for _ in 1..<20 {
      later.after = try await desk.searchLibrary(later, for: all).hits.last.flatMap {
        PostmortemID($0.postmortem)?.number
      }
    }
    let page = later
    try await watch.measure("search: the same, its 20th page") {
      "\(try await desk.searchLibrary(page, for: all).hits.count) shown"
    }
  }

  private func likenesses(_ desk: Desk) async throws {
    let withEvidence = IncidentID(number: count / 10 * 10 - 5)
    try await watch.measure("like a postmortem") {
      "\(try await desk.like(PostmortemID(number: withEvidence.number), for: all).count) alike"
    }
    try await watch.measure("like somebody else's") {
      "\(try await desk.like(PostmortemID(number: count / 20 * 10), for: some).count) alike"
    }
    try await watch.measure("like an incident that is over") {
      "\(try await desk.like(withEvidence, for: all).count) alike"
    }
    try await watch.measure("like the running incident") {
      let found = try await desk.like(IncidentID(number: count + 1), for: all)
      return "\(found.count) alike, \(found.first?.reasons.first ?? "no reason")"
    }
    try await watch.measure("like the running incident, by a reader") {
      "\(try await desk.like(IncidentID(number: count + 1), for: some).count) alike"
    }
  }

  private func trends(_ desk: Desk) async throws {
    try await watch.measure("trends") {
      let report = try await desk.trends(for: all)
      return
        "\(report.incidentCount) incidents, \(report.recurring.count) factors, \(report.indicators.count) indicators"
    }
    try await watch.measure("trends of a component, by a reader") {
      "\(try await desk.trends(TrendQuery(component: "part-3"), for: some).incidentCount) incidents"
    }
    try await watch.measure("trends as CSV") { "\(try await desk.trends(for: all).csv.utf8.count) bytes" }
    try await watch.measure("trends as SVG, all four") {
      let report = try await desk.trends(for: all)
      return "\(report.spans.reduce(0) { $0 + TrendSVG(TrendPlot($1)).text().utf8.count }) bytes"
    }
    try await watch.measure("hits of actions") { "\(try await desk.actionHits(for: all).count) hits" }
  }

  private func boards(_ desk: Desk) async throws {
    let asked: [(String, ActionQuery)] = [
      ("all", ActionQuery()), ("open", ActionQuery(states: [.proposed, .accepted, .done])),
      ("mine", ActionQuery(owner: "owner-7")), ("overdue", ActionQuery(isOverdue: true)),
      ("of an incident", ActionQuery(incident: IncidentID(number: 5))),
      ("of a postmortem", ActionQuery(postmortem: PostmortemID(number: 5))),
    ]
    for (name, query) in asked {
      try await watch.measure("actions: \(name)") { "\(try await desk.actions(query, for: all).count) actions" }
    }
    try await watch.measure("actions: all, by a reader") {
      "\(try await desk.actions(for: some).count) actions"
    }
    try await watch.measure("guards") { "\(try await desk.guards(for: all).count) guards" }
  }

  private func lists(_ desk: Desk) async throws {
    let asked: [(String, PostmortemQuery)] = [
      ("50", PostmortemQuery()), ("200", PostmortemQuery(limit: 200)), ("drafts", PostmortemQuery(stage: .draft)),
      ("others'", PostmortemQuery(isOurs: false)), ("of the record", PostmortemQuery(origin: .incident)),
      ("after the 1000th", PostmortemQuery(before: PostmortemID(number: count / 3))),
    ]
    for (name, query) in asked {
      try await watch.measure("postmortems: \(name)") {
        "\(try await desk.postmortems(query, for: some).items.count) listed"
      }
    }
    try await watch.measure("first page") { "\(try await desk.home(for: all).incidents.count) incidents" }
    try await watch.measure("a postmortem") {
      "\(try await desk.postmortem(PostmortemID(number: count / 2 + 5), for: all)?.findings.count ?? 0) findings"
    }
  }
}
