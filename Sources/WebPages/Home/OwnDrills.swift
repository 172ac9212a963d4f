import Accounts
import Drills
import Incidents
import PageKit
import RecordViews

/// Drills that are being played and in which whoever looks has a part: where to go, and where to declare.
struct OwnDrills: Sendable {
  let drills: [DrillListing]
  let context: PageContext

  /// On the first page.
  var list: HTML? {
    guard !drills.isEmpty else { return nil }
    return Tag.ul(.class("own-drills")) {
      for drill in drills {
        Tag.li(.class("banner banner-drill")) {
          Tag.p {
            Tag.strong { name(drill) + (drill.state == .paused ? " is halted" : " is running") }
            ", and you \(part(drill)). "
            incident(drill)
          }
          Tag.a(.class("button strong"), .href(.drills(.drill(drill.number)))) { "To drill \(drill.number)" }
        }
      }
    }
  }

  /// Above the form that declares what is real.
  var declaring: HTML? {
    guard !drills.isEmpty else { return nil }
    return .joined(
      drills.map { drill in
        Tag.div(.class("banner banner-drill"), .set("role", "note")) {
          Tag.p {
            Tag.strong { name(drill) + (drill.state == .paused ? " is halted" : " is running") }
            ", and you \(part(drill)). What is declared here is real: people are called, customers may be told. "
            if let number = drill.incident {
              "The drill's own incident is "
              Tag.a(.href(.incident(IncidentID(number: number)))) { "INC-\(number)" }
              "."
            } else {
              Tag.a(.href(.drills(.drill(drill.number)))) { "What belongs to the drill is declared in the drill" }
              "."
            }
          }
        }
      })
  }

  @HTMLBuilder private func incident(_ drill: DrillListing) -> HTML {
    if let number = drill.incident {
      "Its incident is "
      Tag.a(.href(.incident(IncidentID(number: number)))) { "INC-\(number)" }
      "."
    } else {
      "Nothing is declared in it yet."
    }
  }

  private func name(_ drill: DrillListing) -> String { "Drill \(drill.number)" }

  private func part(_ drill: DrillListing) -> String {
    switch drill.people.first(where: { $0.name == context.caller?.account })?.part {
    case .facilitator: "lead it"
    case .observer: "look on"
    case .responder, nil: "respond in it"
    }
  }
}
