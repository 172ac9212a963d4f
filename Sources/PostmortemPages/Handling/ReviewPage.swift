import Documents
import Incidents
import Interchange
package import PageKit
import Postmortems
package import RecordViews

/// Where a postmortem goes from a draft through its review to its final form, and back.
package struct ReviewPage: Sendable {
  private let scene: PostmortemScene
  private let talk: Talk

  package init(view: PostmortemView, context: PageContext) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.review(view.summary.id)))
    talk = Talk(scene: scene)
  }

  private var postmortem: Postmortem { scene.postmortem }

  package var html: String {
    scene.html("Review", kind: "review") {
      scene.lead(lead.title, lead.lede)
      PostmortemTabs(scene: scene).html
      Tag.div(.class("review-board")) {
        Tag.div(.class("review-main")) {
          gates
          stage
          comments
        }
        Tag.div(.class("review-side")) {
          verdict
          reviewers
          details
        }
      }
    }
  }

  private var lead: (title: String, lede: String) {
    switch postmortem.stage {
    case .draft: ("A draft", "Others see it as it grows. When you would stand by it, ask for a review.")
    case .inReview: ("In review", "Reviewers read it and say whether it can stand. It can still be written.")
    case .final: ("Final, revision \(postmortem.revision)", "It stands as it is, and can be published.")
    }
  }

  // MARK: Gates

  private var gates: HTML {
    let shut = Dictionary(scene.view.gates.map { ($0.gate, $0.reasons) }) { $0 + $1 }
    let passed = Dictionary(postmortem.passed.map { ($0.gate, $0.reason) }) { first, _ in first }
    return Tag.section(.class("panel"), .labelledBy("gates-title")) {
      Tag.h2(.id("gates-title")) { postmortem.stage == .final ? "What it was held to" : "Before it is final" }
      Tag.ul(.class("conditions gates")) {
        for gate in PostmortemGate.allCases {
          let reasons = shut[gate] ?? []
          let isShut = postmortem.stage == .final ? passed[gate] != nil : !reasons.isEmpty
          Tag.li(.class(isShut ? "unmet" : "met")) {
            LineDrawing(path: isShut ? "M8 2v7M8 12.4v1.2" : "M2 8.5 6.2 12.7 14 4").html
            Tag.div {
              Tag.p {
                Tag.strong { gate.words }
                Tag.span(.class("section-note")) { isShut ? " Not yet." : " So it is." }
              }
              if postmortem.stage == .final, let reason = passed[gate] {
                Tag.p(.class("section-note")) { "Passed all the same: \(reason)" }
              } else if !reasons.isEmpty {
                Tag.ul(.class("gate-reasons")) { for reason in reasons { Tag.li { reason } } }
              }
            }
          }
        }
      }
    }
  }

  // MARK: Stages

  private var stage: HTML? {
    guard scene.isFollowed else { return nil }
    return Tag.section(.class("panel"), .labelledBy("stage-title")) {
      switch postmortem.stage {
      case .draft:
        Tag.h2(.id("stage-title")) { "Ask for a review" }
        step("review", .inReview, "Ask for a review", note: "What reviewers should look at", isStrong: true)
      case .inReview:
        Tag.h2(.id("stage-title")) { "Make it final" }
        final
        Tag.details {
          Tag.summary { "Back to a draft" }
          step("draft", .draft, "Back to a draft", note: "Why", isStrong: false)
        }
      case .final:
        Tag.h2(.id("stage-title")) { "Pass it on" }
        Tag.p { "Each audience has a text of its own. You see it, and what it leaves out, before it goes out." }
        Tag.p {
          Tag.a(.class("button strong"), .href(.postmortems(.publish(scene.id, .internal)))) { "See what would go out" }
        }
        Tag.h3(.class("stage-again")) { "Open it again" }
        Tag.p {
          "It becomes a draft of revision \(postmortem.revision + 1). What was published stays out until it is taken back."
        }
        step("reopen", .draft, "Open it again", note: "Why it is opened again", isStrong: false, isNeeded: true)
      }
    }
  }

  private func step(
    _ name: String, _ stage: PostmortemStage, _ words: String, note: String, isStrong: Bool, isNeeded: Bool = false
  ) -> HTML {
    let form = scene.form(name, .changeStage)
    return form.html(.class("form")) {
      HiddenField.html("stage", stage.rawValue)
      form.field("note", note, .lines, isRequired: isNeeded, lengthMax: IncidentLimits.reasonScalarsMax)
      Tag.button(.class(isStrong ? "strong" : ""), .set("type", "submit")) { words }
    }
  }

  private var final: HTML {
    let form = scene.form("final", .changeStage)
    let isHeld = !scene.view.gates.isEmpty
    return form.html(.class("form")) {
      HiddenField.html("stage", PostmortemStage.final.rawValue)
      if isHeld {
        form.field(
          "reason", "Why it is final all the same", .lines,
          hint: "Mending what is listed above is better. What you write here stays on the document.", isRequired: true,
          lengthMax: IncidentLimits.reasonScalarsMax)
      } else {
        Tag.p { "Nothing keeps it from being final." }
      }
      Tag.button(.class("strong"), .set("type", "submit")) { "Make it final" }
    }
  }

  // MARK: People

  private var verdict: HTML? {
    guard scene.isFollowed, postmortem.stage == .inReview, let me = scene.me, postmortem.reviewers.contains(me) else {
      return nil
    }
    let form = scene.form("verdict", .giveVerdict)
    let standing = postmortem.standingVerdicts[me]
    return Tag.section(.class("panel"), .labelledBy("verdict-title")) {
      Tag.h2(.id("verdict-title")) { "What do you say?" }
      if let standing {
        Tag.p(.class("section-note")) { standing.content.isApproved ? "You approve it." : "You ask for changes." }
      }
      form.html(.class("form")) {
        form.field("note", "What you want to say with it", .lines, lengthMax: IncidentLimits.textScalarsMax)
        Tag.div(.class("state-buttons")) {
          Tag.button(.class("strong"), .set("type", "submit"), .set("name", "isApproved"), .set("value", "on")) {
            "I approve it"
          }
          Tag.button(.set("type", "submit"), .set("name", "isApproved"), .set("value", "off")) { "I ask for changes" }
        }
      }
    }
  }

  private var reviewers: HTML {
    Tag.section(.class("panel"), .labelledBy("reviewers-title")) {
      Tag.h2(.id("reviewers-title")) { "Reviewers" }
      if postmortem.reviewers.isEmpty {
        Tag.p(.class("section-note")) { "Nobody is named. Somebody who was not there asks the better questions." }
      }
      Tag.ul(.class("who-list")) {
        for person in postmortem.reviewers { reviewer(person) }
      }
      earlier
      if scene.isOpen {
        let form = scene.form("reviewers", .nameReviewers)
        Tag.details(form.outcome != nil || postmortem.reviewers.isEmpty ? .isOpen : nil) {
          Tag.summary { "Name reviewers" }
          form.html(.class("form")) {
            form.list("people", "Who is asked to review", postmortem.reviewers, hint: "Their handles here.")
            Tag.button(.set("type", "submit")) { "Name them" }
          }
        }
      }
    }
  }

  private func reviewer(_ person: String) -> HTML {
    let verdict = postmortem.standingVerdicts[person]
    let isApproved = verdict?.content.isApproved == true
    return Tag.li(.class(isApproved ? "met" : "unmet")) {
      LineDrawing(path: isApproved ? "M2 8.5 6.2 12.7 14 4" : "M8 2v7M8 12.4v1.2").html
      Tag.span {
        Tag.strong { person }
        verdict.map { $0.content.isApproved ? " approves" : " asks for changes" } ?? " has not said yet"
        if let verdict {
          ", "
          scene.time(verdict.at)
          if !verdict.content.note.isEmpty { Tag.span(.class("section-note")) { " “\(verdict.content.note)”" } }
        }
      }
    }
  }

  /// Verdicts on revisions before this one.
  private var earlier: HTML? {
    let earlier = postmortem.verdicts.filter { $0.revision < postmortem.revision }
    guard !earlier.isEmpty else { return nil }
    return Tag.details {
      Tag.summary { "On earlier revisions" }
      Tag.ul(.class("holdings")) {
        for verdict in earlier {
          Tag.li {
            "Revision \(verdict.revision): "
            Tag.strong { verdict.person }
            verdict.content.isApproved ? " approved" : " asked for changes"
            if !verdict.content.note.isEmpty { Tag.span(.class("section-note")) { " “\(verdict.content.note)”" } }
          }
        }
      }
    }
  }

  private var details: HTML? {
    guard scene.isOpen else { return nil }
    let form = scene.form("details", .writeDetails)
    let details = postmortem.details
    return Tag.section(.class("panel"), .labelledBy("head-title")) {
      Tag.h2(.id("head-title")) { "At its head" }
      Tag.details(form.outcome == nil ? nil : .isOpen) {
        Tag.summary { "Title, owner, people" }
        form.html(.class("form")) {
          form.field(
            "title", "Title", value: details.title, isRequired: true, lengthMax: IncidentLimits.titleScalarsMax)
          form.field("owner", "Owner: who answers for it", value: details.owner ?? "", lengthMax: 80)
          form.field("facilitator", "Facilitator: who leads the talk", value: details.facilitator ?? "", lengthMax: 80)
          form.list("authors", "Authors", details.authors)
          form.list("participants", "Participants", details.participants, hint: "Who was there, as first-hand sources.")
          Tag.button(.set("type", "submit")) { "Save" }
        }
      }
    }
  }

  // MARK: What was said

  private var comments: HTML {
    let sections = SectionKind.allCases.filter { !talk.conversations(of: $0).isEmpty }
    let all = sections.flatMap { talk.conversations(of: $0) }
    let open = all.count { !$0.comment.isSettled }
    return Tag.section(.class("side-part-wide"), .labelledBy("comments-title")) {
      Tag.h2(.id("comments-title")) {
        all.isEmpty
          ? "Nobody has commented yet" : "\(Wording.count(open, "open conversation")), \(all.count - open) settled"
      }
      if all.isEmpty {
        Tag.p(.class("section-note")) { "Comments are written beside the sections of the document." }
      }
      for section in sections {
        let conversations = talk.conversations(of: section)
        Tag.section(.class("comment-group")) {
          Tag.h3 { Tag.a(.href(.postmortems(.place(scene.id, section.rawValue)))) { section.heading } }
          for conversation in conversations.filter({ !$0.comment.isSettled }) { talk.html(conversation, isFound: true) }
          for conversation in conversations.filter(\.comment.isSettled) { talk.html(conversation, isFound: true) }
        }
      }
    }
  }
}
