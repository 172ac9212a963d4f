import Accounts
import Chronology
import DrillPages
import Drills
import Incidents
import Interchange
import PageKit
import ShippedDocuments
import Testing

/// A drill of the certificate at four times speed, as it stands after so many minutes on the wall.
enum DrillScenes {
  static let start = Instant(rfc3339: "2031-05-04T09:00:00Z") ?? Instant(seconds: 0)
  static let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>\u{202E}&amp;"

  static func caller(_ name: String, _ role: AccountRole = .responder) -> Caller {
    Caller(account: name, displayName: name, role: role, origin: .session(id: "s"))
  }

  static func context(_ name: String = "lea", _ role: AccountRole = .responder, at now: Instant = start) -> PageContext
  {
    PageContext(
      visitor: PageVisitor(caller: caller(name, role), formToken: "a-token", formKey: "a-key"), now: now)
  }

  static func planned(
    people: [DrillPerson] = [DrillPerson(name: "lea", part: .facilitator), DrillPerson(name: "rob", part: .responder)]
  ) throws -> DrillPlanned {
    let document = try #require(ShippedDocument.named("sunday-certificate", of: .scenario))
    return DrillPlanned(
      scenario: document.name, title: Scenario(parsing: document.text).title, text: document.text,
      plan: "wrong-certificate", day: CivilDate(year: 2031, month: 5, day: 4), people: people, speed: 4)
  }

  /// Folds commands at seconds on the wall after the start, each by somebody.
  static func drill(
    _ steps: [(second: Double, by: String, command: DrillCommand)], planned: DrillPlanned? = nil
  ) throws -> Drill {
    var drill = Drill(number: 3)
    let all = [(second: -60.0, by: "lea", command: DrillCommand.plan(try planned ?? Self.planned()))] + steps
    for step in all {
      let at = start.advanced(bySeconds: step.second)
      for event in try drill.events(for: step.command, in: DrillContext(actor: step.by, now: at)) {
        drill.apply(
          event, EventStamp(version: drill.version + 1, recorded: at, claimed: nil, actor: step.by))
      }
    }
    return drill
  }

  static func scene(
    _ drill: Drill, for name: String, _ role: AccountRole = .responder, after seconds: Double,
    outcome: DrillOutcome? = nil
  ) -> DrillScene {
    let now = start.advanced(bySeconds: seconds)
    let mayLead = (drill.part(of: name) == .facilitator || drill.isPractice) && role != .reader
    return DrillScene(
      whole: DrillWhole(drill, for: name, mayLead: mayLead, now: now), outcome: outcome,
      context: context(name, role, at: now))
  }

  /// Two minutes on the wall are eight of drill time: messages 1 to 4 have come, 5 was put off, 6 left out, one added.
  static func running() throws -> Drill {
    try drill([
      (0, "lea", .start(incident: nil)), (105, "mayday", .releaseDue),
      (106, "lea", .delay("5", seconds: 300)), (107, "lea", .skip("6", reason: hostile)),
      (108, "lea", .add(InjectAdded(kind: .customer, from: hostile, text: hostile))),
      (109, "rob", .observe(DrillObservation(kind: .surprise, words: hostile))),
      (110, "lea", .observe(DrillObservation(kind: .expectation, words: hostile, expectation: 8, judgement: .partly))),
    ])
  }

  static func ended() throws -> Drill {
    var all = try running()
    for (second, command) in [(400.0, DrillCommand.end)] {
      let at = start.advanced(bySeconds: second)
      for event in try all.events(for: command, in: DrillContext(actor: "lea", now: at)) {
        all.apply(event, EventStamp(version: all.version + 1, recorded: at, claimed: nil, actor: "lea"))
      }
    }
    return all
  }
}
