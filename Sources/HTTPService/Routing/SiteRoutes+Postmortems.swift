import Accounts
import Desk
import Documents
import HTTPTypes
import Hummingbird
import Incidents
import Interchange
import PageKit
import PostmortemPages
import Postmortems
import Publishing
import RecordViews
import TextComparing

extension SiteRoutes {
  /// The pages of postmortems.
  var postmortemRoutes: [Route] { readPostmortemRoutes + writePostmortemRoutes + passOnPostmortemRoutes }

  // MARK: Read

  private var readPostmortemRoutes: [Route] {
    [
      page("/postmortems") { request, context in
        let caller = try caller(context)
        let incident = try Self.parameters(request)("incident").flatMap { IncidentID($0) }
        let stage = try Self.parameters(request)("stage").flatMap { PostmortemStage(rawValue: $0) }
        let listing = try await site.desk.postmortems(
          PostmortemQuery(stage: stage, isOurs: true, limit: 200), for: caller)
        var about: IncidentSummary?
        if let incident { about = try await site.desk.incident(incident, for: caller)?.summary }
        return Answers.page(
          PostmortemListPage(
            postmortems: listing.items, incident: about, stage: stage, hasMore: listing.hasMore,
            context: pageContext(context)
          ).html)
      },
      postmortemPage("") { seen, _, context in
        PostmortemPage(
          view: seen.view, incident: seen.incident,
          like: try await site.desk.like(seen.view.summary.id, for: seen.caller), context: context
        ).html
      },
      postmortemPage("/review") { seen, _, context in ReviewPage(view: seen.view, context: context).html },
      postmortemPage("/accounts") { seen, _, context in
        AccountsPage(view: seen.view, incident: seen.incident, context: context).html
      },
      postmortemPage("/present") { seen, _, context in
        PresentPage(view: seen.view, incident: seen.incident, context: context).html
      },
      postmortemPage("/versions") { seen, parameter, context in
        let from = parameter("from").flatMap { Int64($0) }
        let to = parameter("to").flatMap { Int64($0) }
        var passages: [Passage]?
        if let from {
          // The older one first, however they were picked.
          let older = min(from, to ?? from)
          passages = try await site.desk.comparison(
            of: seen.view.summary.id, from: older, to: to.map { max(from, $0) }, for: seen.caller)
        }
        return VersionsPage(
          view: seen.view,
          versions: try await site.desk.postmortemVersions(of: seen.view.summary.id, for: seen.caller), from: from,
          to: to, passages: passages, context: context
        ).html
      },
    ]
  }

  // MARK: Write

  private var writePostmortemRoutes: [Route] {
    [
      postmortemPage("/edit", .needs(.respond)) { seen, parameter, context in
        guard let section = parameter("section").flatMap({ SectionKind(rawValue: $0) }) else { throw Refusal.notFound }
        var words = seen.view.postmortem.document.section(section)?.body ?? ""
        let adding = parameter("adding").map { String($0.prefix(PostmortemLimits.partScalarsMax)) }
        if let adding { words += (words.hasSuffix("\n") || words.isEmpty ? "\n" : "\n\n") + adding + "\n" }
        return try await editor(seen, section, words, isTyped: adding != nil, context)
      },
      form("/postmortems/{postmortem}/edit", .needs(.respond)) { visit in
        let caller = try caller(visit.context)
        guard let view = try await postmortemView(visit.context, caller),
          let section = SectionKind(rawValue: visit["_section"])
        else { throw Refusal.notFound }
        let seen = SeenPostmortem(view: view, incident: nil, caller: caller)
        return Answers.page(
          try await editor(seen, section, visit["markdown"], isTyped: true, pageContext(visit.context)))
      },
      postmortemPage("/timeline") { seen, parameter, context in
        PostmortemTimelinePage(
          view: seen.view, incident: seen.incident,
          candidates: try await site.desk.lineCandidates(of: seen.view.summary.id, for: seen.caller),
          line: parameter("line").flatMap { Int($0) }, context: context
        ).html
      },
      postmortemPage("/causes") { seen, _, context in
        CausesPage(view: seen.view, incident: seen.incident, context: context).html
      },
      postmortemPage("/actions") { seen, parameter, context in
        PostmortemActionsPage(
          view: seen.view, factor: parameter("factor").flatMap { Int($0) }, context: context
        ).html
      },
    ]
  }

  private func editor(
    _ seen: SeenPostmortem, _ section: SectionKind, _ words: String, isTyped: Bool, _ context: PageContext
  ) async throws -> String {
    let id = seen.view.summary.id
    let preview = try await site.desk.previewSection(section, words, of: id, for: seen.caller)
    return SectionEditorPage(
      view: seen.view, section: section, sight: SectionSight(markdown: words, findings: preview.findings),
      isTyped: isTyped, context: context
    ).html
  }

  // MARK: Pass on

