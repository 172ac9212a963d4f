import Accounts
import Chronology
package import PageKit
package import Plans
import RecordViews

/// What the record shows an auditor, control by control, on a screen and on paper.
package struct AuditPage: Sendable {
  private let checklist: AuditChecklist
  private let days: AuditDays
  private let context: PageContext

  package init(checklist: AuditChecklist, days: AuditDays, context: PageContext) {
    self.checklist = checklist
    self.days = days
    self.context = context
  }

  package var html: String {
    ReadinessFrame("For an auditor", [("Audit", .readiness(.audit(days)))], context: context).html {
      ReadinessFrame.head("What the record shows", AuditChecklist.preface)
      Tag.p(.class("audit-days")) {
        "Incidents from \(Wording.dayAndMonth(checklist.from)) to \(Wording.dayAndMonth(checklist.until)); plans and people as they are on \(Wording.dayAndMonth(checklist.today)). Counted is what \(context.caller?.account ?? "the reader") may know of."
      }
      choice
      sum
      for control in checklist.controls { part(control) }
      Tag.p(.class("section-note no-print")) { "In a terminal:" }
      Commands(["mayday readiness audit --format markdown > audit.md", "mayday record verify"]).html
    }
  }

  private var choice: HTML {
    Tag.div(.class("no-print audit-choice")) {
      Tag.form(.class("form audit-form"), .set("method", "get"), .action(.readiness(.audit()))) {
        Field(name: "from", label: "From", control: .line(type: "date"), value: "\(checklist.from)", scope: "days").html
        Field(name: "until", label: "Until", control: .line(type: "date"), value: "\(checklist.until)", scope: "days")
          .html
        Tag.button(.set("type", "submit")) { "Show these days" }
      }
      Tag.ul(.class("lesson-links")) {
        Tag.li { Tag.a(.class("button"), .href(.readiness(.auditFile(days, .markdown)))) { "As Markdown" } }
        Tag.li { Tag.a(.class("button"), .href(.readiness(.auditFile(days, .table)))) { "As a table (CSV)" } }
      }
    }
  }

  private var sum: HTML {
    Tag.dl(.class("ready-sum")) {
      for state in AuditChecklist.State.allCases {
        Tag.div {
          Tag.dt { state.words }
          Tag.dd { "\(checklist.count(state))" }
        }
      }
    }
  }

  private func part(_ control: AuditChecklist.Control) -> HTML {
    let id = "control-" + control.number.replacing(".", with: "-")
    return Tag.section(.class("lesson-group audit-control"), .labelledBy(id)) {
      Tag.h2(.id(id)) {
        Tag.span(.class("audit-number")) { control.number + " " }
        control.title
      }
      for line in control.lines { self.line(line) }
      Tag.div(.class("audit-line audit-elsewhere")) {
        Tag.p(.class("section-note")) { "Not shown by this record" }
        Tag.ul { for text in control.notShown { Tag.li { text } } }
      }
    }
  }

  private func line(_ line: AuditChecklist.Line) -> HTML {
    Tag.article(.class("audit-line")) {
      AuditMark(state: line.state).html
      Tag.div {
        Tag.h3 { line.question }
        Tag.p { line.shows }
        if !line.missing.isEmpty {
          Tag.ul(.class("audit-missing")) { for text in line.missing { Tag.li { text } } }
        }
        proofs(line)
      }
    }
  }

  private func proofs(_ line: AuditChecklist.Line) -> HTML? {
    guard !line.proofs.isEmpty else { return nil }
    return Tag.ul(.class("audit-proofs")) {
      for proof in line.proofs {
        Tag.li {
          if let path = path(of: proof) { Tag.a(.href(path)) { proof.name } } else { proof.name }
          Tag.span { proof.words }
        }
      }
      if line.proofCount > line.proofs.count {
        Tag.li { Tag.span { "and \(Wording.grouped(line.proofCount - line.proofs.count)) more" } }
      }
    }
  }

  private func path(of proof: AuditChecklist.Proof) -> SitePath? {
    switch proof.kind {
    case .plan: .readiness(.plan(proof.name))
    case .incident: IncidentID(proof.name).map { .incident($0) }
    case .postmortem: PostmortemID(proof.name).map { .postmortem($0) }
    }
  }
}

/// How far a question is answered: a word and a shape.
struct AuditMark: Sendable {
  let state: AuditChecklist.State

  var html: HTML {
    Tag.span(.class("readiness-mark", "audit-\(state.rawValue)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", path), .set("fill", state == .missing ? "currentColor" : "none"), .set("stroke", "currentColor"),
          .set("stroke-width", state == .missing ? "0" : "2"), .set("stroke-linecap", "round"))
      }
      state.words
    }
  }

  private var path: String {
    switch state {
    case .shown: "M2 8.5 6.2 12.7 14 4"
    case .partly: "M2 9q3-5 6-1t6-1"
    case .missing: "M8 1 15.8 15H.2z"
    case .noOccasion: "M3 8h10"
    }
  }
}
