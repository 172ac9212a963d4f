package import Incidents

/// Where an incident stands, in its word and with a shape of its own.
package struct StateMark: Sendable {
  package let state: IncidentState

  package init(state: IncidentState) {
    self.state = state
  }

  package var html: HTML {
    Tag.span(.class("mark", "state-\(state.rawValue)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) { drawing }
      Wording.sentence(state.rawValue)
    }
  }

  private var drawing: HTML {
    switch state {
    case .triage:
      .joined([ring, Tag.circle(.set("cx", "8"), .set("cy", "8"), .set("r", "2.2"), .set("fill", "currentColor"))])
    case .active: Tag.circle(.set("cx", "8"), .set("cy", "8"), .set("r", "6.2"), .set("fill", "currentColor"))
    case .mitigated: .joined([ring, Tag.path(.set("d", "M8 2.8a5.2 5.2 0 0 1 0 10.4z"), .set("fill", "currentColor"))])
    case .resolved, .learning, .closed: drawn("M2 8.5 6.2 12.7 14 4")
    case .merged: drawn("M2 3.5h3.5L9 8h5M2 12.5h3.5L9 8M11 5l3 3-3 3")
    case .declined, .cancelled: .joined([ring, drawn("M4.5 11.5l7-7")])
    }
  }

  private var ring: HTML {
    Tag.circle(
      .set("cx", "8"), .set("cy", "8"), .set("r", "5.6"), .set("fill", "none"), .set("stroke", "currentColor"),
      .set("stroke-width", "1.8"))
  }

  private func drawn(_ path: String) -> HTML {
    Tag.path(
      .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "2"),
      .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
  }
}

/// Marks that keep a thing apart: that it is an exercise, or that few may know of it.
package struct ApartMark: Sendable {
  package let isDrill: Bool
  package let isPrivate: Bool

  package init(isDrill: Bool, isPrivate: Bool) {
    self.isDrill = isDrill
    self.isPrivate = isPrivate
  }

  package var html: HTML {
    .joined([
      isDrill ? Tag.span(.class("mark mark-drill")) { "Drill" } : .empty,
      isPrivate ? Tag.span(.class("mark mark-private")) { "Private" } : .empty,
    ])
  }
}

extension IncidentState {
  /// What it means, in a sentence.
  package var meaning: String {
    switch self {
    case .triage: "Declared; nobody has said yet whether it is one."
    case .active: "Somebody is working against it."
    case .mitigated: "Users are not affected any more; the cause may still be there."
    case .resolved: "It is over."
    case .learning: "It is over, and its postmortem is being written."
    case .closed: "It is over, and what was to be learnt is written down."
    case .declined: "Looked at, and no incident."
    case .merged: "Part of another incident."
    case .cancelled: "Declared by mistake."
    }
  }

  /// What whoever presses it wants.
  package func words(from state: IncidentState) -> String {
    switch self {
    case .triage: "Look at it again"
    case .active:
      switch state {
      case .triage: "It is an incident"
      case .mitigated: "Users are affected again"
      default: "Open it again"
      }
    case .mitigated: "Users are well again"
    case .resolved: "It is over"
    case .learning: "Write the postmortem"
    case .closed: "Close it"
    case .declined: "It is none"
    case .merged: "It belongs to another"
    case .cancelled: "Declared by mistake"
    }
  }
}