  private var passOnPostmortemRoutes: [Route] {
    [
      postmortemPage("/publish") { seen, parameter, context in
        let audience = parameter("audience").flatMap { PublicationAudience(rawValue: $0) } ?? .internal
        let opening = parameter("opening").map { String($0.prefix(DeskLimits.openingScalarsMax)) }
        let isMasked = parameter("mask") == "on"
        let text = try await site.desk.preparedPublication(
          of: seen.view.summary.id, audience: audience, opening: opening.flatMap { $0.isEmpty ? nil : $0 },
          isMasked: isMasked, for: seen.caller)
        var sight = PublicationSight(text)
        sight.isMasked = isMasked
        return PublishingPage(
          view: seen.view, audience: audience, opening: opening, sight: sight,
          isPrivate: seen.incident?.isPrivate ?? false, context: context
        ).html
      },
      page("/postmortems/{postmortem}/export.md") { _, context in
        let (id, text) = try await exported(context)
        return Self.file(Array(text.utf8), type: "text/markdown; charset=utf-8", name: "\(id).md")
      },
      page("/postmortems/{postmortem}/export.html") { _, context in
        let caller = try caller(context)
        guard let view = try await postmortemView(context, caller) else { throw Refusal.notFound }
        let (id, text) = try await exported(context)
        let date = PageZone.utc.date(view.postmortem.changed ?? view.summary.recorded)
        let html = HTMLFile(
          title: view.summary.title, audience: .internal, date: Wording.dayAndMonth(date),
          revision: "Revision \(view.postmortem.revision)", markdown: text
        ).html
        return Self.file(Array(html.utf8), type: "text/html; charset=utf-8", name: "\(id).html")
      },
      page("/postmortems/{postmortem}/export.json") { _, context in
        let caller = try caller(context)
        guard let view = try await postmortemView(context, caller) else { throw Refusal.notFound }
        let id = view.summary.id
        let answer = await site.operations(APIRequest(.readPostmortem, path: ["postmortem": "\(id)"]), caller)
        guard answer.status < 400 else { throw Refusal.notFound }
        return Self.file(answer.body, type: "application/json", name: "\(id).json")
      },
    ]
  }

  private func exported(_ context: VisitContext) async throws -> (PostmortemID, String) {
    let caller = try caller(context)
    guard let view = try await postmortemView(context, caller) else { throw Refusal.notFound }
    return (view.summary.id, try await site.desk.postmortemText(of: view.summary.id, for: caller))
  }

  /// A file to keep: it is not shown in the browser, whose rules for pages of this site do not fit it.
  private static func file(_ bytes: [UInt8], type: String, name: String) -> Response {
    var response = Answers.answer(bytes, type: type, keep: "no-store")
    response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return response
  }

  // MARK: What they share

  /// A postmortem as somebody may see it, with its incident where they may see that.
  private struct SeenPostmortem: Sendable {
    let view: PostmortemView
    let incident: Incident?
    let caller: Caller
  }

  private func postmortemPage(
    _ place: String, _ access: Route.Access = .needs(.read),
    html: @escaping @Sendable (SeenPostmortem, (String) -> String?, PageContext) async throws -> String
  ) -> Route {
    page("/postmortems/{postmortem}" + place, access) { request, context in
      let caller = try caller(context)
      guard let view = try await postmortemView(context, caller) else { throw Refusal.notFound }
      var incident: Incident?
      if let id = view.incident?.id { incident = try await site.desk.incident(id, for: caller)?.incident }
      let seen = SeenPostmortem(view: view, incident: incident, caller: caller)
      return Answers.page(try await html(seen, try Self.parameters(request), pageContext(context)))
    }
  }

  private func postmortemView(_ context: VisitContext, _ caller: Caller) async throws -> PostmortemView? {
    guard let id = context.parameter("postmortem").flatMap({ PostmortemID($0) }) else { return nil }
    return try await site.desk.postmortem(id, for: caller)
  }
}

extension PublicationSight {
  /// What was prepared, in the words of pages.
  init(_ text: PreparedText) {
    var replaced: [Replacement] = []
    for one in text.replaced {
      let replacement = Replacement(original: one.original, replacement: one.replacement)
      if !replaced.contains(replacement) { replaced.append(replacement) }
    }
    self.init(
      markdown: text.markdown, findings: text.findings, replaced: replaced,
      dropped: text.dropped.filter { !Self.isOwnMark($0) }.map {
        Dropped(reason: Self.words($0.reason), title: $0.title)
      }, passages: text.comparison)
  }

  /// The marks by which parts are read back are Mayday's own, and nothing that an author wrote.
  private static func isOwnMark(_ part: DroppedPart) -> Bool {
    part.reason == .comment
      && ["parts", "end parts", "entry", "moment", "account", "written"].contains { part.title.hasPrefix("<!-- \($0)") }
  }

  private static func words(_ reason: DroppedPart.Reason) -> String {
    switch reason {
    case .audienceMark: "is marked for others"
    case .section: "is a section that this audience does not get"
    case .frontMatter: "stands at the head of the file"
    case .comment: "is a comment"
    case .evidence: "leads to evidence"
    case .timelineRow: "tells how the work went on inside"
    case .unmeasured: "says only that a measure of ours is not known"
    case .actionDetail: "is a detail of an action"
    case .link: "leads to a place inside; its words stay"
    }
  }
}
