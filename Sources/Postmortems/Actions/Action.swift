package import Chronology

/// `PM-3-A2`: an action by its postmortem and its number there.
package struct ActionID: Hashable, Sendable, Codable, CustomStringConvertible {
  package let postmortem: Int
  package let action: Int

  package init(postmortem: Int, action: Int) {
    self.postmortem = postmortem
    self.action = action
  }

  /// Reads `PM-3-A2` in any case; nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "pm", parts[2].first == "a", text.utf8.count <= 24,
      [parts[1], parts[2].dropFirst()].allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let postmortem = Int(parts[1]), let action = Int(parts[2].dropFirst()), postmortem > 0, action > 0
    else { return nil }
    self.init(postmortem: postmortem, action: action)
  }

  package var description: String { "PM-\(postmortem)-A\(action)" }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = ActionID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not the name of an action")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// What an action is for.
package enum ActionKind: String, Codable, CaseIterable, Hashable, Sendable {
  /// Keeps it from happening again tomorrow.
  case stopNow = "stop-now"
  case prevent
  /// Shows it within minutes.
  case detect
  /// Makes it hurt less.
  case soften
  /// Changes how we work.
  case process
}

/// How soon an action is to be done; immediate ones come first.
package enum ActionTerm: String, Codable, CaseIterable, Hashable, Sendable {
  case immediate
  case longTerm = "long-term"
}

/// How far an action is.
package enum ActionState: String, Codable, CaseIterable, Hashable, Sendable {
  case proposed
  case accepted
  case declined
  case done
  /// Somebody, be it the owner, or a guard has shown that it does what it was for; the note or the check says how.
  case verified

  /// Whether something is left to be done for it.
  package var isOpen: Bool { self == .proposed || self == .accepted || self == .done }

  package var next: [ActionState] {
    switch self {
    case .proposed: [.accepted, .declined, .done]
    case .accepted: [.done, .declined]
    case .declined: [.proposed, .accepted]
    case .done: [.verified, .accepted]
    case .verified: [.accepted]
    }
  }
}

/// What is to be done.
package struct ActionContent: Codable, Hashable, Sendable {
  package var text: String
  package var kind: ActionKind
  package var term: ActionTerm
  package var owner: String?
  package var due: CivilDate?
  /// Numbers of the factors that it answers.
  package var factors: [Int]
  /// How anybody can see that it works.
  package var verification: String

  package init(
    text: String, kind: ActionKind, term: ActionTerm, owner: String? = nil, due: CivilDate? = nil,
    factors: [Int] = [], verification: String = ""
  ) {
    self.text = text
    self.kind = kind
    self.term = term
    self.owner = owner
    self.due = due
    self.factors = factors
    self.verification = verification
  }
}

/// An action was proposed, or written anew under its number.
package struct ActionWritten: Codable, Hashable, Sendable {
  package var action: Int
  package var content: ActionContent

  package init(action: Int = 0, content: ActionContent) {
    self.action = action
    self.content = content
  }
}

/// An action came to another state.
package struct ActionStepped: Codable, Hashable, Sendable {
  package var action: Int
  package var state: ActionState
  /// Why it was declined or opened again; what was done; how it was verified.
  package var note: String
  /// Name of the guard whose result it was; nil: a person's.
  package var check: String?

  package init(action: Int, state: ActionState, note: String = "", check: String? = nil) {
    self.action = action
    self.state = state
    self.note = note
    self.check = check
  }
}

/// An action as it stands.
package struct PostmortemAction: Codable, Hashable, Sendable {
  /// One state that it came to.
  package struct Step: Codable, Hashable, Sendable {
    package var state: ActionState
    package var at: Instant
    package var by: String
    package var note: String
    package var check: String?

    package init(state: ActionState, at: Instant, by: String, note: String, check: String? = nil) {
      self.state = state
      self.at = at
      self.by = by
      self.note = note
      self.check = check
    }
  }

  package var number: Int
  package var content: ActionContent
  package var state: ActionState
  /// Oldest first; the first is its proposal.
  package var steps: [Step]

  package init(number: Int, content: ActionContent, proposed: Step) {
    self.number = number
    self.content = content
    state = proposed.state
    steps = [proposed]
  }

  /// Its state at an instant; nil before it was proposed.
  package func state(at instant: Instant) -> ActionState? { steps.last { $0.at <= instant }?.state }

  /// Whether its day has passed and it is not done.
  package func isOverdue(on day: CivilDate) -> Bool {
    guard let due = content.due, state == .proposed || state == .accepted else { return false }
    return due < day
  }
}
