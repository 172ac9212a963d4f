package import Accounts
import Chronology
import Documents
import GRDB
import Incidents
import Journal
package import Learning
import Postmortems
package import RecordViews
import TimelineBuilding

/// What can be learned from what is remembered; of private incidents nothing, not even a count, for who may not know.
extension Desk {
  /// Postmortems that fit a query: those that the words say most about first, without words the newest first.
  ///
  /// Throws ``DeskError`` with the code `unknownPostmortem` where the list should go on after one that is not in it.
  package func searchLibrary(_ query: LibraryQuery, for caller: Caller) async throws -> LibraryListing {
    try check(caller, .read, "library")
    let visible = try await remembered(for: caller)
    let search = LibrarySearch(query.words)
    let hasWords = query.words.contains { !$0.isWhitespace }
    guard search != nil || !hasWords else { return LibraryListing(hits: [], count: 0, hasMore: false) }
    let numbers = try await views.read { db in try search.map { try $0.numbers(db) } }
    let fitting = (numbers ?? learning.homes.keys.sorted()).filter { number in
      guard let id = learning.homes[number], visible.contains(id) else { return false }
      return query.asksForWordsAlone || learning.cases[id].map { Self.fits($0, query) } ?? false
    }
    let ordered = ordered(fitting, by: search, visible)
    var start = 0
    if let after = query.after {
      guard let place = ordered.firstIndex(of: after) else { throw Self.unknownLesson(PostmortemID(number: after)) }
      start = place + 1
    }
    let page = Array(ordered[start...].prefix(min(max(query.limit, 1), DeskLimits.libraryHitsMax)))
    let excerpts = try await views.read { db in try search.map { try $0.excerpts(db, of: page) } }
    let hits = page.compactMap { number in
      learning.homes[number].flatMap { learning.cases[$0] }.flatMap { Self.hit($0, excerpts?[number]) }
    }
    return LibraryListing(hits: hits, count: ordered.count, hasMore: start + page.count < ordered.count)
  }

  /// What an incident looks like, as it is known now: its title, impact, notes, components and evidence.
  package func like(_ id: IncidentID, for caller: Caller) async throws -> [Likeness] {
    try check(caller, .read, "\(id)")
    let visible = try await remembered(for: caller)
    let incident = try await visibleIncident(id, to: caller)
    let own = CaseID.incident(id.number)
    var traits = learning.cases[own]?.traits ?? LearnedCase(incident: MeasuredIncident(incident)).traits
    for entry in incident.entries where entry.kind == .note { traits.words.add(entry.text, weight: 0.5) }
    if let report = folds.report(of: incident) { traits.patterns = EvidencePattern.all(in: report) }
    return likenesses(traits, except: own, visible)
  }

  package func like(_ id: PostmortemID, for caller: Caller) async throws -> [Likeness] {
    try check(caller, .read, "\(id)")
    let visible = try await remembered(for: caller)
    guard let own = learning.homes[id.number], visible.contains(own), let known = learning.cases[own] else {
      throw Self.unknownLesson(id)
    }
    return likenesses(known.traits, except: own, visible)
  }

  /// How incidents and actions of ours develop, of all that the caller may know of.
  package func trends(_ query: TrendQuery = TrendQuery(), for caller: Caller) async throws -> TrendReport {
    try check(caller, .read, "trends")
    let visible = try await remembered(for: caller)
    let cases = learning.cases.filter { visible.contains($0.key) }
    return TrendBuilder(Array(cases.values), query, now: clock.now).report()
  }

  /// Incidents that began while an action of an earlier postmortem was open, declined or not verified.
  package func actionHits(_ query: TrendQuery = TrendQuery(), for caller: Caller) async throws -> [ActionHit] {
    try check(caller, .read, "trends")
    let visible = try await remembered(for: caller)
    return ActionHits(learning.cases.filter { visible.contains($0.key) }.map(\.value), query).all()
  }

