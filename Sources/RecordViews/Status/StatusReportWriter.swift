package import Chronology
package import Incidents
package import Postmortems
package import PublicStatus

/// Puts into words for the public what the record knows of components, incidents and maintenances.
package struct StatusReportWriter {
  let board: StatusBoard
  let incidents: [Incident]
  let maintenances: [Maintenance]
  let postmortems: [Postmortem]
  let now: Instant
  /// What nobody outside can guess, so that public names tell nothing of the record's numbers.
  let seed: String

  /// `postmortems` are those that the page is to show, the newest first.
  package init(
    board: StatusBoard, incidents: [Incident], maintenances: [Maintenance], postmortems: [Postmortem] = [],
    now: Instant, seed: String
  ) {
    self.board = board
    self.incidents = incidents
    self.maintenances = maintenances
    self.postmortems = postmortems
    self.now = now
    self.seed = seed
  }

  package var report: StatusReport {
    let settings = board.list.settings
    var report = StatusReport(
      page: StatusPageSettings(
        name: settings.name, url: settings.url.isEmpty ? nil : settings.url,
        contact: settings.contact.isEmpty ? nil : settings.contact), generated: now)
    report.groups = groups
    report.components = board.list.components.map(component)
    report.incidents = incidents.map(incident)
    report.maintenances = maintenances.map(maintenance)
    report.postmortems = postmortems.compactMap(postmortem)
    return report
  }

  private var listed: Set<String> { Set(board.list.components.map(\.id)) }

  private var groups: [ComponentGroup] {
    var seen: Set<String> = []
    return board.list.components.map(\.group).filter { !$0.isEmpty && seen.insert($0).inserted }.map {
      ComponentGroup(id: group($0), name: $0)
    }
  }

  private func component(_ definition: ComponentDefinition) -> PublicComponent {
    let history = ComponentHistory(definition.id, board)
    let numbers = Set(incidents.map(\.number))
    return PublicComponent(
      id: PublicID(definition.id), name: definition.name,
      description: definition.description.isEmpty ? nil : definition.description,
      group: definition.group.isEmpty ? nil : group(definition.group),
      state: ComponentState(board.condition(of: definition.id)), since: history.since, listed: history.listed ?? now,
      days: history.days(until: now, incidents: numbers).map { day in
        DayRecord(date: day.date, worst: day.worst.map(ComponentState.init), incidents: day.incidents.map(name))
      })
  }

  // MARK: Incidents

  private func incident(_ incident: Incident) -> PublicIncident {
    let updates = incident.updates.filter { $0.audience == .customers && $0.published != nil }
    let first = updates.compactMap(\.published).min() ?? now
    var state = incident.publicState ?? .resolved
    var ended = state == .resolved ? updates.last { $0.isOut && $0.state == .resolved }?.published : nil
    var told = updates.map { update($0, of: incident) }
    if let leading = leadingOn(from: incident) {
      told.append(leading)
      state = .resolved
      ended = leading.published
    }
    let components = Set(incident.components + updates.flatMap(\.components.keys)).intersection(listed)
    return PublicIncident(
      id: name(incident.number), title: incident.publicTitle, state: PublicIncidentState(state),
      impact: Self.impact(incident.facts.severity), started: incident.instants[.impactStarted]?.at, created: first,
      resolved: ended, components: board.list.components.map(\.id).filter(components.contains).map { PublicID($0) },
      updates: told.enumerated().sorted {
        ($0.element.published, $0.offset) > ($1.element.published, $1.offset)
      }.map(\.element))
  }

  private func update(_ update: IncidentUpdate, of incident: Incident) -> PublicUpdate<PublicIncidentState> {
    let published = update.published ?? update.drafted
    return PublicUpdate(
      id: PublicID(hashing: "\(seed) incident \(incident.number) update \(update.number)"),
      state: PublicIncidentState(update.state), text: PublicText(update.text), published: published,
      corrections: update.former.map {
        PublicCorrection(instant: $0.corrected, former: PublicText($0.text), reason: $0.reason)
      },
      withdrawn: update.withdrawn.map { PublicWithdrawal(instant: $0, reason: update.withdrawnReason ?? "") },
      changes: update.components.filter { listed.contains($0.key) }.sorted { $0.key < $1.key }.map { id, condition in
        ComponentChange(
          component: PublicID(id), from: ComponentState(ComponentHistory(id, board).condition(before: published)),
          to: ComponentState(condition))
      })
  }

  /// The last word on an incident that goes on as part of another one that the public knows.
  private func leadingOn(from incident: Incident) -> PublicUpdate<PublicIncidentState>? {
    guard incident.state == .merged, let since = incident.stateSince, let number = incident.mergedInto,
      let target = incidents.first(where: { $0.number == number })
    else { return nil }
    return PublicUpdate(
      id: PublicID(hashing: "\(seed) incident \(incident.number) merged"), state: .resolved,
      text: PublicText(more: "This is part of \"\(target.publicTitle)\". Updates go on there."), published: since)
  }

  private static func impact(_ severity: Int?) -> PublicImpact {
    switch severity {
    case 1?: .critical
    case 2?: .major
    case 3?, nil: .minor
    default: .none
    }
  }

  // MARK: Postmortems

  /// Nil where nothing of it is out for everybody.
  private func postmortem(_ postmortem: Postmortem) -> PublicPostmortem? {
    let out = postmortem.publications.filter { $0.content.audience == .public && $0.isOut }
    guard let first = out.first, let last = postmortem.publication(to: .public) else { return nil }
    let isTold = incidents.contains { $0.number == postmortem.incident }
    return PublicPostmortem(
      id: PublicID(hashing: "\(seed) postmortem \(postmortem.number)"),
      incident: isTold ? postmortem.incident.map(name) : nil, title: last.content.title,
      markdown: last.content.markdown, published: first.at, updated: last.at)
  }

  // MARK: Maintenances

  private func maintenance(_ maintenance: Maintenance) -> PublicMaintenance {
    let created = maintenance.steps.first?.at ?? maintenance.plan.from
    return PublicMaintenance(
      id: PublicID(hashing: "\(seed) maintenance \(maintenance.number)"), title: maintenance.plan.title,
      state: PublicMaintenanceState(maintenance.state), from: maintenance.plan.from, until: maintenance.plan.until,
      created: created, ended: maintenance.state.isOver ? maintenance.steps.last?.at : nil,
      revision: max(0, maintenance.steps.count - 1),
      components: maintenance.plan.components.filter(listed.contains).map { PublicID($0) },
      updates: maintenance.steps.reversed().map { step in
        let isFirst = step.version == maintenance.steps.first?.version
        return PublicUpdate(
          id: PublicID(hashing: "\(seed) maintenance \(maintenance.number) step \(step.version)"),
          state: PublicMaintenanceState(step.state),
          text: PublicText(more: isFirst ? maintenance.plan.text : step.note), published: step.at)
      })
  }

  private func name(_ incident: Int) -> PublicID { PublicID(hashing: "\(seed) incident \(incident)") }
  private func group(_ name: String) -> PublicID { PublicID(hashing: "\(seed) group \(name)") }
}

extension ComponentState {
  init(_ condition: ComponentCondition) {
    self =
      switch condition {
      case .operational: .operational
      case .degraded: .degraded
      case .partialOutage: .partialOutage
      case .majorOutage: .majorOutage
      case .maintenance: .maintenance
      }
  }
}

extension PublicIncidentState {
  fileprivate init(_ state: PublicState) {
    self =
      switch state {
      case .investigating: .investigating
      case .identified: .identified
      case .monitoring: .monitoring
      case .resolved: .resolved
      }
  }
}

extension PublicMaintenanceState {
  fileprivate init(_ state: MaintenanceState) {
    self =
      switch state {
      case .scheduled: .scheduled
      case .inProgress: .inProgress
      case .verifying: .verifying
      case .completed: .completed
      case .cancelled: .cancelled
      }
  }
}

extension PublicText {
  fileprivate init(_ text: UpdateText) {
    self.init(
      broken: text.broken, affected: text.affected, since: text.since, doing: text.doing, meanwhile: text.meanwhile,
      nextBy: text.nextBy, apology: text.apology, more: text.more)
  }
}
