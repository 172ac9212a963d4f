package import Chronology

/// How far a postmortem is.
package enum PostmortemStage: String, Codable, CaseIterable, Hashable, Sendable {
  case draft
  case inReview = "in-review"
  case final
}

/// What a postmortem must pass before it is final; each can be passed with a reason that stays on the record.
package enum PostmortemGate: String, Codable, CaseIterable, Hashable, Sendable {
  /// The reviewer's rules find errors.
  case findings
  /// Claims cite nothing.
  case uncited
  /// An action has no owner, no date or no way to verify it.
  case actions
  /// A participant who was asked has not told their account.
  case accounts
  /// A named reviewer has not approved this revision.
  case reviewers
}

/// A gate that keeps a postmortem from being final, and what shuts it.
package struct ShutGate: Hashable, Sendable {
  package var gate: PostmortemGate
  /// What is missing, a sentence each.
  package var reasons: [String]

  package init(gate: PostmortemGate, reasons: [String]) {
    self.gate = gate
    self.reasons = reasons
  }
}

/// A gate that was passed although it was shut.
package struct PassedGate: Codable, Hashable, Sendable {
  package var gate: PostmortemGate
  package var reason: String

  package init(gate: PostmortemGate, reason: String) {
    self.gate = gate
    self.reason = reason
  }
}

/// A postmortem came to another stage; from final back to draft begins a new revision.
package struct StageChanged: Codable, Hashable, Sendable {
  package var stage: PostmortemStage
  /// Gates that were shut and passed on the way to final.
  package var passed: [PassedGate]
  /// Why it was opened again; what reviewers should look at.
  package var note: String

  package init(stage: PostmortemStage, passed: [PassedGate] = [], note: String = "") {
    self.stage = stage
    self.passed = passed
    self.note = note
  }
}

/// Those who are asked to review.
package struct ReviewersNamed: Codable, Hashable, Sendable {
  package var people: [String]

  package init(people: [String]) { self.people = people }
}

/// What a reviewer said.
package struct VerdictGiven: Codable, Hashable, Sendable {
  package var isApproved: Bool
  package var note: String

  package init(isApproved: Bool, note: String = "") {
    self.isApproved = isApproved
    self.note = note
  }
}

/// A reviewer's verdict on a revision.
package struct ReviewVerdict: Codable, Hashable, Sendable {
  package var person: String
  package var content: VerdictGiven
  package var at: Instant
  package var revision: Int

  package init(person: String, content: VerdictGiven, at: Instant, revision: Int) {
    self.person = person
    self.content = content
    self.at = at
    self.revision = revision
  }
}
