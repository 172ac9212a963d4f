import Accounts
import Authoring
import Chronology
import Documents
import GRDB
import Incidents
import Journal
import Learning
import Postmortems
import RecordViews

/// By what a document without an incident is known again.
struct DocumentTraits {
  let title: String
  let started: Instant?
  let source: String?

  /// Whether a postmortem came of the same document: from the same place, or with the same title and the same start.
  ///
  /// A file of the same name tells another story where title and start are others; an address stays one document.
  func isSame(as lesson: Lesson) -> Bool {
    let hasTitle = lesson.title == title
    let hasStart = started != nil && lesson.facts?.started == started
    if hasTitle, hasStart { return true }
    guard let source, let other = lesson.source, Self.place(source) == Self.place(other) else { return false }
    return hasTitle || hasStart || source.contains("://")
  }

  /// Where it lies, whatever the commit: `papers@4f2c81d09aab/disk.md` is `papers/disk.md`.
  private static func place(_ source: String) -> String {
    let pieces = source.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard pieces.count == 2, !source.contains("://"), let slash = pieces[1].firstIndex(of: "/"),
      slash > pieces[1].startIndex, pieces[1][..<slash].allSatisfy(\.isHexDigit)
    else { return source }
    return String(pieces[0]) + pieces[1][slash...]
  }
}

/// Documents that come in again.
extension Desk {
  /// The first postmortem without an incident that came of the same document; nil for a new one.
  func knownDocument(
    _ traits: DocumentTraits, origin: PostmortemOrigin, for caller: Caller
  ) async throws -> Int? {
    _ = try await remembered(for: caller)
    return learning.cases.values.compactMap(\.lesson)
      .filter { $0.incident == nil && $0.origin == origin && traits.isSame(as: $0) }.map(\.number).min()
  }

