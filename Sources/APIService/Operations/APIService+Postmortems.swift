import Desk
import Documents
import Interchange
import Postmortems
import Publishing
import RecordViews
import Schemas

extension APIService {
  /// What is written and said about a postmortem.
  func handlePostmortems(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .listPostmortems: try await listPostmortems(call)
    case .startPostmortem: try await startPostmortem(call)
    case .readPostmortem: try await readPostmortem(call)
    case .readPostmortemText: try await readPostmortemText(call)
    case .listPostmortemVersions: try await listPostmortemVersions(call)
    case .comparePostmortem: try await comparePostmortem(call)
    case .writeSection: try await writeSection(call)
    case .previewSection: try await previewSection(call)
    case .writeDetails: try await writeDetails(call)
    case .askAccounts: try await perform(.askAccounts(call.request.texts("people") ?? []), call)
    case .giveAccount: try await giveAccount(call)
    case .openAccounts: try await perform(.openAccounts(reason: call.request.text("reason")), call)
    case .writeComment: try await writeComment(call)
    case .settleComment:
      try await perform(
        .settleComment(
          CommentSettled(
            number: try call.number("comment"), isSettled: call.request.flag("isSettled") ?? true)), call)
    case .nameReviewers: try await perform(.nameReviewers(call.request.texts("people") ?? []), call)
    case .giveVerdict:
      try await perform(
        .giveVerdict(
          VerdictGiven(
            isApproved: call.request.flag("isApproved") ?? false, note: call.request.text("note") ?? "")), call)
    case .changeStage:
      try await perform(
        .changeStage(
          StageRequest(
            stage: call.request.word("stage") ?? .draft, note: call.request.text("note") ?? "",
            reason: call.request.text("reason"))), call)
    case .readPublication: try await readPublication(call)
    case .preparePublication: try await preparePublication(call)
    case .publishPostmortem: try await publishPostmortem(call)
    case .withdrawPostmortem:
      try await perform(
        .withdraw(
          PublicationWithdrawn(audience: try call.audience, reason: call.request.text("reason") ?? "")), call)
    default: try await handlePostmortemParts(call)
    }
  }

  private func listPostmortems(_ call: Call) async throws -> Outcome {
    let query = call.request.query
    let before = try call.request.cursor().map { cursor throws(Problem) in
      guard let id = PostmortemID(cursor.key) else { throw PageCursor.foreign }
      return id
    }
    let listing: PostmortemListing
    do {
      listing = try await desk.postmortems(
        PostmortemQuery(
          stage: query["stage"]?.string.flatMap(PostmortemStage.init(rawValue:)),
          origin: query["origin"]?.string.flatMap(PostmortemOrigin.init(rawValue:)), before: before,
          limit: call.request.limit), for: call.caller)
    } catch let error as DeskError where error.code == .unknownPostmortem {
      throw PageCursor.foreign
    }
    let next = listing.hasMore ? listing.items.last.map { PageCursor(key: $0.id.description) } : nil
    return call.outcome(
      PageAnswer(
        items: listing.items.map { PostmortemSummaryAnswer($0) }, next: next?.text(for: .listPostmortems)))
  }

  private func startPostmortem(_ call: Call) async throws -> Outcome {
    let request = call.request
    return try await naming("incident", call) {
      let receipt = try await desk.startPostmortem(
        StartPostmortem(
          incident: request.text("incident").flatMap { IncidentID($0) }, title: request.text("title"),
          text: request.text("text"), facilitator: request.text("facilitator"), source: request.text("source")),
        by: call.caller, terms: call.terms)
      guard let number = receipt.number else { throw call.notFound }
      return try await changed(call, PostmortemID(number: number), receipt)
    }
  }

  private func readPostmortem(_ call: Call) async throws -> Outcome {
    let view = try await postmortemView(call)
    return Outcome(call, PostmortemAnswer(view), tag: view.postmortem.version)
  }

  private func readPostmortemText(_ call: Call) async throws -> Outcome {
    let id = try call.postmortem
    if let version = call.queryVersion("version") {
      let text = try await desk.postmortemText(of: id, version: version, for: call.caller)
      return Outcome(call, PostmortemTextAnswer(id: "\(id)", version: version, markdown: text))
    }
    let view = try await postmortemView(call)
    return Outcome(
      call,
      PostmortemTextAnswer(id: "\(id)", version: view.postmortem.version, markdown: view.document.text),
      tag: view.postmortem.version)
  }

  private func listPostmortemVersions(_ call: Call) async throws -> Outcome {
    let versions = try await desk.postmortemVersions(of: try call.postmortem, for: call.caller)
    return call.outcome(PageAnswer(items: versions.map { PostmortemVersionAnswer($0) }))
  }

  private func comparePostmortem(_ call: Call) async throws -> Outcome {
    let view = try await postmortemView(call)
    let from = call.queryVersion("from") ?? 1
    let to = call.queryVersion("to") ?? view.postmortem.version
    let passages = try await desk.comparison(of: view.summary.id, from: from, to: to, for: call.caller)
    return Outcome(call, ComparisonAnswer(from: from, to: to, passages: passages.map { PassageAnswer($0) }))
  }

  private func writeSection(_ call: Call) async throws -> Outcome {
    let command = PostmortemCommand.writeSection(try call.section, markdown: call.request.text("markdown") ?? "")
    let id = try call.postmortem
    let receipt = try await desk.perform(
      command, on: id, by: call.caller, terms: call.terms(expecting: call.request.body["seenVersion"]?.integer))
    return try await changed(call, id, receipt)
  }

  private func previewSection(_ call: Call) async throws -> Outcome {
    let preview = try await desk.previewSection(
      try call.section, call.request.text("markdown") ?? "", of: try call.postmortem, for: call.caller)
    return Outcome(call, SectionPreviewAnswer(html: preview.html, findings: preview.findings))
  }

  /// What the body does not name stays as it is; where somebody writes between the look and the write, it is looked again.
  private func writeDetails(_ call: Call) async throws -> Outcome {
    let request = call.request
    for _ in 0..<3 {
      let view = try await postmortemView(call)
      var details = view.postmortem.details
      if let title = request.text("title") { details.title = title }
      if let owner = request.text("owner") { details.owner = owner }
      if let authors = request.texts("authors") { details.authors = authors }
      if let participants = request.texts("participants") { details.participants = participants }
      if let facilitator = request.text("facilitator") { details.facilitator = facilitator }
      do {
        let receipt = try await desk.perform(
          .writeDetails(details), on: view.summary.id, by: call.caller,
          terms: call.terms(expecting: request.ifMatch?.version ?? view.postmortem.version))
        return try await changed(call, view.summary.id, receipt)
      } catch let error as DeskError {
        guard case .staleVersion = error.code, request.ifMatch == nil else { throw error }
      }
    }
    throw Problem(.busy, "others kept changing the same postmortem", hint: "try again in a second")
  }

  private func giveAccount(_ call: Call) async throws -> Outcome {
    let request = call.request
    guard request.flag("isDeclined") != true else { return try await perform(.giveAccount(nil), call) }
    return try await perform(
      .giveAccount(
        AccountStatement(
          saw: request.text("saw") ?? "", expected: request.text("expected") ?? "",
          surprised: request.text("surprised") ?? "", sense: request.text("sense") ?? "", at: request.instant("at"))),
      call)
  }

  private func writeComment(_ call: Call) async throws -> Outcome {
    let request = call.request
    let anchor = CommentAnchor(
      section: request.text("section") ?? "", quote: request.text("quote") ?? "", prefix: request.text("prefix") ?? "",
      suffix: request.text("suffix") ?? "", offset: request.integer("offset") ?? 0)
    return try await perform(
      .writeComment(
        CommentWritten(anchor: anchor, text: request.text("text") ?? "", replyTo: request.integer("replyTo"))), call)
  }

  // MARK: Publications

  private func readPublication(_ call: Call) async throws -> Outcome {
    let publication = try await desk.publication(
      of: try call.postmortem, audience: try call.audience, for: call.caller)
    guard let publication else { throw call.notFound }
    return Outcome(call, PublicationAnswer(publication, withText: true))
  }

  private func preparePublication(_ call: Call) async throws -> Outcome {
    // Looked at first: where others write in between, the version that is told is too old, and publishing says so.
    let view = try await postmortemView(call)
    let audience = try call.audience
    let prepared = try await desk.preparedPublication(
      of: view.summary.id, audience: audience, opening: call.request.query["opening"]?.string,
      isMasked: call.request.query["isMasked"]?.bool ?? false, for: call.caller)
    return Outcome(
      call,
      PreparedPublicationAnswer(
        audience: audience, version: view.postmortem.version, markdown: prepared.markdown,
        findings: prepared.findings,
        replaced: prepared.replaced.map { .init(original: $0.original, replacement: $0.replacement, line: $0.line) },
        dropped: prepared.dropped.map {
          .init(
            reason: $0.reason.rawValue, title: $0.title, firstLine: $0.lines.lowerBound, lastLine: $0.lines.upperBound)
        }, comparison: prepared.comparison.map { PassageAnswer($0) }))
  }

  private func publishPostmortem(_ call: Call) async throws -> Outcome {
    let request = call.request
    let id = try call.postmortem
    let receipt = try await desk.publishPostmortem(
      PublicationRequest(
        audience: try call.audience, opening: request.text("opening"),
        isOnStatusPage: request.flag("isOnStatusPage") ?? false, seenVersion: request.body["seenVersion"]?.integer,
        reason: request.text("reason"), isMasked: request.flag("isMasked") ?? false), of: id, by: call.caller,
      terms: call.terms(expecting: nil))
    return try await changed(call, id, receipt)
  }

  // MARK: Answers

  /// The postmortem of the path.
  func postmortemView(_ call: Call) async throws -> PostmortemView {
    guard let view = try await desk.postmortem(try call.postmortem, for: call.caller) else { throw call.notFound }
    return view
  }

  /// Lets the desk do something to the postmortem of the path.
  func perform(_ command: PostmortemCommand, _ call: Call) async throws -> Outcome {
    let id = try call.postmortem
    let receipt = try await desk.perform(command, on: id, by: call.caller, terms: call.terms)
    return try await changed(call, id, receipt)
  }

  /// The postmortem that was just changed, with the part that the operation is about.
  func changed(_ call: Call, _ id: PostmortemID, _ receipt: WriteReceipt) async throws -> Outcome {
    guard let view = try await desk.postmortem(id, for: call.caller) else { throw call.notFound }
    let postmortem = view.postmortem
    var change = PostmortemChangeAnswer(
      postmortem: PostmortemSummaryAnswer(view.summary), version: receipt.version, number: receipt.number)
    switch call.request.operation.id {
    case .startPostmortem:
      change.number = nil
      change.isNewVersion = receipt.isNewVersion
      change.notes = postmortem.importNotes.isEmpty ? nil : postmortem.importNotes
    case .writeSection: change.section = SectionAnswer(try call.section, of: postmortem, postmortem.document)
    case .takeLines, .addLine, .changeLine: change.line = postmortem.lines.first { $0.number == receipt.number }
    case .addFactor, .changeFactor: change.factor = postmortem.factors.first { $0.number == receipt.number }
    case .addAssumption, .changeAssumption:
      change.assumption = postmortem.assumptions.first { $0.number == receipt.number }
    case .addLuck, .changeLuck: change.luck = postmortem.lucks.first { $0.number == receipt.number }
    case .writeComment, .settleComment:
      change.comment = postmortem.comments.first { $0.content.number == receipt.number }
    case .proposeAction, .changeAction, .stepAction:
      change.action = postmortem.actions.first { $0.number == receipt.number }
    case .publishPostmortem:
      change.publication = postmortem.publications.first { $0.version == receipt.version }.map { PublicationAnswer($0) }
    case .withdrawPostmortem:
      change.publication = postmortem.publications.last {
        $0.content.audience.rawValue == call.request.path["audience"]
      }
      .map { PublicationAnswer($0) }
    default: break
    }
    let location = Operations[.readPostmortem].path(["postmortem": id.description])
    return Outcome(
      call, change, tag: receipt.version, location: call.request.operation.status == 201 ? location : nil,
      isReplay: receipt.isReplay)
  }
}
