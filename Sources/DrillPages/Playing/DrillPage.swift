import Drills
import Interchange
import PageKit

/// A drill while it is planned, played and over; what stands on it depends on what the person may know.
package struct DrillPage: Sendable {
  private let scene: DrillScene

  package init(_ scene: DrillScene) { self.scene = scene }

  private var whole: DrillWhole { scene.whole }

  package var html: String {
    let name = "Drill \(scene.number)"
    return DrillFrame(
      scene.drill.title.map { "\(name): \($0)" } ?? name, [(name, scene.page)], context: scene.context, isDrill: true,
      scripts: scene.state == .ended || scene.state == .cancelled ? [] : [.drill]
    ).html {
      Tag.div(
        .class("drill", scene.isLed ? "drill-led" : ""), .id("drill"), .set("data-phase", phase),
        .set("data-drill-live", SitePath.drills(.live(scene.number)).text),
        .set("data-drill-events", SitePath.drills(.events(scene.number)).text)
      ) {
        Tag.p(.class("banner banner-drill"), .set("role", "note")) {
          "This is a drill. Nothing is broken, and nothing of it reaches customers or a statistic."
        }
        Tag.p(.class("unseen"), .id("drill-news"), .set("role", "status")) {}
        Tag.p(.class("drill-moved"), .id("drill-moved"), .set("role", "status")) {}
        DrillHead(scene: scene).html
        body
        noScript
      }
    }
  }

  /// While one phase lasts, the page is kept up in its parts; when another begins, it is shown anew.
  var phase: String {
    switch scene.state {
    case .planned: "before"
    case .running, .paused: "playing"
    case .ended, .cancelled: "over"
    }
  }

  private var body: HTML {
    switch scene.state {
    case .planned: before
    case .running, .paused: playing
    case .ended: over
    case .cancelled: DrillMessages(scene: scene).html
    }
  }

  /// Parts that a script takes over from the fragment, by name.
  package var fragment: String {
    let upcoming = DrillUpcoming(scene: scene)
    var parts: [(name: String, html: HTML)] = [
      ("head", DrillHead(scene: scene).content), ("controls", DrillControls(scene: scene).html ?? .empty),
      ("messages", DrillMessages(scene: scene).html), ("notes", DrillNotes(scene: scene).list ?? .empty),
      ("banner", DrillBanner(scene: scene).content),
    ]
    // The form in which somebody types stays; what it leads to, once it is there, comes by itself.
    parts.append(("incident", DrillIncident(scene: scene).html ?? .empty))
    if whole.knowsAnswer {
      parts += [("next", upcoming.content), ("hand", upcoming.handContent), ("idea", DrillIdea(scene: scene).content)]
      let judging = DrillJudging(scene: scene)
      parts += whole.expectations.map { expected in
        let stands = scene.outcome?.expectations.first { $0.place == expected.place }
        return ("stand-\(expected.place)", judging.stand(expected, stands))
      }
    }
    return Tag.div(.set("data-phase", phase)) {
      for part in parts { Tag.div(.set("data-live", part.name)) { part.html } }
    }.markup
  }

  // MARK: Before

  private var before: HTML {
    .joined([
      Tag.div(.class("drill-board")) {
        Tag.div(.class("drill-main")) {
          DrillControls(scene: scene).html
          explanation
          DrillUpcoming(scene: scene).html
        }
        Tag.div(.class("drill-side")) {
          people
          truth
          DrillJudging(scene: scene).html
          DrillControls(scene: scene).closing
        }
      }
    ])
  }

  private var explanation: HTML? {
    guard !scene.isLed else {
      return Tag.section(.class("drill-part"), .labelledBy("lead-title")) {
        Tag.h2(.id("lead-title")) { "Before you start" }
        Tag.ol(.class("drill-points")) {
          Tag.li { "Read what really happens, and what comes when. Nobody else sees it before the end." }
          Tag.li { "Say to all: nothing is broken, nobody is judged, we look at the plan." }
          Tag.li { "Halt whenever somebody needs to ask. The clock stands still then." }
          Tag.li {
            Tag.a(.href(.safety(.rephrase))) { "Try the sentence" }
            " with which you will begin to talk about it afterwards."
          }
          if let name = scene.drill.scenario {
            Tag.li { Tag.a(.href(.drills(.scenario(name)))) { "The scenario as it is written now" } }
          }
        }
      }
    }
    return Tag.section(.class("drill-part"), .labelledBy("what-title")) {
      Tag.h2(.id("what-title")) { scene.part == .observer ? "You look on" : "What will happen" }
      Tag.ol(.class("drill-points")) {
        Tag.li { "When it starts, this page shows what is known, and messages come in by themselves." }
        Tag.li {
          scene.part == .observer
            ? "Write down what surprises you, and what the plan lacks. What really happens you learn at the end, too."
            : "You declare an incident and work on it on the real screens, marked as a drill. Nobody outside is told."
        }
        Tag.li { "Drill time goes \(DrillWords.speed(scene.drill.speed)). It can be halted at any moment." }
        Tag.li { "Afterwards you look at the plan together: what was late, what was missing. Nobody is judged." }
      }
      if !scene.whole.mayLead { Tag.p(.class("section-note")) { waitsFor } }
    }
  }

  private var waitsFor: String {
    DrillWords.names(scene.drill.people, .facilitator).map { "\($0) starts it. This page changes by itself then." }
      ?? "This page changes by itself when it starts."
  }

  private var people: HTML {
    Tag.section(.class("drill-part"), .labelledBy("people-title")) {
      Tag.h2(.id("people-title")) { scene.drill.isPractice ? "You practise alone" : "Who takes part" }
      if scene.drill.isPractice {
        Tag.p(.class("section-note")) { "Messages come by the clock. What really happens is shown when you end it." }
      }
      Tag.dl(.class("drill-people")) {
        for part in DrillPerson.Part.allCases {
          if let names = DrillWords.names(scene.drill.people, part) {
            Tag.div {
              Tag.dt { Wording.sentence(part.words) }
              Tag.dd { names }
            }
          }
        }
      }
      Tag.p(.class("section-note")) {
        Wording.sentence(DrillWords.speed(scene.drill.speed))
          + (whole.isByClock ? ", messages by the clock." : ", messages by hand.")
      }
    }
  }

  // MARK: While it is played

  private var playing: HTML {
    let isLed = scene.isLed
    return .joined([
      Tag.div(.set("data-live", "controls")) { DrillControls(scene: scene).html },
      Tag.div(.class("drill-board")) {
        Tag.div(.class("drill-main")) {
          if isLed { DrillUpcoming(scene: scene).html }
          if !isLed { incident }
          Tag.div(.set("data-live", "messages")) { DrillMessages(scene: scene).html }
        }
        Tag.div(.class("drill-side")) {
          if isLed { incident }
          DrillJudging(scene: scene).html
          DrillIdea(scene: scene).html
          truth
          DrillNotes(scene: scene).html
          people
          DrillControls(scene: scene).closing
        }
      },
      DrillUpcoming(scene: scene).hand ?? .empty,
    ])
  }

  private var incident: HTML { Tag.div(.set("data-live", "incident")) { DrillIncident(scene: scene).html } }

  private var truth: HTML? {
    guard let answer = whole.answer, !answer.isEmpty else { return nil }
    return Tag.details(.class("fold drill-truth"), .id("truth"), scene.state == .ended ? .isOpen : nil) {
      Tag.summary { scene.state == .ended ? "What really happened" : "What really happens" }
      ProseMarkup(markdown: answer, lowered: 2).html
    }
  }

  // MARK: Afterwards

  private var over: HTML {
    Tag.div(.class("drill-board")) {
      Tag.div(.class("drill-main")) {
        Tag.div(.class("drill-buttons drill-controls")) {
          Tag.a(.class("button strong declare"), .href(.drills(.outcome(scene.number)))) { "Look at how it went" }
        }
        DrillIncident(scene: scene).html
        truth
        DrillMessages(scene: scene).html
      }
      Tag.div(.class("drill-side")) {
        DrillNotes(scene: scene).html
        DrillJudging(scene: scene).html
        DrillIdea(scene: scene).html
        people
      }
    }
  }

  private var noScript: HTML? {
    guard scene.state == .planned || scene.state.isPlaying else { return nil }
    return Tag.p(.class("drill-reload")) { Tag.a(.href(scene.page)) { "Load the page anew to see what came" } }
  }
}
