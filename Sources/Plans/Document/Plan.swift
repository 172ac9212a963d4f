package import Chronology
package import Documents
package import Findings

/// What a team will do when one kind of failure comes: steps in order, who does each, and the result it must reach.
package struct Plan: Sendable {
  /// The whole document, byte for byte.
  package var document: MarkdownDocument
  /// Names the plan: lower-case letters, digits and `-`; from the front matter, else made from the title.
  package var name: String
  package var title: String
  /// How one recognises that it is this: the words of alerts, of errors, of customers.
  package var trigger: String?
  package var likelihood: Likelihood?
  package var impact: PlanImpact?
  /// Role or person who keeps the plan true.
  package var owner: String?
  /// The day by which somebody reads it again.
  package var reviewBy: CivilDate?
  /// How long until the service works again, as promised or hoped for.
  package var recoverWithinSeconds: Int?
  /// Roles that the front matter says the plan needs.
  package var roles: [String]
  /// Components that fail in this scenario, by identifier or name.
  package var components: [String]
  /// Identities of log patterns that were seen in it.
  package var patterns: [String]
  package var communications: [PlanCommunication]
  package var contacts: [PlanContact]
  /// What is held ready to be said, in the order of the document.
  package var words: [PreparedWords]
  /// How one recognises that it is this, at length: the Markdown of that part without its heading; empty without one.
  package var signs: String
  package var steps: [PlanStep]
  /// What could not be read: findings of the reader, each with its place.
  package var problems: [PlanProblem]

  package var text: String { document.text }

  /// The step of a number, as others name it.
  package func step(_ number: String) -> PlanStep? { steps.first { $0.number == number } }
}

/// How often a scenario is expected to come.
package enum Likelihood: String, Codable, CaseIterable, Comparable, Hashable, Sendable {
  /// Once in many years.
  case rare
  /// Within the next few years.
  case possible
  /// Within a year.
  case likely

  /// From 1 to 3.
  package var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  package static func < (left: Likelihood, right: Likelihood) -> Bool { left.rank < right.rank }
}

/// How bad it is when it comes.
package enum PlanImpact: String, Codable, CaseIterable, Comparable, Hashable, Sendable {
  /// Felt by few, over within hours.
  case minor
  /// Felt by most customers, or costs a working day.
  case major
  /// Puts people, the data of customers or the company at stake.
  case severe

  /// From 1 to 3.
  package var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  package static func < (left: PlanImpact, right: PlanImpact) -> Bool { left.rank < right.rank }
}

/// What one audience is told while the plan runs.
package struct PlanCommunication: Hashable, Sendable {
  /// As the plan writes it.
  package var audience: String
  /// Seconds from the start to the first word.
  package var firstWithinSeconds: Int?
  /// Seconds from one word to the next.
  package var everySeconds: Int?
  /// Role or person who speaks.
  package var speaker: String?
  /// What they say, or where the words lie.
  package var message: String
  package var span: TextSpan
}

/// Somebody outside of the roles whom the plan calls.
package struct PlanContact: Hashable, Sendable {
  package var name: String
  /// Telephone, address, portal; nil where the cell is empty.
  package var way: String?
  /// What they are called for.
  package var purpose: String
  package var span: TextSpan
}

/// One thing to do.
package struct PlanStep: Hashable, Sendable {
  /// As the plan numbers it: `3`, `3a`.
  package var number: String
  package var task: String
  /// Roles or persons, each as written; empty when nobody is named.
  package var responsible: [String]
  /// What one must see before the step counts as done.
  package var result: String?
  /// How long it may take.
  package var withinSeconds: Int?
  /// Whether a time stands there that could not be read; a problem of the plan says so.
  package var hasUnreadTime = false
  /// Numbers of the steps that must be done before.
  package var after: [String]
  /// What to do when the result does not come.
  package var fallback: String?
  /// Addresses and paths that it points to.
  package var links: [PlanLink]
  /// Where its task stands.
  package var span: TextSpan

  package init(
    number: String, task: String, responsible: [String] = [], result: String? = nil, withinSeconds: Int? = nil,
    after: [String] = [], fallback: String? = nil, links: [PlanLink] = [],
    span: TextSpan = TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
  ) {
    self.number = number
    self.task = task
    self.responsible = responsible
    self.result = result
    self.withinSeconds = withinSeconds
    self.after = after
    self.fallback = fallback
    self.links = links
    self.span = span
  }
}

/// An address or a path that a step points to.
package struct PlanLink: Hashable, Sendable {
  package var target: String
  package var span: TextSpan
}

/// Something in the document that could not be read as part of a plan.
package struct PlanProblem: Hashable, Sendable {
  package var rule: String
  package var span: TextSpan
  /// One lower-case sentence without a full stop.
  package var message: String
  /// What to do about it.
  package var hint: String

  package init(rule: String, span: TextSpan, message: String, hint: String) {
    self.rule = rule
    self.span = span
    self.message = message
    self.hint = hint
  }
}
