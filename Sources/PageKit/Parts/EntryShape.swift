package import Incidents

/// How a page draws and names a kind of entry of an incident's own timeline.
package struct EntryShape: Sendable {
  package let kind: IncidentEntry.Kind

  package init(kind: IncidentEntry.Kind) {
    self.kind = kind
  }

  package var tone: KindShape.Tone? {
    switch kind {
    case .declared: .trouble
    case .decision, .dissent, .update: .word
    case .suspect: .change
    case .state, .revision, .instant, .role, .note, .task, .evidence, .moment, .missed, .access, .document, .erased,
      .plan:
      nil
    }
  }

  package var word: String {
    switch kind {
    case .declared: "declared"
    case .state: "state"
    case .revision: "said anew"
    case .instant: "instant"
    case .role: "role"
    case .note: "note"
    case .decision: "decision"
    case .dissent: "seen differently"
    case .task: "task"
    case .evidence: "evidence"
    case .moment: "from the evidence"
    case .suspect: "suspect"
    case .update: "update"
    case .missed: "a word was due"
    case .access: "who may see it"
    case .document: "postmortem"
    case .erased: "erased"
    case .plan: "plan"
    }
  }

  package var html: HTML {
    Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
      isFilled
        ? Tag.path(.set("d", path), .set("fill", "currentColor"), .set("fill-rule", "evenodd"))
        : Tag.path(
          .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "2"),
          .set("stroke-linejoin", "round"), .set("stroke-linecap", "round"))
    }
  }

  private var isFilled: Bool {
    switch kind {
    case .declared, .note, .moment, .suspect, .update: true
    default: false
    }
  }

  private var path: String {
    switch kind {
    case .declared: "M8 0l8 8-8 8-8-8zM7 3.8v5h2v-5zM7 10.2v2h2v-2z"
    case .state: "M2 8h11M9 4l4 4-4 4"
    case .revision: "M2.5 13.5l1-3.6 7-7 2.6 2.6-7 7z"
    case .instant, .missed: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.4l2.4 1.4"
    case .role: "M8 2.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM2.5 14c.6-3 2.8-4.4 5.5-4.4s4.9 1.4 5.5 4.4"
    case .note: "M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8z"
    case .decision: "M8 15V8.5L3 2M8 8.5 13 2"
    case .dissent: "M2 5h12M2 11h12M11 1.5 5 14.5"
    case .task: "M2.5 2.5h11v11h-11zM5 8l2.2 2.4L11 5.6"
    case .evidence, .document: "M3.5 1.5h6l3 3v10h-9zM6 8h4M6 11h4"
    case .moment: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2z"
    case .suspect: "M8 1.5 15.2 14.5H.8z"
    case .update: "M1 2h14v9.5H7.5L4 15v-3.5H1z"
    case .access: "M4 7h8v7H4zM5.5 7V4.8a2.5 2.5 0 0 1 5 0V7"
    case .erased: "M4 4l8 8M12 4l-8 8"
    case .plan: "M2 4l1.4 1.6L6 2.4M8 4h6M2 11l1.4 1.6L6 9.4M8 11h6"
    }
  }
}

/// Which lines of a timeline a reader wants to see.
package enum EntryFilter: String, CaseIterable, Sendable, Hashable {
  case notes, decisions, updates, tasks, changes, evidence

  package var words: String { Wording.sentence(rawValue) }

  package var kinds: Set<IncidentEntry.Kind> {
    switch self {
    case .notes: [.note]
    case .decisions: [.decision, .dissent]
    case .updates: [.update, .missed]
    case .tasks: [.task]
    case .changes: [.declared, .state, .revision, .instant, .role, .access, .document]
    case .evidence: [.evidence, .moment, .suspect]
    }
  }
}
