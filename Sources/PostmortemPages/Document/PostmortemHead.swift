import Chronology
import Documents
import PageKit
import Postmortems
import RecordViews

/// The head of a postmortem: whose it is, how far it is, and what the reviewer and the reviewers say.
struct PostmortemHead: Sendable {
  let scene: PostmortemScene

  private var view: PostmortemView { scene.view }
  private var postmortem: Postmortem { scene.postmortem }

  var html: HTML {
    Tag.header(.class("lead postmortem-lead")) {
      Tag.p(.class("marks")) {
        if let incident = view.incident { SeverityMark(severity: incident.severity).html }
        if scene.isRecorded {
          StageMark(stage: postmortem.stage, isLibrary: !postmortem.origin.isOurs).html
        } else {
          StatusMark(status: view.summary.status).html
        }
        Tag.span(.class("identifier")) { "\(view.summary.id)" }
        if postmortem.revision > 1 { Tag.span(.class("identifier")) { "Revision \(postmortem.revision)" } }
      }
      Tag.h1 { view.summary.title }
      facts
    }
  }

  private var facts: HTML {
    let incident = view.incident
    let zone = PageZone.utc
    var facts = Facts()
    if let started = incident?.started, let ended = incident?.ended, ended >= started {
      facts.add("Lasted", Wording.duration(seconds: ended.seconds(since: started)))
    } else {
      facts.add("Lasted", nil as String?)
    }
    facts.add("Began", incident?.started.map { TimeText(instant: $0, text: zone.dateAndMinute($0)).html })
    facts.add("Ended", incident?.ended.map { TimeText(instant: $0, text: zone.dateAndMinute($0)).html })
    facts.add("Owner", postmortem.details.owner ?? view.document.owner)
    if let incident {
      facts.add("Incident", Tag.a(.href(.incident(incident.id))) { "\(incident.id), with its evidence" })
    }
    guard postmortem.origin.isOurs else {
      facts.add("From", postmortem.source)
      return facts.html
    }
    facts.add(
      "Reviewer",
      Tag.span(.class("counts")) {
        FindingCounts(errors: view.summary.errorCount, warnings: view.summary.warningCount).html
      })
    facts.add(
      "Actions",
      view.summary.openActionCount == 0 ? "None open" : "\(Wording.grouped(view.summary.openActionCount)) open")
    if !postmortem.reviewers.isEmpty { facts.add("Reviewed by", verdicts) }
    return facts.html
  }

  private var verdicts: HTML {
    .joined(
      postmortem.reviewers.enumerated().map { offset, person in
        let verdict = postmortem.standingVerdicts[person]?.content.isApproved
        let words = verdict.map { $0 ? "approves" : "asks for changes" } ?? "has not said yet"
        return HTML("\(offset == 0 ? "" : "; ")\(person) \(words)")
      })
  }
}

/// What keeps a postmortem from being final, in a line with the way to it; what was passed once it is.
struct Standing: Sendable {
  let scene: PostmortemScene

  var html: HTML? {
    guard scene.isRecorded, scene.postmortem.origin.isOurs else { return nil }
    if scene.postmortem.stage == .final { return final }
    return Tag.section(.class("standing panel"), .labelledBy("standing-title")) {
      Tag.h2(.id("standing-title")) {
        scene.view.gates.isEmpty ? "Nothing keeps it from being final" : "Before it is final"
      }
      if !scene.view.gates.isEmpty {
        Tag.ul(.class("conditions")) {
          for gate in scene.view.gates {
            Tag.li(.class("unmet")) {
              LineDrawing(path: "M8 2v7M8 12.4v1.2").html
              Tag.span { first(gate) }
            }
          }
        }
      }
      Tag.p {
        Tag.a(.class("button"), .href(.postmortems(.review(scene.id)))) {
          scene.postmortem.stage == .draft ? "Review and finish" : "Go on with the review"
        }
      }
    }
  }

  private func first(_ gate: ShutGate) -> String {
    let more = gate.reasons.count - 1
    guard let reason = gate.reasons.first else { return gate.gate.words }
    return "\(gate.gate.name): \(reason)" + (more > 0 ? " And \(Wording.count(more, "more", "more"))." : "")
  }

  private var final: HTML? {
    guard !scene.postmortem.passed.isEmpty else { return nil }
    return Tag.section(.class("standing panel"), .labelledBy("standing-title")) {
      Tag.h2(.id("standing-title")) { "It became final although" }
      Tag.ul(.class("conditions")) {
        for passed in scene.postmortem.passed {
          Tag.li(.class("unmet")) {
            LineDrawing(path: "M8 2v7M8 12.4v1.2").html
            Tag.span {
              "\(passed.gate.name.lowercased()) were not as they should be. The reason given: \(passed.reason)"
            }
          }
        }
      }
    }
  }
}
