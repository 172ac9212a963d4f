package import Accounts
import Authoring
import Chronology
import Documents
import GRDB
import Incidents
import Journal
import Postmortems
import RecordViews
import TimelineBuilding

extension Desk {
  /// Begins a postmortem: one append over its stream and that of its incident.
  ///
  /// What record and evidence hold is filled in; what a text holds as parts becomes parts. A text without an incident that
  /// came in before is a new version of the postmortem that it began, and the receipt says so. The number of the receipt
  /// is that of the postmortem; the one of a private incident says nothing.
  package func startPostmortem(
    _ request: StartPostmortem, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let place = request.incident.map { "\($0)" } ?? "postmortem"
    return try await write(.respond, by: caller, place: place, terms: terms) {
      let incident: Incident? =
        if let id = request.incident { try await visibleIncident(id, to: caller) } else { nil }
      if let incident, let known = incident.postmortem {
        throw IncidentRefusal(
          .wrongState, place: place, message: "it has a postmortem: PM-\(known)", hint: "go on there")
      }
      let document = try Self.said(request.text).map { try Self.document($0) }
      if incident == nil, let document, let again = try await newVersion(of: document, request, by: caller) {
        return again
      }
      let events = try await filling(request, document, incident, by: caller)
      let taken = try await views.read { db in
        let open = "SELECT max(number) FROM postmortems WHERE number < \(DeskLimits.privateNumbers.lowerBound)"
        return try Int.fetchOne(db, sql: open) ?? 0
      }
      // A number that is taken already meets a stream that is there, and the lot is drawn again.
      let number = incident?.isPrivate == true ? Int.random(in: DeskLimits.privateNumbers) : taken + 1
      var appends: [StreamAppend] = []
      if let incident {
        appends.append(
          append(
            [try IncidentEvent.postmortemLinked(PostmortemLink(postmortem: number)).document()],
            to: StreamName("incident", number: incident.number), at: incident.version, by: caller))
      }
      appends.append(
        append(
          try events.map { try $0.document() }, to: StreamName("postmortem", number: number), at: 0, by: caller))
      return WritePlan(
        appends: appends,
        receipt: WriteReceipt(incident: request.incident, version: Int64(events.count), number: number))
    }
  }

  static func said(_ text: String?) -> String? { text.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil } }

  private static func document(_ text: String) throws -> PostmortemDocument {
    let size = text.utf8.count
    guard size <= DeskLimits.postmortemBytesMax else {
      throw DeskError(
        .limitPassed(limit: DeskLimits.postmortemBytesMax, actual: size), place: "text",
        message: "it has \(size) bytes, and a postmortem may have \(DeskLimits.postmortemBytesMax)",
        hint: "link large attachments instead of pasting them")
    }
    return PostmortemDocument(parsing: text)
  }

  /// The events with which a postmortem begins.
  ///
  /// Whoever begins it answers for it until somebody else does, unless the document names somebody.
  func filling(
    _ request: StartPostmortem, _ document: PostmortemDocument?, _ incident: Incident?, by caller: Caller
  ) async throws -> [PostmortemEvent] {
    guard let title = Self.said(request.title) ?? document?.title ?? incident?.facts.title else {
      throw IncidentRefusal(
        .empty, place: "title", message: "neither an incident nor a title is named",
        hint: "name the incident, or say in a line what happened")
    }
    let name = try TextCheck.line(title, "title", max: IncidentLimits.titleScalarsMax)
    let facilitator = try Self.said(request.facilitator).map { try CommandCheck.person($0, "facilitator") }
    let policy = try await views.read { try ShelvedEvents.policy($0, upTo: nil).policy }
    let filled = PostmortemFilling(
      incident: incident, report: incident.flatMap { folds.report(of: $0) }, policy: policy, board: try await board(),
      zoneLabel: "UTC"
    ) { _ in 0 }.events(title: name, facilitator: facilitator)
    let intake = document.map { DocumentIntake(reading: $0, in: intakeContext(caller, incident)) }
    // What the document tells itself is not told a second time by the record.
    let told = Set((intake?.events ?? []).map(\.partName))
    let events = filled.compactMap { event -> PostmortemEvent? in
      switch event {
      case .started(var start):
        // What is begun from a title or a text is a document of our own.
        if incident == nil { start.origin = .document }
        if let document, let intake { Self.take(document, intake, request, into: &start) }
        return .started(start)
      case .detailsWritten(var details):
        details.owner = caller.account
        details.authors = [caller.account]
        return .detailsWritten(Self.details(details, intake))
      default: return told.contains(event.partName) ? nil : event
      }
    }
    return events + (intake?.events ?? [])
  }

  func intakeContext(_ caller: Caller, _ incident: Incident?) -> PostmortemContext {
    PostmortemContext(
      actor: caller.account, now: clock.now, isPrivate: incident?.isPrivate ?? false,
      isDrill: incident?.isDrill ?? false)
  }

  private static func take(
    _ document: PostmortemDocument, _ intake: DocumentIntake, _ request: StartPostmortem,
    into start: inout PostmortemStart
  ) {
    start.text = intake.words.text
    start.notes = intake.notes
    start.source = said(request.source)?.shortened(to: DeskLimits.titleScalarsMax)
    start.sha256 = ContentHash(of: Array(document.text.utf8)).description
    start.facts = start.incident == nil ? facts(of: document) : nil
  }

  /// What a document says of its incident; where its head leaves an instant open, its prose does not close it.
  static func facts(of document: PostmortemDocument) -> IncidentFacts {
    var facts = DocumentFacts(document, fileName: "postmortem").facts
    func isOpen(_ key: String) -> Bool { document.frontMatter.entry(key).map(\.values.isEmpty) ?? false }
    if isOpen("started") { facts.started = nil }
    if isOpen("ended") { facts.ended = nil }
    if isOpen("detected") { facts.detected = nil }
    return facts
  }

  /// With the people whom the document names, as far as they are names.
  private static func details(_ details: PostmortemDetails, _ intake: DocumentIntake?) -> PostmortemDetails {
    guard let named = intake?.details else { return details }
    var merged = details
    merged.owner = named.owner ?? details.owner
    merged.authors = named.authors.isEmpty ? details.authors : named.authors
    merged.participants = named.participants.isEmpty ? details.participants : named.participants
    merged.facilitator = details.facilitator ?? named.facilitator
    let scratch = Postmortem(number: 0)
    let context = PostmortemContext(actor: "", now: Instant(seconds: 0))
    guard case .detailsWritten(let checked)? = try? scratch.events(for: .writeDetails(merged), in: context).first else {
      return details
    }
    return checked
  }
}

extension PostmortemEvent {
  /// Of what kind a part is; empty for all else.
  fileprivate var partName: String {
    switch self {
    case .linesWritten: "lines"
    case .factorWritten: "factors"
    case .actionWritten: "actions"
    default: ""
    }
  }
}
