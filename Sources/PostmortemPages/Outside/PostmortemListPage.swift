import Accounts
import Chronology
import Incidents
import Interchange
package import PageKit
package import Postmortems
package import RecordViews

/// All postmortems of ours, newest first, with a way to begin one.
package struct PostmortemListPage: Sendable {
  private let postmortems: [PostmortemSummary]
  private let incident: IncidentSummary?
  private let stage: PostmortemStage?
  private let hasMore: Bool
  private let context: PageContext

  /// `incident`: for which one is begun; `stage`: how far those shown are, nil: all; `hasMore`: whether there are older
  /// ones than those shown.
  package init(
    postmortems: [PostmortemSummary], incident: IncidentSummary? = nil, stage: PostmortemStage? = nil,
    hasMore: Bool = false, context: PageContext
  ) {
    self.postmortems = postmortems
    self.incident = incident
    self.stage = stage
    self.hasMore = hasMore
    self.context = context
  }

  private var page: SitePath { incident.map { .postmortems(.start($0.id)) } ?? .postmortems(.list) }

  package var html: String {
    PageFrame(
      title: "Postmortems", trail: [("Postmortems", .postmortems(.list))], kind: "postmortems", context: context,
      styles: [.postmortem]
    ).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "Postmortems" }
        Tag.p(.class("lede")) { "What happened, why it could, and what is different since." }
      }
      if stage != nil || !postmortems.isEmpty { stages }
      if postmortems.isEmpty, let stage {
        Tag.p(.class("gap-block")) { "None is in this stage: \(stage.words.lowercased())." }
      } else if postmortems.isEmpty {
        Tag.p(.class("gap-block")) {
          "There is none yet. One begins on the page of an incident that is over, with all that its record and evidence hold; or below, from a text."
        }
      } else {
        Tag.ol(.class("postmortem-list")) { for postmortem in postmortems { row(postmortem) } }
        if hasMore { Tag.p(.class("section-note")) { "Older ones are found by their incidents." } }
      }
      if context.mayRespond { start }
    }
  }

  private var stages: HTML {
    Tag.nav(.class("filters"), .label("How far they are")) {
      Tag.ul {
        Tag.li { way(.list, "All", isHere: stage == nil) }
        for other in PostmortemStage.allCases {
          Tag.li { way(.stage(other), other.words, isHere: other == stage) }
        }
      }
    }
  }

  private func way(_ path: PostmortemPath, _ words: String, isHere: Bool) -> HTML {
    Tag.a(.href(.postmortems(path)), isHere ? .set("aria-current", "page") : nil) { words }
  }

  private func row(_ postmortem: PostmortemSummary) -> HTML {
    Tag.li(.class("postmortem-row")) {
      Tag.div {
        Tag.h2(.class("row-title")) { Tag.a(.class("cover"), .href(.postmortem(postmortem.id))) { postmortem.title } }
        Tag.span(.class("identifier")) { postmortem.incident.map { "\(postmortem.id) of \($0)" } ?? "\(postmortem.id)" }
      }
      Tag.p(.class("postmortem-state")) {
        StatusMark(status: postmortem.status).html
        FindingCounts(errors: postmortem.errorCount, warnings: postmortem.warningCount).html
        Tag.span {
          postmortem.openActionCount == 0 ? "No open actions" : Wording.count(postmortem.openActionCount, "open action")
        }
      }
    }
  }

  private var start: HTML {
    let form = ActionForm("start", ActionPath(.startPostmortem), on: page, context: context)
    return Tag.section(.class("side-part-wide"), .id("start"), .labelledBy("begin-title")) {
      Tag.h2(.id("begin-title")) { incident.map { "Begin one for \($0.id)" } ?? "Begin one" }
      if let incident {
        Tag.p(.class("section-note")) { "\(incident.title): all that its record and evidence hold is filled in." }
      }
      Tag.details(.class("fold"), form.outcome != nil || incident != nil || postmortems.isEmpty ? .isOpen : nil) {
        Tag.summary { incident == nil ? "From a text, or from nothing" : "Begin it" }
        form.html(.class("form")) {
          incident == nil
            ? form.field(
              "incident", "Incident, where there is one", hint: "Like INC-12. Its record and evidence are filled in.",
              lengthMax: 14)
            : HiddenField.html("incident", incident.map { "\($0.id)" } ?? "")
          form.field(
            "title", "Title", hint: "Empty: the incident’s, or the text’s.", lengthMax: IncidentLimits.titleScalarsMax)
          if incident == nil {
            form.field(
              "text", "A text in Markdown", .lines,
              hint: "Paste a document that you have. Longer than 250,000 characters: use ‘mayday import’.")
          }
          form.field(
            "facilitator", "Facilitator: who leads the talk", value: context.caller?.account ?? "", lengthMax: 80)
          Tag.button(.class("strong"), .set("type", "submit")) { "Begin the postmortem" }
        }
      }
      Tag.p(.class("section-note")) {
        "A file, or a folder of evidence without an incident, comes in by the command line:"
      }
      Commands(["mayday import postmortem.md --evidence EVIDENCE"]).html
    }
  }
}
