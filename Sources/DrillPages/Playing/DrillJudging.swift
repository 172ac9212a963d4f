import Drills
import Incidents
import Interchange
import PageKit
import RecordViews

/// What a good response shows, to be judged by whoever leads; and who first had the right idea.
struct DrillJudging: Sendable {
  let scene: DrillScene

  private var canJudge: Bool { scene.mayAct && (scene.state.isPlaying || scene.state == .ended) }

  var html: HTML? {
    guard scene.whole.knowsAnswer, !scene.whole.expectations.isEmpty else { return nil }
    let own = scene.whole.expectations.filter(\.isForFacilitator)
    let measured = scene.whole.expectations.filter { !$0.isForFacilitator }
    return Tag.section(.class("drill-part"), .labelledBy("judging-title")) {
      Tag.h2(.id("judging-title")) { "What a good response shows" }
      if !own.isEmpty {
        if canJudge { Tag.p(.class("section-note")) { "For you to judge" } }
        Tag.ul(.class("expected-list")) { for expected in own { row(expected) } }
      }
      if !measured.isEmpty {
        Tag.details(.class("fold"), .id("measured")) {
          Tag.summary { "\(measured.count) more that the record tells" }
          Tag.ul(.class("expected-list")) { for expected in measured { row(expected) } }
        }
      }
    }
  }

  private func row(_ expected: DrillWhole.Expected) -> HTML {
    let stands = scene.outcome?.expectations.first { $0.place == expected.place }
    return Tag.li(.class("expected"), .id("expectation-\(expected.place)")) {
      Tag.p(.class("expected-text")) {
        Wording.sentence(expected.text)
        if let within = expected.withinSeconds {
          Tag.span(.class("section-note")) { " by \(DrillWords.clock(within))" }
        }
      }
      if scene.state != .planned {
        Tag.div(.class("expected-stand"), .set("data-live", "stand-\(expected.place)")) {
          stand(expected, stands)
        }
      }
      if canJudge { judge(expected) }
    }
  }

  @HTMLBuilder func stand(_ expected: DrillWhole.Expected, _ stands: DrillOutcome.Expected?) -> HTML {
    Tag.p {
      JudgementMark(judgement: expected.judgement ?? stands?.judgement).html
      if let stands, !expected.isForFacilitator, expected.judgement == nil {
        Tag.span(.class("section-note")) { " \(stands.happened)" }
      }
      if !expected.words.isEmpty { Tag.span(.class("section-note")) { " \(expected.words)" } }
    }
  }

  private func judge(_ expected: DrillWhole.Expected) -> HTML {
    let form = scene.form("judge-\(expected.place)", .observeDrill)
    let buttons = Tag.div(.class("drill-buttons judge-buttons")) {
      for judgement in DrillObservation.Judgement.allCases {
        Tag.button(
          .set("type", "submit"), .set("name", "judgement"), .set("value", judgement.rawValue),
          .set("aria-pressed", expected.judgement == judgement ? "true" : "false"),
          .label("\(judgement.words): \(expected.text)")
        ) { judgement.words }
      }
    }
    let fields = form.html(.class("form judge-form")) {
      HiddenField.html("kind", DrillObservation.Kind.expectation.rawValue)
      HiddenField.html("expectation", "\(expected.place)")
      form.field(
        "words", "In words", value: expected.words, lengthMax: IncidentLimits.textScalarsMax,
        placeholder: "What you saw")
      buttons
    }
    guard !expected.isForFacilitator else { return fields }
    return Tag.details(.id("judge-\(expected.place)"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Judge it yourself" }
      fields
    }
  }
}

/// Which line of the incident first held the right idea.
struct DrillIdea: Sendable {
  let scene: DrillScene

  private static let entriesMax = 40
  private static let own: Set<IncidentEntry.Kind> = [
    .declared, .revision, .note, .decision, .dissent, .task, .suspect, .update, .plan,
  ]

  var html: HTML? {
    guard scene.whole.knowsAnswer, scene.state.isPlaying || scene.state == .ended else { return nil }
    return Tag.section(.class("drill-part"), .labelledBy("idea-title")) {
      Tag.h2(.id("idea-title")) { "The right idea" }
      Tag.div(.set("data-live", "idea")) { content }
    }
  }

  @HTMLBuilder var content: HTML {
    if let idea = scene.outcome?.idea {
      Tag.p {
        "Written down after \(DrillWords.clock(idea.seconds)): “\(String(idea.text.prefix(200)))”"
      }
    } else {
      Tag.p(.class("section-note")) { "Nobody has written it down yet, as far as its words tell." }
    }
    if scene.mayAct, !entries.isEmpty { form }
  }

  private var entries: [IncidentEntry] {
    (scene.incident?.incident.entries ?? []).filter { Self.own.contains($0.kind) }
      .sorted { ($0.written, $0.version) > ($1.written, $1.version) }
  }

  private var form: HTML {
    let form = scene.form("idea", .observeDrill)
    let choices = entries.prefix(Self.entriesMax).map { entry in
      (
        value: "\(entry.version)",
        words: "\(PageZone.utc.minute(entry.written)) \(entry.by): \(String(entry.text.prefix(70)))"
      )
    }
    return form.html(.class("form")) {
      HiddenField.html("kind", DrillObservation.Kind.idea.rawValue)
      form.field(
        "entry", "Which line held it first", .choice(choices),
        value: scene.outcome?.idea.map { "\($0.entry)" } ?? "",
        hint: "The newest first. What you say counts before what the words tell.")
      Tag.button(.set("type", "submit")) { "This line held it" }
    }
  }
}
