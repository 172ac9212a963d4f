package import Accounts
import Authoring
import Chronology
package import Documents
import Findings
import Incidents
import Journal
import Postmortems
package import RecordViews
import Review
package import TextComparing

/// What whoever reads may see: a postmortem as its incident, what has none as a reader; an account that is not open by
/// its person alone.
extension Desk {
  /// Nil when there is no such postmortem, or the caller may not know of its incident.
  package func postmortem(_ id: PostmortemID, for caller: Caller) async throws -> PostmortemView? {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let viewer = Viewer(caller)
    let found = try await views.read { db -> (PostmortemRow, IncidentSummary?, PolicyView)? in
      let lists = IncidentLists(db: db, viewer: viewer, cut: nil)
      guard let row = try lists.postmortem(id.number) else { return nil }
      return (row, try lists.listed(row.incident)?.summary, try ShelvedEvents.policy(db, upTo: nil))
    }
    guard let (row, summary, policy) = found else { return nil }
    let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
    let reading = try await review(postmortem, incident)
    var view = PostmortemView(
      summary: row.summary(reading.digest, postmortem), incident: summary, document: reading.document,
      findings: reading.findings, postmortem: postmortem.seen(by: caller.account))
    view.gates = PostmortemGates(
      postmortem: postmortem, document: reading.document, findings: reading.findings
    ).shut()
    view.policy = policy.policy
    view.now = clock.now
    return view
  }

  /// Postmortems that fit a query, newest first, as far as the caller may know of them.
  ///
  /// Throws ``DeskError`` with the code `unknownPostmortem` where the list should go on after one that is not there.
  package func postmortems(_ query: PostmortemQuery, for caller: Caller) async throws -> PostmortemListing {
    try check(caller, .read, "postmortems")
    try await catchUp()
    let viewer = Viewer(caller)
    let limit = min(max(query.limit, 1), ViewLimits.listedPostmortemsMax)
    let rows = try await views.read { db in
      let lists = IncidentLists(db: db, viewer: viewer, cut: nil)
      if let before = query.before, try lists.postmortem(before.number) == nil { throw Desk.unknown(before) }
      return try lists.postmortems(query, limit: limit + 1)
    }
    var items: [PostmortemSummary] = []
    for row in rows.prefix(limit) { items.append(try await summary(of: row)) }
    return PostmortemListing(items: items, hasMore: rows.count > limit)
  }

  /// With the numbers of the reviewer, which are not kept in the views: its rules change, the record does not.
  func summary(of row: PostmortemRow) async throws -> PostmortemSummary {
    // A row of the past is shown as it was, with the numbers of today.
    let known = postmortemFolds.postmortem(row.number)
    let postmortem =
      if let known, known.version >= row.version { known } else { try await foldPostmortem(row.number) }
    if let digest = postmortemFolds.digest(of: row.number, version: postmortem.version) {
      return row.summary(digest, postmortem)
    }
    let incident = row.incident > 0 ? try await fold(row.incident) : nil
    return row.summary(try await review(postmortem, incident).digest, postmortem)
  }

  /// What the reviewer says of the whole document.
  func review(
    _ postmortem: Postmortem, _ incident: Incident?
  ) async throws -> (document: PostmortemDocument, findings: [Finding], digest: ReviewDigest) {
    let document = try await assembled(postmortem, incident)
    let path = postmortem.path.isEmpty ? "PM-\(postmortem.number)" : postmortem.path
    let reading = reviews.read(document, path: path)
    postmortemFolds.keep(reading.digest, of: postmortem)
    return (document, reading.findings, reading.digest)
  }

  // MARK: Versions

  /// How it came to be, newest first, at most ``DeskLimits/versionsShownMax`` of them.
  package func postmortemVersions(of id: PostmortemID, for caller: Caller) async throws -> [PostmortemVersion] {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, _) = try await visiblePostmortem(id, to: caller)
    var versions: [PostmortemVersion] = []
    var last = max(0, postmortem.version - Int64(DeskLimits.versionsShownMax))
    while last < postmortem.version {
      let events = try await postmortemEvents(of: id.number, after: last)
      guard let newest = events.last else { break }
      versions += events.filter { $0.version.number <= postmortem.version }.map(PostmortemVersion.init)
      last = newest.version.number
    }
    return versions.reversed()
  }

  /// The whole document as Markdown, as it was at a version; nil: as it is.
  package func postmortemText(
    of id: PostmortemID, version: Int64? = nil, for caller: Caller
  ) async throws -> String {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
    return try await text(of: postmortem, at: version, incident)
  }

  /// What changed between two versions, word by word; `to` nil: up to now.
  package func comparison(
    of id: PostmortemID, from: Int64, to: Int64? = nil, for caller: Caller
  ) async throws -> [Passage] {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, incident) = try await visiblePostmortem(id, to: caller)
    return TextComparison(
      old: try await text(of: postmortem, at: from, incident), new: try await text(of: postmortem, at: to, incident)
    ).passages
  }

  private func text(of postmortem: Postmortem, at version: Int64?, _ incident: Incident?) async throws -> String {
    guard let version, version != postmortem.version else {
      return try await assembled(postmortem, incident).text
    }
    guard (1...max(1, postmortem.version)).contains(version) else {
      throw DeskError(
        .unknownVersion, place: "PM-\(postmortem.number)", message: "it has no version \(version)",
        hint: "versions go from 1 to \(postmortem.version)")
    }
    return try await assembled(try await foldPostmortem(postmortem.number, upTo: version), incident).text
  }

  /// How words would look as a section, and what the reviewer says of them there; nothing is saved.
  package func previewSection(
    _ section: SectionKind, _ markdown: String, of id: PostmortemID, for caller: Caller
  ) async throws -> SectionPreview {
    try check(caller, .read, "\(id)")
    try await catchUp()
    let (postmortem, _) = try await visiblePostmortem(id, to: caller)
    return SectionPreview(
      html: MarkdownHTML.render(markdown),
      findings: reviews.findings(on: markdown, as: section, in: postmortem.document, path: section.heading))
  }
}

extension PostmortemRow {
  func summary(_ digest: ReviewDigest, _ postmortem: Postmortem) -> PostmortemSummary {
    var summary = PostmortemSummary(
      id: PostmortemID(number: number), incident: incident > 0 ? IncidentID(number: incident) : nil, title: title,
      status: status, recorded: recorded, errorCount: digest.errorCount, warningCount: digest.warningCount,
      openActionCount: postmortem.actions.isEmpty
        ? digest.openActionCount : postmortem.actions.count { $0.state.isOpen })
    summary.stage = stage
    summary.origin = origin
    return summary
  }
}
