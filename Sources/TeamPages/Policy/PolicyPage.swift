import Incidents
package import PageKit
package import RecordViews

/// What the team has agreed on, to be read: severities and what they ask, roles and their duties, who is told how soon.
package struct PolicyPage: Sendable {
  private let view: PolicyView
  private let context: PageContext

  package init(view: PolicyView, context: PageContext) {
    self.view = view
    self.context = context
  }

  private var policy: Policy { view.policy }

  package var html: String {
    PageFrame(title: "Policy", trail: [("Policy", .response(.policy))], kind: "policy", context: context).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "What we have agreed on" }
        Tag.p(.class("lede")) {
          view.version == 0
            ? "Nobody has changed this yet: it is what a team begins with."
            : "For the time of an incident, so that nobody has to decide it then."
        }
        if context.mayConfigure {
          Tag.p { Tag.a(.class("button"), .href(.response(.policyForm))) { "Agree on it anew" } }
        }
      }
      severities
      roles
      protocols
    }
  }

  private var severities: HTML {
    Tag.section(.class("policy-part"), .labelledBy("severities-title")) {
      Tag.h2(.id("severities-title")) { "Severities" }
      Tag.p(.class("section-note")) {
        "Where nobody says one, it is \(policy.severityName(policy.levelWhenNotSaid)): in doubt the higher."
      }
      Tag.ul(.class("severity-list")) {
        for severity in policy.severities {
          Tag.li {
            Tag.p(.class("severity-line")) {
              SeverityMark(severity: severity.level, name: severity.name).html
              ColourSwatch(colour: severity.colour).html
            }
            Tag.p { severity.meaning }
            Tag.p(.class("section-note")) { asks(severity) }
          }
        }
      }
    }
  }

  private func asks(_ severity: Severity) -> String {
    let names = severity.roles.map { policy.role($0)?.name ?? $0 }
    let roles = names.isEmpty ? "asks for no role" : "asks for \(names.joined(separator: ", "))"
    let days = severity.actionDueDays ?? .standard
    return Wording.sentence(roles)
      + (severity.needsPostmortem ? "; a postmortem is written" : "; no postmortem is asked for")
      + "; immediate actions are due within \(Wording.count(days.immediate, "day")), long-term ones within "
      + Wording.count(days.longTerm, "day")
  }

  private var roles: HTML {
    Tag.section(.class("policy-part"), .labelledBy("policy-roles-title")) {
      Tag.h2(.id("policy-roles-title")) { "Roles" }
      Tag.dl(.class("duties")) {
        for role in policy.roles {
          Tag.div {
            Tag.dt { role.name }
            Tag.dd { role.duty }
          }
        }
      }
    }
  }

  private var protocols: HTML {
    Tag.section(.class("policy-part"), .labelledBy("protocols-title")) {
      Tag.h2(.id("protocols-title")) { "Who is told, how soon, how often" }
      Tag.p(.class("section-note")) {
        "Pages begin to warn \(Wording.count(policy.warnBeforeMinutes, "minute")) before a word is due."
      }
      if policy.protocols.isEmpty {
        Tag.p(.class("gap-block")) { "Nothing is agreed on: no word is due to anybody." }
      } else {
        Tag.table(.class("stacking protocols")) {
          Tag.thead {
            Tag.tr {
              for heading in Self.headings { Tag.th(.set("scope", "col")) { heading } }
            }
          }
          Tag.tbody { for rule in policy.protocols { row(rule) } }
        }
      }
    }
  }

  private static let headings = ["Severity", "To", "Speaks", "First word within", "Then every", "Approves"]

  private func row(_ rule: CommunicationProtocol) -> HTML {
    let cells: [HTML] = [
      SeverityMark(severity: rule.severity, name: policy.severity(rule.severity)?.name).html,
      HTML(Wording.sentence(rule.audience.words)), HTML(policy.role(rule.speaker)?.name ?? rule.speaker),
      minutes(rule.firstWithinMinutes, none: "none is due"), minutes(rule.everyMinutes, none: "as promised"),
      HTML(rule.approval == .secondPerson ? "A second person" : "Nobody has to"),
    ]
    return Tag.tr {
      for (heading, cell) in zip(Self.headings, cells) { Tag.td(.column(heading)) { cell } }
    }
  }

  private func minutes(_ minutes: Int?, none: String) -> HTML {
    HTML(minutes.map { Wording.duration(seconds: Double($0) * 60) } ?? none)
  }
}

/// A colour of a team's own, beside a word that says the same.
struct ColourSwatch: Sendable {
  /// `#rrggbb`.
  let colour: String

  var html: HTML? {
    guard colour.utf8.count == 7, colour.hasPrefix("#"), colour.dropFirst().allSatisfy(\.isHexDigit) else { return nil }
    return Tag.svg(.class("colour-swatch"), .set("viewBox", "0 0 16 16"), .hidden) {
      Tag.rect(.set("width", "16"), .set("height", "16"), .set("rx", "3"), .set("fill", colour))
    }
  }
}
