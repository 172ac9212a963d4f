import Chronology
package import Incidents
import LessonPages
package import PageKit
package import Postmortems
package import RecordViews

/// The first page: what runs now, with the word that is due next; then what is over, and how the record stands.
package struct HomePage: Sendable {
  private let view: HomeView
  private let listing: IncidentListing?
  private let filter: IncidentFilter
  private let components: [ComponentDefinition]
  private let actions: [ActionView]
  private let lateCount: Int?
  private let guards: [GuardRecord]
  private let context: PageContext

  /// `listing` is the list that `filter` asks for; nil: all that the view holds.
  ///
  /// Of `actions` and `guards` those are shown that press.
  package init(
    view: HomeView, listing: IncidentListing? = nil, filter: IncidentFilter = IncidentFilter(),
    components: [ComponentDefinition] = [], actions: [ActionView] = [], lateCount: Int? = nil,
    guards: [GuardRecord] = [],
    context: PageContext = PageContext()
  ) {
    self.view = view
    self.listing = listing
    self.filter = filter
    self.components = components
    self.actions = actions
    self.lateCount = lateCount
    self.guards = guards
    self.context = context
  }

  private var now: Instant { view.asOf ?? (view.now.nanoseconds > 0 ? view.now : context.now) }
  private var running: [IncidentSummary] { view.incidents.filter { $0.state?.isRunning == true } }
  private var mayDeclare: Bool { context.mayRespond && view.asOf == nil }

  package var html: String {
    PageFrame(
      title: "Mayday", kind: "home", context: context,
      scripts: view.asOf == nil ? [.rail, .clocks, .keys] : [.rail, .keys],
      styles: view.drills.isEmpty ? [.lessons] : [.lessons, .drills]
    ).html {
      if let asOf = view.asOf { AsOfBanner(instant: asOf, zone: .utc, back: .home).html }
      if view.incidents.isEmpty, view.postmortems.isEmpty, view.asOf == nil, !filter.isNarrow {
        OwnDrills(drills: view.drills, context: context).list
        FirstSteps(mayDeclare: mayDeclare, view: view).html
      } else {
        if filter.before == nil, !filter.isNarrow {
          nowRunning
          if view.asOf == nil {
            PressPanel(actions: actions, lateCount: lateCount, guards: guards, context: context)
              .html
          }
        }
        incidents
        postmortems
      }
      if let record = view.record { RecordPanel(record: record).html }
      if context.caller != nil { Shortcuts.home.html }
    }
  }

  // MARK: Running

  private var nowRunning: HTML {
    Tag.section(.class("running"), .labelledBy("running-title")) {
      Tag.header(.class("running-head")) {
        Tag.h1(.id("running-title")) {
          running.isEmpty
            ? view.drills.isEmpty ? "Nothing is running" : "No incident is running"
            : "\(Wording.count(running.count, "incident")) running"
        }
        if mayDeclare {
          Tag.a(.class("button strong declare"), .href(.response(.declare))) { "Declare an incident" }
        }
      }
      OwnDrills(drills: view.drills, context: context).list
      if running.isEmpty, view.asOf == nil {
        Tag.p(.class("lede")) {
          "When something breaks, declare it: it takes one line, and nobody is blamed for a false one."
        }
      }
      Tag.ol(.class("running-list")) { for incident in ordered { runningRow(incident) } }
    }
  }

  /// Those that owe a word soonest first.
  private var ordered: [IncidentSummary] {
    running.sorted { left, right in
      switch (left.nextWord?.due, right.nextWord?.due) {
      case (let one?, let other?): one < other
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): left.id.number > right.id.number
      }
    }
  }

  private func runningRow(_ incident: IncidentSummary) -> HTML {
    let standing = incident.nextWord.map { "due-\($0.standing(at: now).rawValue)" } ?? ""
    return Tag.li {
      Tag.article(.class("running-row", standing)) {
        Tag.p(.class("marks")) {
          SeverityMark(severity: incident.severity, name: view.policy.severity(incident.severity)?.name).html
          if let state = incident.state { StateMark(state: state).html }
          if let declared = incident.started ?? incident.declared {
            Tag.span(.class("running-for")) { ClockText.since(declared, now: now) }
          }
          ApartMark(isDrill: incident.isDrill, isPrivate: incident.isPrivate).html
          Tag.span(.class("identifier")) { "\(incident.id)" }
        }
        Tag.h2 { Tag.a(.class("cover"), .href(.incident(incident.id))) { incident.title } }
        if let word = incident.nextWord {
          Tag.p(.class("row-word")) {
            "\(word.words) "
            Tag.strong { ClockText.until(word, now: now) }
          }
        } else {
          Tag.p(.class("row-word")) { "No word is promised" }
        }
        Tag.p(.class("row-leader")) {
          if let commander = incident.commander {
            Tag.strong { commander }
            " leads"
          } else {
            Tag.span(.class("wanted")) { "Nobody leads yet" }
          }
        }
      }
    }
  }

  // MARK: Over

  private var past: [IncidentSummary] {
    let items = listing?.items ?? view.incidents
    return filter.isNarrow ? items : items.filter { $0.state?.isRunning != true }
  }

  private var incidents: HTML {
    Tag.section(.class("incidents"), .labelledBy("incidents-title")) {
      Tag.header(.class("section-head")) {
        if filter.before == nil, !filter.isNarrow {
          Tag.h2(.id("incidents-title")) { "Before" }
        } else {
          Tag.h1(.id("incidents-title")) { filter.isNarrow ? "Incidents that fit" : "Older incidents" }
        }
        Tag.p(.class("section-note")) {
          "\(Wording.count(past.count, "incident"))\(listing?.hasMore == true ? " here" : ""), newest first"
        }
      }
      FilterForm(filter: filter, policy: view.policy, components: components).html
      if past.isEmpty {
        Tag.p(.class("gap-block")) { filter.isNarrow ? "No incident fits. Ask for less." : "No incident is over yet." }
      }
      Tag.ol(.class("incident-list")) {
        for incident in past { IncidentRow(incident: incident, policy: view.policy).html }
      }
      if let listing, listing.hasMore, let last = listing.items.last {
        Tag.p(.class("show-all")) {
          Tag.a(.class("button"), .href(.response(.incidents(older(than: last.id))))) { "Older ones" }
        }
      }
    }
  }

  private func older(than id: IncidentID) -> IncidentFilter {
    var filter = filter
    filter.before = id
    return filter
  }

  private var postmortems: HTML {
    Tag.section(.class("postmortems"), .labelledBy("postmortems-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("postmortems-title")) { "Postmortems" }
        Tag.p(.class("section-note")) { Wording.count(view.postmortems.count, "postmortem") }
      }
      if view.postmortems.isEmpty {
        Tag.p(.class("gap-block")) { "None is written yet. A draft takes a minute:" }
        Commands(["mayday draft EVIDENCE -o postmortem.md"]).html
      } else {
        Tag.ul(.class("postmortem-list")) {
          for postmortem in view.postmortems { PostmortemRow(postmortem: postmortem).html }
        }
      }
    }
  }
}