  /// What bringing in a document again comes to; nil where it is a new one.
  ///
  /// One that was written out here and changed elsewhere brings its changes. Throws where it says nothing new, and where
  /// somebody has written on in the postmortem since it was begun from it.
  func newVersion(
    of document: PostmortemDocument, _ request: StartPostmortem, by caller: Caller
  ) async throws -> WritePlan? {
    let facts = Self.facts(of: document)
    let title = Self.said(request.title) ?? document.title ?? ""
    if let plan = try await changesWrittenElsewhere(document, title, facts.started, by: caller) { return plan }
    let digest = ContentHash(of: Array(document.text.utf8)).description
    let same = try await views.read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT number FROM lessons WHERE incident = 0 AND digest = ? AND digest <> '' ORDER BY number",
        arguments: [digest])
    }
    // A form that is filled in again and again is another document each time it is given a title of its own.
    if let same {
      let isCalledOtherwise = try await foldPostmortem(same).title != title
      guard isCalledOtherwise, Self.said(request.title) != nil else {
        throw IncidentRefusal(
          .nothingNew, place: "PM-\(same)", message: "it was begun from this text",
          hint: "go on there; where it is another one, give it a title of its own")
      }
    }
    let traits = DocumentTraits(
      title: title.split(whereSeparator: \.isWhitespace).joined(separator: " "), started: facts.started,
      source: Self.said(request.source))
    guard let number = try await knownDocument(traits, origin: .document, for: caller) else { return nil }
    let postmortem = try await foldPostmortem(number)
    guard postmortem.stage != .final else { throw postmortem.isFinalRefusal }
    guard try await isUntouched(postmortem) else {
      throw IncidentRefusal(
        .wrongState, place: "PM-\(number)",
        message: "it was begun from this document, and was written on here since",
        hint:
          "mayday postmortem export PM-\(number), change that and bring it in; or give another title to begin a new one"
      )
    }
    let isSaid = AssembledParts(reading: document).details != nil
    let events = try await filling(request, document, nil, by: caller).map { event in
      guard case .detailsWritten(let details) = event, !isSaid else { return event }
      // A document that names nobody changes nothing of the people.
      var kept = postmortem.details
      kept.title = details.title
      return PostmortemEvent.detailsWritten(kept)
    }
    return try plan(Self.differing(events, from: postmortem), on: postmortem, by: caller)
  }

  private func plan(_ events: [PostmortemEvent], on postmortem: Postmortem, by caller: Caller) throws -> WritePlan {
    WritePlan(
      appends: [
        append(
          try events.map { try $0.document() }, to: StreamName("postmortem", number: postmortem.number),
          at: postmortem.version, by: caller)
      ],
      receipt: WriteReceipt(
        version: postmortem.version + Int64(events.count), number: postmortem.number, isNewVersion: true))
  }

  /// A document that names its postmortem was written out here: what was changed in it since is brought in.
  private func changesWrittenElsewhere(
    _ document: PostmortemDocument, _ title: String, _ started: Instant?, by caller: Caller
  ) async throws -> WritePlan? {
    guard let number = AssembledParts(reading: document).postmortem,
      let (postmortem, incident) = try? await visiblePostmortem(PostmortemID(number: number), to: caller),
      postmortem.origin != .library
    else { return nil }
    // Another record may have given the number to something else.
    let known = incident?.facts ?? postmortem.facts
    guard postmortem.title == title || started != nil && known?.started == started else { return nil }
    if let incident {
      throw IncidentRefusal(
        .wrongState, place: "postmortem", message: "it is PM-\(number) of INC-\(incident.number) already",
        hint: "mayday import brings in what was changed in it; without 'postmortem:' at its head it is a new one")
    }
    let events = try await changes(in: document, to: postmortem, incident, by: caller)
    guard !events.isEmpty else {
      throw IncidentRefusal(
        .nothingNew, place: "PM-\(number)", message: "it says all of this already", hint: "nothing needs to be done")
    }
    return try plan(events, on: postmortem, by: caller)
  }

  /// Whether nobody has changed it since it was begun from its document; talk about it is no change.
  private func isUntouched(_ postmortem: Postmortem) async throws -> Bool {
    let events = try await postmortemEvents(of: postmortem.number, after: postmortem.baseVersion - 1)
    guard let first = events.first else { return false }
    return events.allSatisfy { event in
      if event.recorded == first.recorded { return true }
      guard let document = event.document, let fact = try? PostmortemEvent(document) else { return false }
      switch fact {
      case .commentWritten, .commentSettled, .reviewersNamed, .verdictGiven, .accountsAsked, .accountGiven,
        .accountsOpened:
        return true
      default: return false
      }
    }
  }

  /// The events of a beginning as they change what is there: parts that are gone are taken out, those that say the same
  /// are left alone.
  static func differing(_ events: [PostmortemEvent], from postmortem: Postmortem) -> [PostmortemEvent] {
    var after = Postmortem(number: postmortem.number)
    for (index, event) in events.enumerated() {
      after.apply(event, EventStamp(version: Int64(index + 1), recorded: Instant(seconds: 0), actor: ""))
    }
    func gone<Part>(_ parts: [Part], _ now: [Part], _ number: (Part) -> Int) -> [Int] {
      let kept = Set(now.map(number))
      return parts.map(number).filter { !kept.contains($0) }
    }
    var changes = events.filter { event in
      switch event {
      case .linesWritten: after.lines != postmortem.lines
      case .gapExplained(let gap): postmortem.gaps[gap.after] != gap.text
      case .factorWritten(let factor): !postmortem.factors.contains(factor)
      case .assumptionWritten(let assumption): !postmortem.assumptions.contains(assumption)
      case .luckWritten(let luck): !postmortem.lucks.contains(luck)
      case .actionWritten(let written): postmortem.action(written.action)?.content != written.content
      case .actionStepped(let stepped):
        postmortem.action(stepped.action).map { $0.state != stepped.state || $0.steps.last?.note != stepped.note }
          ?? true
      default: true
      }
    }
    let lines = gone(postmortem.lines, after.lines, \.number)
    if !lines.isEmpty { changes.append(.linesRemoved(LinesRemoved(numbers: lines))) }
    for number in Set(postmortem.gaps.keys).subtracting(after.gaps.keys).subtracting(lines).sorted() {
      changes.append(.gapExplained(GapExplained(after: number, text: "")))
    }
    let removed: [(PartRemoved.Part, [Int])] = [
      (.factor, gone(postmortem.factors, after.factors, \.number)),
      (.assumption, gone(postmortem.assumptions, after.assumptions, \.number)),
      (.luck, gone(postmortem.lucks, after.lucks, \.number)),
    ]
    for (part, numbers) in removed {
      changes += numbers.map { .partRemoved(PartRemoved(part: part, number: $0)) }
    }
    for number in gone(postmortem.actions, after.actions, \.number)
    where postmortem.action(number)?.state != .declined {
      changes.append(
        .actionStepped(ActionStepped(action: number, state: .declined, note: "The document names it no more.")))
    }
    return changes
  }
}
