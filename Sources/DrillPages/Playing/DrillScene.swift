import Accounts
import Chronology
package import Drills
import Incidents
import Interchange
package import PageKit
package import RecordViews

/// A drill as one person may see it: what the parts of its page share.
package struct DrillScene: Sendable {
  package let whole: DrillWhole
  /// The incident on whose screens it is played, where the person may know of it.
  package let incident: IncidentView?
  /// How it stands against what was expected; only for those who know the answer.
  package let outcome: DrillOutcome?
  package let context: PageContext

  package init(whole: DrillWhole, incident: IncidentView? = nil, outcome: DrillOutcome? = nil, context: PageContext) {
    self.whole = whole
    self.incident = incident
    self.outcome = outcome
    self.context = context
  }

  var drill: DrillListing { whole.drill }
  var number: Int { whole.drill.number }
  var state: Drill.State { whole.drill.state }
  var page: SitePath { .drills(.drill(number)) }
  var mayAct: Bool { context.mayRespond }
  /// Whether the page has what whoever leads a drill needs: they know what comes.
  var isLed: Bool { whole.mayLead && whole.knowsAnswer && state != .ended }

  /// The part of whoever looks; nil where they have none.
  var part: DrillPerson.Part? { drill.people.first { $0.name == context.caller?.account }?.part }

  /// A form of an operation on this drill, which leads back to its page.
  func form(_ name: String, _ operation: OperationID, _ places: String...) -> ActionForm {
    ActionForm(
      name, ActionPath(operation, places: ["\(number)"] + places), on: page, context: context, returnTo: page)
  }

  /// A clock of drill time, kept going by a script at the drill's speed.
  var clock: HTML {
    Tag.span(
      .class("drill-clock"), .set("data-drill-clock", ""), .set("data-seconds", "\(whole.seconds ?? 0)"),
      .set("data-speed", "\(drill.speed)"), .set("data-at", context.now.rfc3339),
      .set("data-goes", state == .running ? "1" : "0")
    ) { DrillWords.clock(whole.seconds ?? 0) }
  }

  /// How long until a second of drill time, in drill time: `in 02:10`.
  func until(_ second: Int) -> HTML {
    let left = second - (whole.seconds ?? 0)
    return Tag.span(.class("clock"), .set("data-drill-due", "\(second)")) {
      left > 0 ? "in \(DrillWords.clock(left))" : "\(DrillWords.clock(-left)) past its time"
    }
  }

  /// Drill time since the last message came, going up.
  func since(_ second: Int) -> HTML {
    Tag.span(.class("clock"), .set("data-drill-since", "\(second)")) {
      DrillWords.clock((whole.seconds ?? second) - second)
    }
  }
}
