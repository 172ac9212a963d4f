import Chronology
package import PageKit
package import Postmortems
package import RecordViews

/// The actions of all postmortems: what is late, what waits for an answer, what is to be done, what is to be verified.
package struct ActionBoardPage: Sendable {
  /// Of all that fit, the most pressing first.
  private let places: [ActionPlace]
  /// Those that the page shows.
  private let actions: [ActionID: ActionView]
  private let filter: ActionFilter
  private let context: PageContext
  private let calendar: String

  /// `places` are those of all actions that fit the filter, the most pressing first, and `actions` those that are to be
  /// ``shown(_:by:)``; `calendar` is the address to subscribe to.
  package init(
    places: [ActionPlace], actions: [ActionView], filter: ActionFilter, calendar: String,
    context: PageContext
  ) {
    self.places = places
    self.actions = Dictionary(actions.map { ($0.id, $0) }) { first, _ in first }
    self.filter = filter
    self.calendar = calendar
    self.context = context
  }

  /// Names of the actions that the board shows of all that fit a filter: some of each group, and of one that is shown
  /// alone a page.
  package static func shown(_ places: [ActionPlace], by filter: ActionFilter) -> [ActionID] {
    if let group = filter.group {
      return rows(places.filter { $0.group == group }, filter).map(\.id)
    }
    if filter.isByIncident {
      return byIncident(places).prefix(LessonLimits.groupRowsMax).flatMap {
        rows($0.members, filter)
      }.map(\.id)
    }
    return openGroups.flatMap { group in rows(places.filter { $0.group == group }, filter) }.map(
      \.id)
  }

  private var page: SitePath { .lessons(.actions(filter)) }

  package var html: String {
    LessonFrame("Actions", [("Actions", .lessons(.actions()))], context: context).html {
      LessonFrame.head(
        "What is to be done",
        "Each action came of an incident. It is over when somebody has seen that it works, not when it is ticked off."
      )
      if places.isEmpty, !filter.isNarrow {
        empty
      } else {
        tally
        filters
        if places.isEmpty {
          Tag.p(.class("gap-block")) { "No action fits. Ask for less." }
        } else if filter.group == nil, filter.isByIncident {
          incidents
        } else {
          groups
        }
      }
      ActionCalendarNote(address: calendar, filter: filter).html
    }
  }

  private var empty: HTML {
    Tag.section(.class("empty")) {
      Tag.h2 { "No postmortem has an action yet" }
      Tag.p {
        "Write down what would have to be different so that it cannot happen that way again. Owner, day, and how one will see that it works: the board keeps asking for them."
      }
    }
  }

  // MARK: What there is

  private static let openGroups: [ActionFilter.Group] = [.late, .waiting, .accepted, .done]

  private func members(_ group: ActionFilter.Group) -> [ActionPlace] {
    places.filter { $0.group == group }
  }

  /// The numbers first: what presses stands out, and each leads to what it counts.
  private var tally: HTML {
    Tag.ul(.class("tally"), .label("How many")) {
      for group in ActionFilter.Group.allCases {
        let count = members(group).count
        Tag.li(.class(group == .late && count > 0 ? "presses" : "")) {
          Tag.a(
            .href(.lessons(.actions(filter.with { $0.group = filter.group == group ? nil : group }))),
            filter.group == group ? .set("aria-current", "true") : nil
          ) {
            Tag.strong { Wording.grouped(count) }
            Tag.span { group.short }
          }
        }
      }
    }
  }

  private var filters: HTML {
    Tag.nav(.class("lesson-filters"), .label("Which actions")) {
      Tag.ul {
        choice(
          "All", filter.with { ($0.isMine, $0.isOverdue, $0.kind, $0.incident) = (false, false, nil, nil) },
          !filter.isNarrow)
        choice("Mine", filter.with { $0.isMine.toggle() }, filter.isMine)
        choice("Overdue", filter.with { $0.isOverdue.toggle() }, filter.isOverdue)
        choice(
          "By incident",
          filter.with {
            $0.isByIncident.toggle()
            $0.group = nil
          }, filter.isByIncident)
        if let incident = filter.incident { choice("\(incident) alone", filter.with { $0.incident = nil }, true) }
      }
      Tag.details(filter.kind == nil ? nil : .isOpen) {
        Tag.summary { "By kind" }
        Tag.ul {
          for kind in ActionKind.allCases {
            choice(kind.words, filter.with { $0.kind = filter.kind == kind ? nil : kind }, filter.kind == kind)
          }
        }
      }
    }
  }

  private func choice(_ words: String, _ filter: ActionFilter, _ isChosen: Bool) -> HTML {
    Tag.li {
      Tag.a(.href(.lessons(.actions(filter))), isChosen ? .set("aria-current", "true") : nil) { words }
    }
  }

  // MARK: The board

  private var groups: HTML {
    let shown = filter.group.map { [$0] } ?? Self.openGroups
    return .joined(shown.map { section($0, members($0)) } + [filter.group == nil ? over : .empty])
  }

  private func section(_ group: ActionFilter.Group, _ members: [ActionPlace]) -> HTML {
    guard !members.isEmpty || filter.group == group else { return .empty }
    let id = "group-\(group.rawValue)"
    return Tag.section(.class("lesson-group"), .id(group.rawValue), .labelledBy(id)) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id(id)) { group.words }
        Tag.p(.class("section-note")) { "\(Wording.count(members.count, "action")). \(group.meaning)" }
      }
      if members.isEmpty { Tag.p(.class("gap-block")) { "None." } }
      list(members)
      if filter.group == nil, members.count > LessonLimits.groupRowsMax {
        Tag.p(.class("show-all")) {
          Tag.a(.class("button"), .href(.lessons(.actions(filter.with { $0.group = group })))) {
            "All \(Wording.grouped(members.count))"
          }
        }
      }
    }
  }

  /// Immediate ones first, in the order in which they press: as many as are shown at once.
  private static func rows(_ members: [ActionPlace], _ filter: ActionFilter) -> ArraySlice<
    ActionPlace
  > {
    let ordered =
      members.filter { $0.term == .immediate } + members.filter { $0.term != .immediate }
    guard filter.group != nil else { return ordered.prefix(LessonLimits.groupRowsMax) }
    return ordered.dropFirst((filter.page - 1) * LessonLimits.rowsMax).prefix(LessonLimits.rowsMax)
  }

  private func list(_ members: [ActionPlace]) -> HTML {
    let rows = Self.rows(members, filter)
    return .joined([
      Tag.ol(.class("lesson-actions")) {
        for action in rows.compactMap({ actions[$0.id] }) {
          ActionCard(view: action, page: page, context: context).html
        }
      }, filter.group == nil ? .empty : pages(members.count, rows.count),
    ])
  }

  /// Which part of a long group this is, and the way to the parts before and after.
  private func pages(_ count: Int, _ shown: Int) -> HTML {
    guard count > shown else { return .empty }
    let first = (filter.page - 1) * LessonLimits.rowsMax
    return Tag.nav(.class("show-all"), .label("Parts of this group")) {
      Tag.p(.class("section-note")) {
        shown == 0
          ? "There are \(Wording.grouped(count)), and none so far on."
          : "\(Wording.grouped(first + 1)) to \(Wording.grouped(first + shown)) of \(Wording.grouped(count))."
      }
      if filter.page > 1 {
        Tag.a(
          .class("button"), .href(.lessons(.actions(filter.with { $0.page = max(1, $0.page - 1) })))
        ) {
          "More pressing ones"
        }
      }
      if first + shown < count, shown > 0 {
        Tag.a(.class("button"), .href(.lessons(.actions(filter.with { $0.page += 1 })))) {
          "The next ones"
        }
      }
    }
  }

  /// What is over is counted, and shown when it is asked for.
  private var over: HTML {
    let verified = members(.verified).count
    let declined = members(.declined).count
    guard verified + declined > 0 else { return .empty }
    return Tag.p(.class("section-note lesson-over")) {
      "Over: "
      Tag.a(.href(.lessons(.actions(filter.with { $0.group = .verified })))) { "\(Wording.grouped(verified)) verified" }
      ", "
      Tag.a(.href(.lessons(.actions(filter.with { $0.group = .declined })))) { "\(Wording.grouped(declined)) declined" }
      "."
    }
  }

  // MARK: By incident

  /// Open actions by their incident, that with the most pressing one first.
  private static func byIncident(_ places: [ActionPlace]) -> [(
    incident: Int?, members: [ActionPlace]
  )] {
    var order: [Int?] = []
    var members: [Int?: [ActionPlace]] = [:]
    for place in places where place.state.isOpen {
      if members[place.incident] == nil { order.append(place.incident) }
      members[place.incident, default: []].append(place)
    }
    return order.map { ($0, members[$0] ?? []) }
  }

  private var incidents: HTML {
    let all = Self.byIncident(places)
    let note =
      "The \(LessonLimits.groupRowsMax) incidents with the most pressing actions, of \(Wording.grouped(all.count)). The table has all."
    return .joined(
      all.prefix(LessonLimits.groupRowsMax).map { incident, members in
        Tag.section(.class("lesson-group")) {
          Tag.header(.class("section-head")) {
            Tag.h2 {
              if let incident {
                LessonFrame.incident(incident)
                " \(members.lazy.compactMap { actions[$0.id]?.incidentTitle }.first ?? "")"
              } else {
                "Without an incident"
              }
            }
            Tag.p(.class("section-note")) { Wording.count(members.count, "open action") }
          }
          list(members)
          if let incident, members.count > LessonLimits.groupRowsMax {
            Tag.p(.class("show-all")) {
              Tag.a(
                .class("button"),
                .href(
                  .lessons(
                    .actions(
                      filter.with {
                        ($0.incident, $0.isByIncident) = (IncidentID(number: incident), false)
                      })))
              ) { "All of this incident" }
            }
          }
        }
      } + [all.count > LessonLimits.groupRowsMax ? Tag.p(.class("section-note")) { note } : .empty])
  }
}

