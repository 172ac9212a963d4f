import Accounts
import Findings
import Incidents
import Interchange
import PageKit

/// What stands between a draft and its readers, and the one deliberate act.
struct PublishPanel: Sendable {
  let scene: IncidentScene
  /// As it stands in the fields.
  let update: IncidentUpdate
  let findings: [Finding]
  /// The form around it, whose fields are what is approved and published.
  let form: ActionForm
  /// Buttons that mend what can be mended with one.
  let repairs: [HTML]

  var html: HTML {
    Tag.section(.class("publish panel form"), .id("publish"), .labelledBy("publish-title")) {
      Tag.h2(.id("publish-title")) { "Let it out" }
      if isShut {
        Tag.p(.class("refused")) {
          "\(scene.id) is private, and customers would read of it. Open it to the team first, or tell customers through another incident."
        }
      } else {
        Tag.ul(.class("conditions")) {
          condition(held.isEmpty, review)
          if needsApproval {
            condition(
              update.approvedBy != nil,
              update.approvedBy.map { "\($0) has approved it" }
                ?? "A second person approves it: anybody but \(update.author)")
          }
        }
        if scene.isOpen {
          HTML.joined(repairs)
          approve
          publish
        }
      }
    }
  }

  private var review: String {
    if !held.isEmpty { return "The reviewer holds it: \(held.joined(separator: ", "))" }
    return findings.isEmpty
      ? "The reviewer has nothing against it"
      : "The reviewer does not hold it; \(Wording.count(findings.count, "thing")) above \(findings.count == 1 ? "is" : "are") worth a look"
  }

  private var isShut: Bool { scene.incident.isPrivate && update.audience == .customers }

  private var held: [String] {
    var rules: [String] = []
    for finding in findings where finding.severity == .error && !rules.contains(finding.rule) {
      rules.append(finding.rule)
    }
    return rules
  }

  private var needsApproval: Bool {
    scene.policy.protocolFor(update.audience, severity: scene.incident.facts.severity)?.approval == .secondPerson
  }

  private func condition(_ isMet: Bool, _ words: String) -> HTML {
    Tag.li(.class(isMet ? "met" : "unmet")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", isMet ? "M2 8.5 6.2 12.7 14 4" : "M8 2v7M8 12.4v1.2"), .set("fill", "none"),
          .set("stroke", "currentColor"), .set("stroke-width", "2.4"), .set("stroke-linecap", "round"))
      }
      Tag.span { words }
    }
  }

  private var approve: HTML? {
    guard needsApproval, update.approvedBy == nil, let caller = scene.context.caller, caller.account != update.author
    else { return nil }
    return .joined([
      HiddenField.html(
        FormField.only("seenVersion", of: .approveUpdate), "\(form.seenVersion ?? update.version)"),
      Tag.button(.set("type", "submit"), action(.approveUpdate)) { "I have read it, and approve it" },
    ])
  }

  private var publish: HTML {
    let isHeld = !held.isEmpty || (needsApproval && update.approvedBy == nil)
    let reason = FormField.only("releaseReason", of: .publishUpdate)
    return .joined([
      isHeld
        ? form.field(
          reason, "Why it goes out all the same", .lines,
          hint: "Mending it is better. What you write here stays in the timeline.",
          lengthMax: IncidentLimits.reasonScalarsMax) : .empty,
      Tag.p(.class("section-note")) {
        "What stands in the fields above is what goes out: it is saved and published in one."
      },
      Tag.button(.class("strong publish-button"), .set("type", "submit"), action(.publishUpdate)) {
        "Publish to \(update.audience.words)"
      },
    ])
  }

  /// Sends the same fields to another operation on the update.
  private func action(_ operation: OperationID) -> Attribute {
    .formAction(.act(ActionPath(operation, "\(scene.id)", "\(update.number)")))
  }
}
