import Incidents
import Postmortems

/// Parts on their way into a new postmortem, each held to the rules under which a person would write it.
struct IntakeParts {
  let context: PostmortemContext
  private(set) var events: [PostmortemEvent] = []
  /// What the parts so far add up to; its rules decide of the next ones.
  private var scratch = Postmortem(number: 0)

  init(context: PostmortemContext) { self.context = context }

  /// Takes the parts of one kind, all of them or none; says why where none.
  mutating func take(_ kind: PartStretch, of parts: AssembledParts) -> String? {
    attempt { intake throws(IncidentRefusal) in
      switch kind {
      case .timeline:
        try intake.add(parts.lines)
        for (number, text) in parts.gaps.sorted(by: { $0.key < $1.key }) {
          try intake.add(.explainGap(GapExplained(after: number, text: text)))
        }
      case .causes:
        try intake.add(parts.factors)
        try intake.add(parts.assumptions)
      case .actions: try intake.add(parts.actions)
      case .luck:
        for luck in parts.lucks {
          var new = luck
          new.number = 0
          try intake.add(.writeLuck(new), numbered: luck.number)
        }
      case .accounts: break
      }
    }
  }

  mutating func take(_ kind: PartStretch, _ table: TableIntake) -> String? {
    attempt { intake throws(IncidentRefusal) in
      try intake.add(table.lines)
      try intake.add(table.assumptions)
      try intake.add(table.actions)
    }
  }

  private mutating func attempt(_ body: (inout IntakeParts) throws(IncidentRefusal) -> Void) -> String? {
    var copy = self
    do {
      try body(&copy)
    } catch {
      return "\(error.place): \(error.message)"
    }
    self = copy
    return nil
  }

  // MARK: Parts of one kind

  private mutating func add(_ lines: [TimelineLine]) throws(IncidentRefusal) {
    var written: [TimelineLine] = []
    for line in lines {
      var new = line
      new.number = 0
      guard case .linesWritten(let content)? = try decided(.writeLines([new])), var checked = content.lines.first else {
        continue
      }
      checked.number = number(line.number, scratch.lines.map(\.number) + written.map(\.number))
      written.append(checked)
    }
    guard !written.isEmpty else { return }
    guard written.count + scratch.lines.count <= PostmortemLimits.linesMax else {
      throw IncidentRefusal(
        .limitPassed, place: "lines",
        message: "there are \(written.count), and \(PostmortemLimits.linesMax) are possible", hint: "take some out")
    }
    apply(.linesWritten(LinesWritten(lines: written)))
  }

  private mutating func add(_ factors: [Factor]) throws(IncidentRefusal) {
    for factor in factors {
      // The parents are known once all are there; a list that is nested holds no circle.
      var new = factor
      (new.number, new.parent) = (0, nil)
      guard case .factorWritten(var checked)? = try decided(.writeFactor(new)) else { continue }
      checked.number = number(factor.number, scratch.factors.map(\.number))
      checked.parent = factor.parent
      apply(.factorWritten(checked))
    }
  }

  private mutating func add(_ assumptions: [Assumption]) throws(IncidentRefusal) {
    for assumption in assumptions {
      var new = assumption
      new.number = 0
      try add(.writeAssumption(new), numbered: assumption.number)
    }
  }

  private mutating func add(_ actions: [AssembledParts.ActionRow]) throws(IncidentRefusal) {
    for action in actions {
      // Factors that were taken out may still be named.
      var content = action.content
      content.factors = []
      guard case .actionWritten(var checked)? = try decided(.writeAction(ActionWritten(content: content))) else {
        continue
      }
      checked.action = number(action.number, scratch.actions.map(\.number))
      checked.content.factors = action.content.factors
      apply(.actionWritten(checked))
      guard action.state != .proposed || !action.note.isEmpty else { continue }
      let note = try TextCheck.optional(action.note, "note", max: PostmortemLimits.partScalarsMax)
      apply(.actionStepped(ActionStepped(action: checked.action, state: action.state, note: note)))
    }
  }

  // MARK: One part

  private mutating func add(_ command: PostmortemCommand, numbered wanted: Int = 0) throws(IncidentRefusal) {
    guard let event = try decided(command) else { return }
    switch event {
    case .assumptionWritten(var content):
      content.number = number(wanted, scratch.assumptions.map(\.number))
      apply(.assumptionWritten(content))
    case .luckWritten(var content):
      content.number = number(wanted, scratch.lucks.map(\.number))
      apply(.luckWritten(content))
    default: apply(event)
    }
  }

  private func decided(_ command: PostmortemCommand) throws(IncidentRefusal) -> PostmortemEvent? {
    try scratch.events(for: command, in: context).first
  }

  private mutating func apply(_ event: PostmortemEvent) {
    scratch.apply(
      event, EventStamp(version: scratch.version + 1, recorded: context.now, actor: context.actor))
    events.append(event)
  }

  /// The number that the document gives, as long as it is free.
  private func number(_ wanted: Int, _ taken: [Int]) -> Int {
    (1...1_000_000).contains(wanted) && !taken.contains(wanted) ? wanted : (taken.max() ?? 0) + 1
  }
}