extension ActionPlace {
  /// Where it stands on the board.
  var group: ActionFilter.Group {
    switch state {
    case .proposed: isOverdue ? .late : .waiting
    case .accepted: isOverdue ? .late : .accepted
    case .done: .done
    case .verified: .verified
    case .declined: .declined
    }
  }
}

extension ActionView {
  var group: ActionFilter.Group { ActionPlace(self).group }
}

extension ActionFilter.Group {
  var words: String {
    switch self {
    case .late: "Late"
    case .waiting: "Waiting for an answer"
    case .accepted: "To be done"
    case .done: "Done, not verified"
    case .verified: "Verified"
    case .declined: "Declined"
    }
  }

  var short: String {
    switch self {
    case .late: "late"
    case .waiting: "wait for an answer"
    case .accepted: "to be done"
    case .done: "to be verified"
    case .verified: "verified"
    case .declined: "declined"
    }
  }

  var meaning: String {
    switch self {
    case .late: "Their day has passed. Do them, or say what they wait for and set another day."
    case .waiting: "Proposed, and nobody has said yes or no."
    case .accepted: "Somebody has said yes."
    case .done: "Nobody has seen yet that they work."
    case .verified: "Somebody, or a guard, has seen that they work."
    case .declined: "With the reason."
    }
  }
}
