package import RecordViews

/// The addresses of drills and of the scenarios that are played in them.
package enum DrillPath: Sendable, Hashable {
  /// What to play next, what runs, what is planned, what was played.
  case list
  /// A drill that is about to be planned, with what was chosen already.
  case planning(scenario: String? = nil, plan: String? = nil)
  case drill(Int)
  /// Its day, its people and its speed as a form.
  case replanning(Int)
  case outcome(Int)
  /// What changes while it is played, as a fragment.
  case live(Int)
  /// Server-sent events.
  case events(Int)
  /// A file that comes with a message, as it is.
  case file(Int, String)
  /// The evidence of the incident on whose screens it is played.
  case evidence(IncidentID)
  /// Days of drills for a calendar to subscribe to.
  case calendar
  case scenarios
  case scenario(String)
  /// Its text as a form; also of a scenario that is about to be begun.
  case scenarioEdit(String)
  case scenarioText(String)
  /// A scenario made of an incident that is over, in the form.
  case scenarioFrom(IncidentID, plan: String? = nil)
  /// Where the name of a new scenario is made of its title.
  case scenarioBegun

  package var text: String {
    switch self {
    case .list: "/drills"
    case .planning(let scenario, let plan): "/drills/new" + QueryText.text([("scenario", scenario), ("plan", plan)])
    case .drill(let number): "/drills/\(number)"
    case .replanning(let number): "/drills/\(number)/edit"
    case .outcome(let number): "/drills/\(number)/outcome"
    case .live(let number): "/drills/\(number)/live"
    case .events(let number): "/drills/\(number)/events"
    case .file(let number, let name): "/drills/\(number)/files/\(QueryText.encoded(name))"
    case .evidence(let incident): "/incidents/\(incident)#evidence"
    case .calendar: "/drills.ics"
    case .scenarios: "/scenarios"
    case .scenario(let name): "/scenarios/\(QueryText.encoded(name))"
    case .scenarioEdit(let name): "/scenarios/\(QueryText.encoded(name))/edit"
    case .scenarioText(let name): "/scenarios/\(QueryText.encoded(name))/text"
    case .scenarioFrom(let incident, let plan): "/scenarios/from/\(incident)" + QueryText.text([("plan", plan)])
    case .scenarioBegun: "/scenarios-begun"
    }
  }
}
