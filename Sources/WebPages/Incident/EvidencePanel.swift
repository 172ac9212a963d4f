import EvidenceRecords
import Incidents
import Interchange
import PageKit
import TimelineBuilding

/// What was brought in, and where more is dropped.
struct EvidencePanel: Sendable {
  let scene: IncidentScene

  var html: HTML {
    let evidence = scene.incident.evidence
    return Tag.section(.class("evidence-files"), .id("evidence"), .labelledBy("evidence-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("evidence-title")) { "Evidence" }
        Tag.p(.class("section-note")) {
          evidence.isEmpty
            ? "Logs, alerts, deployment records, chat: whatever was saved." : Wording.count(evidence.count, "file")
        }
      }
      if !evidence.isEmpty {
        Tag.ul(.class("files")) {
          for file in evidence {
            Tag.li {
              Tag.p(.class("file-name")) { Tag.code { file.content.name } }
              Tag.p(.class("section-note")) {
                file.content.reading.isEmpty ? "kept as it is" : file.content.reading
                "; \(Self.size(file.content.bytes)), by \(file.by) "
                scene.time(file.added)
              }
            }
          }
        }
      }
      if scene.incident.isDrill, !evidence.isEmpty {
        Tag.p(.class("section-note")) {
          "Files that the drill brings keep the stamps of its story; what they show stands at those, not at today’s."
        }
      }
      if scene.isOpen { drop }
    }
  }

  private var drop: HTML {
    let form = scene.form("evidence", .addEvidence)
    return form.html(.class("drop"), .set("enctype", "multipart/form-data"), .set("data-drop", "")) {
      Tag.label(.set("for", "evidence-file")) { "Drop files here, or choose some" }
      Tag.input(
        .id("evidence-file"), .set("type", "file"), .set("name", "file"), .set("multiple", ""), .set("required", ""))
      Tag.button(.set("type", "submit")) { "Bring them in" }
      Tag.p(.class("section-note")) {
        "They are read at once; known forms of secrets are masked in what pages show. A folder goes as one archive (.tar.gz, .zip): the names of its machines come along."
      }
      Tag.p(.class("drop-state"), .set("role", "status")) {}
    }
  }

  private static func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1000: Wording.count(Int(bytes), "byte")
    case ..<1_000_000: "\(Wording.oneDigit(Double(bytes) / 1e3)) kB"
    case ..<1_000_000_000: "\(Wording.oneDigit(Double(bytes) / 1e6)) MB"
    default: "\(Wording.oneDigit(Double(bytes) / 1e9)) GB"
    }
  }
}

/// What can be done with what the evidence shows: take a moment into the incident's timeline, judge a suspect.
struct EvidenceActs: Sendable {
  let scene: IncidentScene

  func take(_ moment: TimelineMoment) -> HTML {
    let reference = moment.evidence.first?.reference.label
    let isTaken = scene.incident.entries.contains {
      $0.kind == .moment && $0.reference == reference && reference != nil
    }
    if isTaken { return Tag.p(.class("section-note")) { "Taken into the timeline" } }
    guard scene.isOpen else { return .empty }
    return scene.form("take-\(moment.id)", .pickMoment)
      .button(
        "Take into the timeline", class: "quiet", fields: [("moment", moment.id)],
        label: "Take into the timeline: \(moment.title)")
  }

  func standing(of suspect: Suspect) -> HTML {
    let judged = scene.incident.suspects.last { $0.suspect == suspect.change.id }
    return Tag.div(.class("judgement")) {
      if let judged {
        Tag.p(.class("standing", "standing-\(judged.standing.rawValue)")) {
          Tag.strong { Self.words(judged.standing) }
          ": \(judged.reason)"
        }
      }
      if scene.isOpen { form(suspect, judged) }
    }
  }

  private func form(_ suspect: Suspect, _ judged: SuspectJudged?) -> HTML {
    let form = scene.form("suspect-\(suspect.change.id)", .judgeSuspect, suspect.change.id)
    return Tag.details(form.outcome == nil ? nil : .isOpen) {
      Tag.summary(.label("Judge \(suspect.change.title)")) { judged == nil ? "Judge it" : "Judge it again" }
      form.html(.class("form")) {
        form.field(
          "standing", "How it stands", .choice(SuspectStanding.allCases.map { ($0.rawValue, Self.words($0)) }),
          value: (judged?.standing ?? .candidate).rawValue)
        form.field(
          "reason", "What shows it", isRequired: true, lengthMax: IncidentLimits.reasonScalarsMax)
        Tag.button(.set("type", "submit")) { "Record it" }
      }
    }
  }

  private static func words(_ standing: SuspectStanding) -> String {
    switch standing {
    case .candidate: "Worth examining"
    case .confirmed: "Confirmed as a contributing change"
    case .dismissed: "Set aside"
    }
  }
}
