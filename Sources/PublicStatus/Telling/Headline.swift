/// The one sentence that says how things are.
package struct Headline: Hashable, Sendable {
  /// What the sentence is about.
  package enum Kind: String, Hashable, Sendable {
    /// Something is broken.
    case trouble
    /// What was broken is repaired as far as we can see.
    case watching
    /// Planned work is going on, and nothing is broken.
    case planned
    case well
    /// There is nothing to say anything about.
    case empty
  }

  package var kind: Kind
  /// A sentence without its full stop.
  package var text: String
  /// The incident that the sentence is about.
  package var incident: PublicID?
  /// Open incidents besides the one in the sentence.
  package var others: Int
}

extension StatusReport {
  /// Open incidents, the one that takes most away first, then the newest.
  package var openIncidents: [PublicIncident] {
    incidents.filter(\.isOpen).sorted { left, right in
      if (left.state == .monitoring) != (right.state == .monitoring) { return right.state == .monitoring }
      if left.impact != right.impact { return left.impact > right.impact }
      return left.created != right.created ? left.created > right.created : left.id.text < right.id.text
    }
  }

  /// Planned work that is under way, the earliest first.
  package var activeMaintenances: [PublicMaintenance] {
    maintenances.filter(\.isActive).sorted { ($0.from, $0.id.text) < ($1.from, $1.id.text) }
  }

  /// Planned work that is to come, the earliest first.
  package var upcomingMaintenances: [PublicMaintenance] {
    maintenances.filter(\.isUpcoming).sorted { ($0.from, $0.id.text) < ($1.from, $1.id.text) }
  }

  /// How things are, in plain words: the title of the worst open incident, or what does not work, or that all is well.
  package var headline: Headline {
    let open = openIncidents
    if let worst = open.first {
      let text = PlainText.line(worst.title).trimmingWhitespace
      return Headline(
        kind: worst.state == .monitoring ? .watching : .trouble,
        text: text.isEmpty ? "Something does not work as it should" : text, incident: worst.id, others: open.count - 1)
    }
    let failing = components.filter { $0.state.weight > ComponentState.maintenance.weight }
    if !failing.isEmpty {
      return Headline(kind: .trouble, text: Self.sentence(failing: failing), incident: nil, others: 0)
    }
    if let work = activeMaintenances.first {
      return Headline(
        kind: .planned, text: "Planned work is under way: \(PlainText.line(work.title).trimmingWhitespace)",
        incident: nil,
        others: 0)
    }
    let resting = components.filter { $0.state == .maintenance }
    if !resting.isEmpty {
      return Headline(
        kind: .planned, text: "Planned work is under way on \(Self.names(resting))", incident: nil, others: 0)
    }
    return components.isEmpty
      ? Headline(kind: .empty, text: "Nothing is listed on this page yet", incident: nil, others: 0)
      : Headline(kind: .well, text: "Everything we watch works", incident: nil, others: 0)
  }

  private static func sentence(failing: [PublicComponent]) -> String {
    guard failing.count == 1, let only = failing.first else {
      return "\(names(failing)) do not work as they should"
    }
    let name = PlainText.line(only.name)
    return switch only.state {
    case .majorOutage: "\(name) does not work"
    case .partialOutage: "\(name) fails for some"
    case .degraded, .maintenance, .operational: "\(name) is slower or less steady than usual"
    }
  }

  private static func names(_ components: [PublicComponent]) -> String {
    let names = components.map { PlainText.line($0.name) }
    guard names.count <= 3 else { return "\(names.count) parts" }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
