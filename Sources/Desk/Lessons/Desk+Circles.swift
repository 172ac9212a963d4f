package import Accounts
import Chronology
import Incidents
import Journal
import Learning
import Plans
import Postmortems
package import Reading
import RecordViews

/// The reading library as a team sees it: what it read, what it might read next, what it took over.
extension Desk {
  /// The readings, the newest incident first.
  package func readings(_ query: ReadingQuery = ReadingQuery(), for caller: Caller) async throws -> [ReadingListing] {
    try check(caller, .read, "readings")
    try await catchUp()
    let kept = try await keptReadings()
    return ReadingShelf.all.map { ReadingListing($0, kept.record(of: $0.name)) }.filter(query.fits)
      .sorted { ($1.date, $0.name) < ($0.date, $1.name) }
  }

  /// What to read next: by what the caller may know of that hit the team, by what it runs, and by what it has plans for.
  ///
  /// What was marked as read is left out.
  package func nextReads(limit: Int = DeskLimits.nextReads, for caller: Caller) async throws -> [NextReadListing] {
    try check(caller, .read, "readings")
    let visible = try await remembered(for: caller)
    let cases = learning.cases.filter { entry in
      visible.contains(entry.key) && entry.value.isOurs && !entry.value.isDrill && entry.value.incident?.counts ?? true
    }.map(\.value).sorted { (($1.began?.nanoseconds ?? .min), $0.title) < (($0.began?.nanoseconds ?? .min), $1.title) }
    let components = try await board().list.components
    let cues =
      components.map { ReadingCue(.component, $0.name, "\($0.group) \($0.description)") }
      + cases.prefix(DeskLimits.readingCuesMax).map(Self.cue) + (try await plansToFollow()).map(Self.cue)
    let kept = try await keptReadings()
    let order = NextRead.order(of: ReadingShelf.all, for: cues, read: kept.read)
    return order.prefix(max(1, limit)).compactMap { next in
      ReadingShelf.named(next.reading).map { NextReadListing(reading: ReadingListing($0), reasons: next.reasons) }
    }
  }

  /// Throws ``DeskError`` with the code `unknownReading` where none has the name.
  package func reading(_ name: String, for caller: Caller) async throws -> ReadingWhole {
    try check(caller, .read, "reading '\(name)'")
    let reading = try Self.reading(name)
    try await catchUp()
    var adopted: [Int: String] = [:]
    for checklist in try await keptLessons().checklists.values.sorted(by: { $0.content.process > $1.content.process }) {
      for line in reading.lines
      where checklist.content.lines.contains(where: { $0.reading == name && $0.text == line.text }) {
        adopted[line.number] = checklist.content.process
      }
    }
    return ReadingWhole(reading, try await keptReadings().record(of: name), adopted: adopted)
  }

  /// Records that a reading was read together, with what the circle noted.
  package func markReading(
    _ mark: ReadingMark, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let place = "reading '\(mark.reading)'"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      _ = try Self.reading(mark.reading)
      let checked = try mark.checked(today: clock.now.clock().date)
      let kept = try await keptReadings()
      let known = kept.record(of: mark.reading)
      let number = known?.number ?? kept.next
      let version = known?.version ?? 0
      return WritePlan(
        appends: [
          append(
            [try ReadingEvent.marked(checked).document()], to: StreamName("reading", number: number), at: version,
            by: caller)
        ],
        receipt: WriteReceipt(version: version + 1, number: number))
    }
  }

  /// Puts a line of a reading into the checklist of its process, or of another one.
  package func adoptLine(
    _ number: Int, of name: String, process: String? = nil, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> (process: String, receipt: WriteReceipt) {
    guard let line = try Self.reading(name).line(number) else {
      throw DeskError(
        .unknownReading, place: "reading '\(name)'", message: "it has no line \(number)",
        hint: "its part 'What might have caught it' shows those that there are")
    }
    let process = process ?? line.process
    let receipt = try await addChecklistLine(
      ChecklistLine(text: line.text, expects: line.expects, reading: name), to: process, by: caller, terms: terms)
    return (process, receipt)
  }

  /// Throws where a line of a checklist names a reading that is not there.
  static func checkReading(_ name: String?) throws {
    guard let name, !name.isEmpty, ReadingShelf.named(name) == nil else { return }
    throw IncidentRefusal(
      .invalidText, place: "reading", message: "there is no reading '\(name.prefix(60))'",
      hint: "the list of readings shows those that there are")
  }

  private static func reading(_ name: String) throws -> ReadingDocument {
    guard let reading = ReadingShelf.named(name) else {
      throw DeskError(
        .unknownReading, place: "reading '\(name.prefix(60))'", message: "the library has no such reading",
        hint: "the list of readings shows those that there are")
    }
    return reading
  }

  private func keptReadings() async throws -> KeptReadings {
    let known = circles
    let now = try await views.read { db in
      var kept = known
      try kept.carryOn(db)
      return kept
    }
    if now.position > circles.position { circles = now }
    return now
  }

  /// What a plan is for; not its steps, which speak of much that it is not about.
  private static func cue(_ plan: Plan) -> ReadingCue {
    ReadingCue(.plan, plan.name, "\(plan.title)\n\(plan.trigger ?? "")")
  }

  /// What is remembered of an incident, in words.
  private static func cue(_ known: LearnedCase) -> ReadingCue {
    let title = known.incident?.title ?? known.title
    let parts =
      [known.title, known.impact].compactMap(\.self)
      + (known.lesson?.factors.map(\.text) ?? [])
      + known.patterns.prefix(DeskLimits.cuePatternsMax).map { "\($0.service ?? "") \($0.title)" }
    return ReadingCue(
      .incident, known.incident?.name ?? known.lesson?.name ?? title, title, body: parts.joined(separator: "\n"))
  }
}