  /// Title of a postmortem; nil where there is none, or the caller may not know of it.
  package func rememberedTitle(of id: PostmortemID, for caller: Caller) async throws -> String? {
    try check(caller, .read, "\(id)")
    let visible = try await remembered(for: caller)
    guard let home = learning.homes[id.number], visible.contains(home) else { return nil }
    return learning.cases[home]?.lesson?.title
  }

  /// Reads what is remembered up to now, and the newest postmortems, so that whoever asks next does not wait for it.
  package func readAhead() async throws {
    let itself = Caller.local(Self.ownName)
    _ = try await remembered(for: itself)
    _ = try await postmortems(PostmortemQuery(limit: DeskLimits.postmortemsAhead), for: itself)
  }

  /// Takes the shelf up to the record, and says what the caller may be told of.
  func remembered(for caller: Caller) async throws -> VisibleCases {
    let viewer = Viewer(caller)
    while true {
      let standing = try await catchUp()
      let known = learning.position
      let (rows, now, visible) = try await views.read { db in
        (try LearnedRows(db, after: known), try Standing.fetchOne(db), try LearnedRows.visible(db, to: viewer))
      }
      // Where something was erased meanwhile, what was read may hold it still: it is read again.
      guard now?.erasures == standing.erasures, standing.erasures == erasures else { continue }
      if learning.take(rows, from: known, upTo: now?.position ?? 0) { return VisibleCases(incidents: visible) }
    }
  }

  private func likenesses(_ traits: Traits, except own: CaseID, _ visible: VisibleCases) -> [Likeness] {
    learning.index.matches(for: traits) { id in
      guard id != own, visible.contains(id), let known = learning.cases[id] else { return false }
      // What was declined, called off or became part of another is no incident to compare with.
      return known.incident?.counts ?? true
    }.compactMap { match in learning.cases[match.id]?.likeness(match) }
  }

  private func ordered(_ numbers: [Int], by search: LibrarySearch?, _ visible: VisibleCases) -> [Int] {
    func newest(_ number: Int) -> Int64 { learning.homes[number].flatMap { learning.newest[$0] } ?? .min }
    guard let search else {
      return numbers.map { (newest($0), $0) }.sorted { $1 < $0 }.map(\.1)
    }
    let ids = numbers.compactMap { learning.homes[$0] }
    let weights = learning.index.weights(
      of: search.words, beginning: search.beginning, in: ids, among: visible.contains)
    let keyed = zip(numbers, weights).map { number, weight in ((weight * 1e6).rounded(), newest(number), number) }
    return keyed.sorted { $1 < $0 }.map(\.2)
  }

  private static func fits(_ known: LearnedCase, _ query: LibraryQuery) -> Bool {
    guard let lesson = known.lesson else { return false }
    if let isOurs = query.isOurs, lesson.isOurs != isOurs { return false }
    if let component = query.component, !known.components.contains(component) { return false }
    if let severity = query.severity, known.severity != severity { return false }
    if let cause = query.cause, !lesson.factors.contains(where: { $0.kind == cause }) { return false }
    if let kind = query.action, !lesson.actions.contains(where: { $0.kind == kind }) { return false }
    guard query.from != nil || query.until != nil else { return true }
    guard let day = known.day else { return false }
    return (query.from.map { day >= $0 } ?? true) && (query.until.map { day <= $0 } ?? true)
  }

  private static func hit(_ known: LearnedCase, _ excerpt: Excerpt?) -> LibraryHit? {
    guard let lesson = known.lesson else { return nil }
    let plain = Excerpt(parts: known.impact.map { [Excerpt.Part(text: $0, isHit: false)] } ?? [])
    return LibraryHit(
      postmortem: lesson.name, incident: known.incident?.name, title: lesson.title, source: lesson.source,
      isOurs: lesson.isOurs, stage: lesson.stage.rawValue, at: known.began,
      day: known.began == nil ? known.day : nil, severity: known.severity,
      components: known.components, excerpt: excerpt ?? plain)
  }

  private static func unknownLesson(_ id: PostmortemID) -> DeskError {
    DeskError(
      .unknownPostmortem, place: "\(id)", message: "the record has no such postmortem",
      hint: "the list of postmortems shows those that there are")
  }
}
