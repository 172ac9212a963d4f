import Chronology
import Incidents
import Interchange
import PageKit
import RecordViews

/// One line of an incident's timeline: when, what, by whom; what was corrected and what was decided stays to be read.
struct EntryRow: Sendable {
  let scene: IncidentScene
  let entry: IncidentEntry

  /// Written down later than it happened by more than this, a line says both instants.
  private static let writtenSecondsMin = 60.0

  var html: HTML {
    let shape = EntryShape(kind: entry.kind)
    return Tag.li(
      .class("entry", "entry-\(entry.kind.rawValue)", shape.tone.map { "tone-\($0.rawValue)" } ?? ""),
      .id("entry-\(entry.version)"), .set("tabindex", "-1"), .set("data-at", entry.at.rfc3339),
      .set("data-version", "\(entry.version)"), .set("data-corrections", "\(entry.former.count)")
    ) {
      Tag.div(.class("entry-when")) { stamp }
      Tag.span(.class("entry-node")) { shape.html }
      Tag.div(.class("entry-body")) {
        Tag.p(.class("entry-kind")) {
          Tag.span(.class("kind-word")) { shape.word }
          Tag.span(.class("entry-by")) { entry.by }
          written
        }
        text
        if let decision { DecisionDetail(decision: decision).html }
        if let reference = entry.reference {
          Tag.p(.class("places")) { Tag.code(.class("place")) { reference } }
        }
        corrections
        subject
        if scene.isOpen { EntryActs(scene: scene, entry: entry, isDecision: decision != nil).html }
      }
    }
  }

  private var decision: IncidentDecision? {
    guard entry.kind == .decision else { return nil }
    return scene.incident.decisions.first { $0.version == entry.version }
  }

  private var stamp: HTML {
    Tag.a(.class("stamp"), .href(fragment: "entry-\(entry.version)")) {
      Tag.time(.datetime(entry.at.rfc3339), .title(scene.zone.dateAndMinute(entry.at))) { scene.zone.time(entry.at) }
    }
  }

  private var written: HTML? {
    let seconds = entry.written.seconds(since: entry.at)
    guard abs(seconds) > Self.writtenSecondsMin else { return nil }
    return Tag.span(.class("entry-written")) {
      "written "
      scene.time(entry.written)
    }
  }

  /// Markdown where people wrote it; the sentences of the system are text.
  @HTMLBuilder private var text: HTML {
    switch entry.kind {
    case .note, .decision, .dissent, .moment: ProseMarkup(markdown: entry.text).html
    default: Tag.p(.class("entry-text")) { SystemSentence(text: entry.text, scene: scene).html }
    }
  }

  private var corrections: HTML? {
    guard !entry.former.isEmpty else { return nil }
    return .joined(
      entry.former.reversed().map { former in
        Tag.div(.class("correction")) {
          Tag.p {
            "Corrected "
            scene.time(former.corrected)
            " by \(former.by): \(former.reason)"
          }
          Tag.p(.class("former")) {
            Tag.span(.class("former-label")) { "Before: " }
            Tag.del {
              former.at == entry.at ? "" : "\(scene.timeWords(former.at, withSeconds: true)) "
              former.text
            }
          }
        }
      })
  }

  /// The update or the incident that the line speaks of.
  @HTMLBuilder private var subject: HTML {
    if entry.kind == .update, let number = entry.subject {
      Tag.p(.class("entry-link")) {
        Tag.a(.href(.response(.update(scene.id, Int(number))))) { "Update \(number)" }
      }
    } else if entry.kind == .state, let into = scene.view.mergedInto, entry.subject == Int64(into.id.number) {
      Tag.p(.class("entry-link")) { Tag.a(.href(.incident(into.id))) { "\(into.id): \(into.title)" } }
    }
  }
}

/// What a decision rests on, and what is seen differently.
struct DecisionDetail: Sendable {
  let decision: IncidentDecision

  var html: HTML {
    let record = decision.record
    return Tag.div(.class("decision")) {
      if record.why.isEmpty, record.known.isEmpty, record.options.isEmpty {
        Tag.p(.class("section-note")) { "Decided by \(record.by). Why, and what was known, was not said." }
      } else {
        reasons
      }
      if !decision.dissents.isEmpty {
        Tag.ul(.class("dissents")) {
          for dissent in decision.dissents {
            Tag.li {
              Tag.p(.class("section-note")) { "\(dissent.by) sees it differently" }
              ProseMarkup(markdown: dissent.text).html
            }
          }
        }
      }
    }
  }

  private var reasons: HTML {
    let record = decision.record
    return Tag.dl {
      row("Why", record.why.isEmpty ? Gap("Not said").html : ProseMarkup(markdown: record.why).html)
      if !record.options.isEmpty {
        row("Options seen", Tag.ul { for option in record.options { Tag.li { option } } })
      }
      row("What was known", record.known.isEmpty ? Gap("Not said").html : ProseMarkup(markdown: record.known).html)
      row("Decided by", HTML(record.by))
    }
  }

  private func row(_ label: String, _ value: HTML) -> HTML {
    .joined([Tag.dt { label }, Tag.dd { value }])
  }
}

/// What can be done about a line that a person wrote.
struct EntryActs: Sendable {
  let scene: IncidentScene
  let entry: IncidentEntry
  let isDecision: Bool

  private static let correctable: Set<IncidentEntry.Kind> = [.note, .decision, .dissent, .moment]

  var html: HTML? {
    guard Self.correctable.contains(entry.kind) else { return nil }
    let correction = scene.form("correct-\(entry.version)", .correctEntry, "\(entry.version)")
    let dissent = scene.form("dissent-\(entry.version)", .recordDissent, "\(entry.version)")
    return Tag.div(.class("entry-acts")) {
      if isDecision {
        Tag.details(.class("differs"), dissent.outcome == nil ? nil : .isOpen) {
          Tag.summary(.label("See decision \(entry.version) differently")) { "I see it differently" }
          dissent.html(.class("form")) {
            dissent.field(
              "text", "What do you see differently?", .lines, isRequired: true, lengthMax: IncidentLimits.textScalarsMax
            )
            Tag.button(.set("type", "submit")) { "Record it" }
          }
        }
      }
      Tag.details(.class("corrects"), correction.outcome == nil ? nil : .isOpen) {
        Tag.summary(.label("Correct line \(entry.version)")) { "Correct" }
        correction.html(.class("form")) {
          correction.field(
            "text", "What it should say", .lines, value: entry.text, isRequired: true,
            lengthMax: IncidentLimits.textScalarsMax)
          correction.instant("at", "When it happened", hint: "Left empty, the time stays as it is.")
          correction.field(
            "reason", "What was wrong", hint: "Both texts stay to be read.", isRequired: true,
            lengthMax: IncidentLimits.reasonScalarsMax)
          Tag.button(.set("type", "submit")) { "Correct it" }
        }
      }
    }
  }
}
