import Chronology

/// Makes Statuspage's objects out of a report.
struct StatuspageMapping {
  let report: StatusReport
  let links: StatusLinks
  private let pageID: String
  private let mapped: [PublicID: StatuspageComponent]
  private let fullNames: [PublicID: String]

  init(report: StatusReport, links: StatusLinks) {
    self.report = report
    self.links = links
    let pageID = PublicID(hashing: "status page \(report.page.host ?? report.page.name)").text
    self.pageID = pageID
    let groupNames = Dictionary(report.groups.map { ($0.id, PlainText.line($0.name)) }) { first, _ in first }
    var positions: [PublicID?: Int] = [:]
    var mapped: [PublicID: StatuspageComponent] = [:]
    var fullNames: [PublicID: String] = [:]
    for component in report.components where mapped[component.id] == nil {
      // A group that is not there would hide its components from readers that walk the groups.
      let group = component.group.flatMap { groupNames[$0] == nil ? nil : $0 }
      positions[group, default: group == nil ? report.groups.count : 0] += 1
      mapped[component.id] = Self.component(component, group: group, position: positions[group] ?? 1, page: pageID)
      let name = PlainText.line(component.name)
      fullNames[component.id] = group.flatMap { groupNames[$0] }.map { "\($0) - \(name)" } ?? name
    }
    self.mapped = mapped
    self.fullNames = fullNames
  }

  var page: StatuspagePage {
    StatuspagePage(
      id: pageID, name: PlainText.line(report.page.name),
      url: links.home.contains("://") ? links.home : report.page.base ?? links.home, timeZone: "Etc/UTC",
      updatedAt: Self.stamp(report.updated))
  }

  /// Groups first, in the order of the page, then the components.
  var components: [StatuspageComponent] {
    let all = report.components.compactMap { mapped[$0.id] }
    let groups = report.groups.enumerated().map { offset, group in
      let members = all.filter { $0.groupId.value == group.id.text }
      let states = report.components.filter { $0.group == group.id }
      let worst = states.map(\.state).max { $0.weight < $1.weight } ?? .operational
      let listed = states.map(\.listed).min() ?? report.updated
      return StatuspageComponent(
        id: group.id.text, name: PlainText.line(group.name), status: worst.statuspageWord,
        createdAt: Self.stamp(listed),
        updatedAt: Self.stamp(states.compactMap { $0.since ?? $0.listed }.max() ?? listed),
        position: offset + 1, description: Nullable(group.description.map(PlainText.cleaned)), showcase: false,
        startDate: Nullable(nil), groupId: Nullable(nil), pageId: pageID, group: true, onlyShowIfDegraded: false,
        components: members.map(\.id))
    }
    return groups + all
  }

  private static func component(
    _ component: PublicComponent, group: PublicID?, position: Int, page: String
  ) -> StatuspageComponent {
    StatuspageComponent(
      id: component.id.text, name: PlainText.line(component.name), status: component.state.statuspageWord,
      createdAt: stamp(component.listed), updatedAt: stamp(component.since ?? component.listed), position: position,
      description: Nullable(component.description.map(PlainText.cleaned)), showcase: true,
      startDate: Nullable(DayRecord.isoText(component.listed.clock().date)), groupId: Nullable(group?.text),
      pageId: page,
      group: false, onlyShowIfDegraded: false, components: nil)
  }

  /// The newest first, at most ``StatuspageDocument/listedMax``.
  func incidents(_ incidents: [PublicIncident]) -> [StatuspageIncident] {
    incidents.sorted { ($0.created, $0.id.text) > ($1.created, $1.id.text) }.prefix(StatuspageDocument.listedMax)
      .map { incident in
        let monitoring = incident.updates.filter { $0.state == .monitoring && $0.withdrawn == nil }.map(\.published)
          .min()
        return StatuspageIncident(
          id: incident.id.text, name: PlainText.line(incident.title), status: incident.state.rawValue,
          createdAt: Self.stamp(incident.created), updatedAt: Self.stamp(incident.updated),
          monitoringAt: Nullable(monitoring.map(Self.stamp)), resolvedAt: Nullable(incident.resolved.map(Self.stamp)),
          impact: incident.impact.rawValue, shortlink: links.item(incident.id),
          startedAt: Self.stamp(incident.started ?? incident.created), pageId: pageID,
          incidentUpdates: incident.updates.map { update($0, word: $0.state.rawValue, of: incident.id) },
          components: incident.components.compactMap { mapped[$0] }, reminderIntervals: Nullable(nil))
      }
  }

  /// The one that begins last first, at most ``StatuspageDocument/listedMax``.
  func maintenances(_ maintenances: [PublicMaintenance]) -> [StatuspageIncident] {
    maintenances.sorted { ($0.from, $0.id.text) > ($1.from, $1.id.text) }.prefix(StatuspageDocument.listedMax)
      .map { work in
        StatuspageIncident(
          id: work.id.text, name: PlainText.line(work.title), status: work.state.statuspageWord,
          createdAt: Self.stamp(work.created), updatedAt: Self.stamp(work.updated), monitoringAt: Nullable(nil),
          resolvedAt: Nullable(work.ended.map(Self.stamp)), impact: "maintenance", shortlink: links.item(work.id),
          startedAt: Self.stamp(work.created), pageId: pageID,
          incidentUpdates: work.updates.map { update($0, word: $0.state.statuspageWord, of: work.id) },
          components: work.components.compactMap { mapped[$0] }, reminderIntervals: Nullable(nil),
          scheduledFor: Self.stamp(work.from), scheduledUntil: Self.stamp(work.until))
      }
  }

  private func update<State>(_ update: PublicUpdate<State>, word: String, of incident: PublicID) -> StatuspageUpdate {
    StatuspageUpdate(
      id: update.id.text, status: word, body: Self.body(update, word: word), incidentId: incident.text,
      createdAt: Self.stamp(update.published), updatedAt: Self.stamp(update.updated),
      displayAt: Self.stamp(update.published), affectedComponents: Nullable(affected(update.changes)),
      deliverNotifications: true, customTweet: Nullable(nil), tweetId: Nullable(nil))
  }

  private func affected(_ changes: [ComponentChange]) -> [StatuspageAffected]? {
    let known = changes.compactMap { change in
      fullNames[change.component].map { name in
        StatuspageAffected(
          code: change.component.text, name: name, oldStatus: change.from.statuspageWord,
          newStatus: change.to.statuspageWord)
      }
    }
    return known.isEmpty ? nil : known
  }

  /// The text as it stands, with what was corrected about it; a withdrawn one says so first, and one without words
  /// says its state.
  private static func body<State>(_ update: PublicUpdate<State>, word: String) -> String {
    var paragraphs: [String] = []
    if let withdrawn = update.withdrawn {
      paragraphs.append("Withdrawn \(withdrawn.instant.publicText): \(withdrawn.reason)")
    }
    let text = update.text.paragraphs
    paragraphs.append(text.isEmpty ? "State: \(word.replacing("_", with: " "))" : text)
    for correction in update.corrections {
      paragraphs.append("Corrected \(correction.instant.publicText): \(correction.reason)")
    }
    return PlainText.withoutTags(paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }

  /// RFC 3339 in UTC with three digits of the second: `2026-11-24T15:47:00.000Z`.
  static func stamp(_ instant: Instant) -> String {
    Instant(nanoseconds: instant.nanoseconds, fractionDigits: 3).rfc3339
  }
}
