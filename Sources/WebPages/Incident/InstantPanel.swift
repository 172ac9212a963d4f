import Chronology
import Incidents
import Interchange
import PageKit

/// The instants by which the incident is measured, what they rest on, and the spans between them.
struct InstantPanel: Sendable {
  let scene: IncidentScene

  var html: HTML {
    Tag.section(.class("panel side-part"), .id("instants"), .labelledBy("instants-title")) {
      Tag.h2(.id("instants-title")) { "When" }
      contradictions
      Tag.ul(.class("instants")) { for name in InstantName.allCases { row(name) } }
      spans
    }
  }

  private var contradictions: HTML? {
    let pairs = scene.incident.contradictions
    guard !pairs.isEmpty else { return nil }
    return Tag.div(.class("refused")) {
      for pair in pairs {
        Tag.p {
          "‘\(Wording.sentence(pair.later.words))’ is before ‘\(pair.earlier.words)’: one of the two is wrong. What lies between them is not computed."
        }
      }
    }
  }

  private func row(_ name: InstantName) -> HTML {
    let known = scene.incident.instants[name]
    guard scene.isOpen else { return Tag.li(.class("row-line")) { face(name, known) } }
    let form = scene.form("instant-\(name.rawValue)", .stateInstant, name.rawValue)
    return Tag.li {
      Tag.details(form.outcome == nil ? nil : .isOpen) {
        Tag.summary(.class("row-line")) { face(name, known) }
        correction(form, known)
      }
      if name == .impactStarted { told(name) }
    }
  }

  /// Customers count from what they were told: one tap makes the record say the same.
  private func told(_ name: InstantName) -> HTML? {
    guard let told = scene.incident.toldBeginning else { return nil }
    return scene.form("told-beginning", .stateInstant, name.rawValue).button(
      "Take \(scene.timeWords(told.at)), as update \(told.update.number) tells \(told.update.audience.words)",
      fields: [
        ("at", told.at.rfc3339), ("reason", "as update \(told.update.number) tells \(told.update.audience.words)"),
      ])
  }

  private func face(_ name: InstantName, _ known: NamedInstant?) -> HTML {
    .joined([
      Tag.span(.class("row-name")) { Wording.sentence(name.words) },
      known.map { scene.time($0.at, withSeconds: true) } ?? Gap().html,
      known.map { known in
        Tag.span(.class("row-note")) { Self.basis(known.basis) + (known.reason.map { ": \($0)" } ?? "") }
      } ?? .empty,
    ])
  }

  private static func basis(_ basis: NamedInstant.Basis) -> String {
    switch basis {
    case .event: "set by what happened here"
    case .stated: "stated by a person"
    case .document: "from the postmortem"
    }
  }

  private func correction(_ form: ActionForm, _ known: NamedInstant?) -> HTML {
    form.html(.class("form")) {
      form.instant("at", "When", value: known?.at, isRequired: known == nil)
      if known != nil {
        form.field("at.clear", "It is not known after all", .tick)
        form.field("reason", "Why", isRequired: true, lengthMax: IncidentLimits.reasonScalarsMax)
      }
      Tag.button(.set("type", "submit")) { known == nil ? "State it" : "Correct it" }
    }
  }

  private var spans: HTML {
    Tag.dl(.class("spans")) {
      for span in IncidentSpan.allCases {
        Tag.div {
          Tag.dt { Wording.sentence(span.rawValue.split(separator: "-").joined(separator: " ")) }
          Tag.dd {
            switch scene.incident.length(of: span) {
            case .seconds(let seconds): HTML(Wording.duration(seconds: seconds))
            case .missing: Gap().html
            case .invalid: Tag.span(.class("invalid")) { "ends before it begins" }
            }
          }
        }
      }
    }
  }
}
