package import Chronology
package import Incidents
package import Interchange
import Plans

/// Tasks below each other: number, state, what, who, what came of it.
package struct TaskLines {
  private let tasks: [IncidentTask]

  package init(tasks: [IncidentTask]) { self.tasks = tasks }

  package func add(to lines: inout TextLines) {
    let order: [TaskState] = [.open, .done, .dropped]
    for state in order {
      for task in tasks where task.state == state {
        let mark =
          switch task.state {
          case .open: "□"
          case .done: "✓"
          case .dropped: "–"
          }
        let owner = task.state == .open ? " (\(task.owner ?? "nobody yet"))" : task.owner.map { " (\($0))" } ?? ""
        let result = task.result.map { " → \($0)" } ?? ""
        let head = "\(TerminalText.padded(String(task.number), to: 3))\(mark) "
        lines.add(head, task.text + owner + result, columns: 6, style: task.state == .open ? nil : .faint)
      }
    }
  }
}

/// Words that are due: the soonest first, late ones marked by a sign and a word.
struct PromiseLines {
  var promises: [PromiseAnswer]
  var zone: DisplayZone
  var now: Instant

  func add(to lines: inout TextLines) {
    lines.table(
      promises.map { [$0.standing == .ahead ? " " : "!", $0.audience.words, distance($0), when($0), speaker($0)] },
      indent: 1, styles: promises.map { $0.standing == .late ? .wrong : $0.standing == .soon ? .late : nil })
  }

  /// `late by 7 min`, `in 6 min`.
  private func distance(_ promise: PromiseAnswer) -> String { Self.distance(promise) }

  static func distance(_ promise: PromiseAnswer) -> String {
    let seconds = Double(promise.secondsLeft)
    if promise.isHalted == true, promise.standing != .late {
      return "halted, " + DurationWords.text(seconds: seconds) + " left"
    }
    if promise.standing == .late { return "late by " + DurationWords.text(seconds: -seconds) }
    return "in " + DurationWords.text(seconds: seconds)
  }

  private func when(_ promise: PromiseAnswer) -> String {
    (promise.isFirst ? "first" : "next") + " by \(zone.short(promise.due, beside: now))"
  }

  private func speaker(_ promise: PromiseAnswer) -> String {
    promise.holder ?? promise.speaker.map { "\($0): nobody yet" } ?? ""
  }
}

/// Who has which role, and who had it before.
struct RoleLines {
  var roles: [RoleAnswer]
  var zone: DisplayZone
  var now: Instant

  func add(to lines: inout TextLines) {
    lines.table(roles.map { [$0.name, holder($0)] }, styles: roles.map { $0.isWanted ? .late : nil })
    for role in roles {
      if let doubt = role.doubt { lines.add("\(role.name): \(doubt.words)", indent: 2, hanging: 2, style: .late) }
      if role.person == nil { asked(role, &lines) }
    }
  }

  /// Who could take a role, with a way to reach them.
  private func asked(_ role: RoleAnswer, _ lines: inout TextLines) {
    for (index, person) in role.asked.enumerated() {
      let place = person.place == .learning ? "still learning" : index == 0 ? "ask first" : "then"
      let ways = person.contacts.map { "\($0.kind) \($0.value)" }.joined(separator: ", ")
      lines.add(
        "\(role.name), \(place): \(person.name)\(ways.isEmpty ? "" : " (\(ways))")", indent: 2, hanging: 2)
    }
    if !role.away.isEmpty {
      lines.add("\(role.name), away today: \(role.away.joined(separator: ", "))", indent: 2, style: .faint)
    }
  }

  private func holder(_ role: RoleAnswer) -> String {
    let before = role.holdings.filter { $0.until != nil }.suffix(3).map { holding in
      "\(holding.person) \(zone.short(holding.from, beside: now))–\(holding.until.map { zone.short($0, beside: now) } ?? "")"
    }
    let former = before.isEmpty ? "" : "; before: " + before.joined(separator: ", ")
    guard let person = role.person else {
      let command = role.role == RoleDefinition.commander ? "mayday lead" : "mayday role \(role.role) NAME"
      return (role.isWanted ? "nobody yet: \(command)" : "nobody") + former
    }
    let since = role.since.map { " since \(zone.short($0, beside: now))" } ?? ""
    let note = role.holdings.last?.note.map { " (\"\($0)\")" } ?? ""
    return person + since + note + former
  }
}

/// The named instants and what lies between them; what is not known is said.
package struct InstantLines {
  private let incident: IncidentAnswer
  private let zone: DisplayZone
  private let now: Instant

  package init(incident: IncidentAnswer, zone: DisplayZone, now: Instant) {
    self.incident = incident
    self.zone = zone
    self.now = now
  }

  package func add(to lines: inout TextLines) {
    lines.table(
      incident.instants.map { instant in
        [
          instant.name.words, instant.at.map { zone.short($0, beside: now) } ?? "not known",
          instant.reason.map { "(\($0))" } ?? "",
        ]
      })
    let known = incident.spans.compactMap { span -> String? in
      let name = span.name.split(separator: "-").joined(separator: " ")
      switch span.standing {
      case .known: return "\(name) \(DurationWords.text(seconds: span.seconds ?? 0))"
      case .invalid: return "\(name) would end before it began: check the instants"
      case .missing: return nil
      }
    }
    if !known.isEmpty { lines.add(known.joined(separator: " · "), indent: 2) }
  }
}

/// Decisions: what, why, what else was seen, what was known, by whom, and who saw it differently.
struct DecisionLines {
  var decisions: [DecisionAnswer]
  var zone: DisplayZone
  var now: Instant

  func add(to lines: inout TextLines) {
    for decision in decisions {
      let head = "#\(decision.entry)  \(zone.short(decision.at, beside: now))  "
      lines.add(head, "\(decision.what) (\(decision.by))", columns: TerminalText.width(head))
      let parts = [
        ("why", decision.why), ("over", decision.options.joined(separator: "; ")), ("known", decision.known),
      ]
      for (label, text) in parts where !text.isEmpty { lines.add(label, text, indent: 6, columns: 8) }
      for dissent in decision.dissents {
        lines.add("seen differently by \(dissent.by): \(dissent.text)", indent: 6, hanging: 2)
      }
    }
  }
}
