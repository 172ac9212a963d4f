import Chronology
import Interchange
package import PageKit
package import Postmortems
import RecordViews

/// All guards: broken ones first, and what could not be checked never among those that hold.
package struct GuardsPage: Sendable {
  private let guards: [GuardRecord]
  private let declaring: String?
  private let context: PageContext

  /// `declaring`: the name of one that is about to be declared.
  package init(guards: [GuardRecord], declaring: String? = nil, context: PageContext) {
    self.guards = guards
    self.declaring = declaring
    self.context = context
  }

  private static let page = SitePath.lessons(.guards())

  package var html: String {
    LessonFrame("Guards", [("Guards", Self.page)], context: context).html {
      LessonFrame.head(
        "Guards",
        "A guard keeps proving that a lesson still holds. When it breaks, it opens its action again and says which incident it protects against."
      )
      if guards.isEmpty {
        empty
      } else {
        counts
        for (title, members) in groups where !members.isEmpty { section(title, members) }
      }
      if context.mayConfigure { declare }
    }
  }

  private var empty: HTML {
    Tag.section(.class("empty")) {
      Tag.h2 { "No guard watches anything yet" }
      Tag.p {
        "Write what must stay true into mayday.yaml beside your code, and let CI run it. Each result is kept here."
      }
      Commands(["mayday guard run", "mayday guard run --report"]).html
    }
  }

  private var groups: [(title: String, members: [GuardRecord])] {
    let live = guards.filter { $0.retired == nil }
    return [
      ("Broken", live.filter { $0.standing == .broken }),
      ("Could not be checked", live.filter { $0.standing == .unknown }),
      ("Never checked", live.filter { $0.standing == nil }), ("Hold", live.filter { $0.standing == .holds }),
      ("Retired", guards.filter { $0.retired != nil }),
    ]
  }

  private var counts: HTML {
    let live = guards.filter { $0.retired == nil }
    let holding = live.count { $0.standing == .holds }
    return Tag.p(.class("lede lesson-sum")) {
      holding == live.count
        ? "All \(Wording.count(live.count, "guard")) hold."
        : "\(Wording.grouped(holding)) of \(Wording.count(live.count, "guard")) hold."
    }
  }

  private func section(_ title: String, _ members: [GuardRecord]) -> HTML {
    Tag.section(.class("lesson-group")) {
      Tag.header(.class("section-head")) {
        Tag.h2 { title }
        Tag.p(.class("section-note")) { Wording.count(members.count, "guard") }
      }
      Tag.ul(.class("guard-list")) { for record in members { row(record) } }
    }
  }

  private func row(_ record: GuardRecord) -> HTML {
    let declaration = record.declaration
    return Tag.li(.class("guard-row")) {
      Tag.p(.class("marks")) {
        GuardMark(standing: record.standing, isRetired: record.retired != nil).html
        if let since = record.standingSince {
          Tag.span(.class("section-note")) {
            "since "
            LessonFrame.day(since)
          }
        }
        Tag.span(.class("identifier")) { declaration.name }
      }
      Tag.h3 { Tag.a(.class("cover"), .href(.lessons(.guardRecord(declaration.name)))) { declaration.title } }
      if let summary = record.results.first?.content.summary, record.standing != .holds {
        Tag.p(.class("guard-seen")) { Tag.code { summary } }
      }
      Tag.p(.class("section-note guard-for")) { GuardOrigin(declaration: declaration).html }
    }
  }

  // MARK: Declaring

  private var declare: HTML {
    Tag.details(.class("fold"), .id("declare"), declaring != nil || context.outcome != nil ? .isOpen : nil) {
      Tag.summary { "Declare a guard" }
      if let name = declaring {
        GuardForm(
          name: name, known: guards.first { $0.declaration.name == name }?.declaration,
          page: .lessons(.guards(declaring: name)), context: context
        ).html
      } else {
        Tag.form(.class("form"), .set("method", "get"), .action(Self.page)) {
          Field(
            name: "name", label: "Its name", hint: "Lower-case letters, digits and -: all-servers-one-build",
            isRequired: true, lengthMax: 60, scope: "declare"
          ).html
          Tag.button(.set("type", "submit")) { "Go on" }
        }
      }
    }
  }
}

/// What a guard is for: the incident it protects against, and the action that asked for it.
struct GuardOrigin: Sendable {
  let declaration: GuardDeclaration

  var html: HTML {
    if declaration.incident == nil, declaration.action == nil {
      return Gap("It does not say which incident it is for").html
    }
    return .joined([
      declaration.incident.map { number in
        Tag.span {
          "Protects against "
          LessonFrame.incident(number)
        }
      } ?? .empty,
      declaration.action.map { action in
        Tag.span {
          declaration.incident == nil ? "For " : ", for "
          Tag.a(.href(LessonFrame.place(of: action))) { "\(action)" }
        }
      } ?? .empty,
    ])
  }
}
