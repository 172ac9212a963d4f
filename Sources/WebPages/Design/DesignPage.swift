import Findings
import Incidents
package import PageKit
import TimelineBuilding

/// Every part of the design language, with what it means: for whoever builds the next page.
package struct DesignPage: Sendable {
  private let context: PageContext?

  package init(context: PageContext? = nil) { self.context = context }

  package var html: String {
    PageFrame(title: "The design language", trail: [("Design", .design)], kind: "design", context: context).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "An instrument panel at night" }
        Tag.p(.class("lede")) {
          "Calm ground, one strong thing on a screen. Colour only where it means something, and never alone: a word or a shape says the same."
        }
      }
      specimen(
        "Type",
        "System fonts in a scale of few sizes. Figures are tabular; evidence is monospaced; prose keeps to 68 characters a line."
      ) {
        Self.type
      }
      specimen(
        "Colour",
        "Grounds and inks, then the colours that mean something. Each holds 4.5 to 1 against its ground, by night and by day."
      ) {
        Self.colours
      }
      specimen("Kinds of moments", "Ten shapes, four tones.") { Self.kinds }
      specimen("Marks", "Severity lights bars; a status has a shape; a gap is said in words.") { Self.marks }
      specimen("States of an incident", "A shape of its own for each; colour only for what runs, and for what is over.")
      {
        Self.states
      }
      specimen(
        "Lines of an incident’s timeline", "Kinds that people write stand out; what the system noted steps back."
      ) {
        Self.entries
      }
      specimen("Findings", "The words in question, why they matter, the question that moves on.") {
        Tag.div(.class("findings")) {
          for finding in DesignSample.findings { FindingCard(finding: finding.finding, lineText: finding.line).html }
        }
      }
      specimen(
        "Strip and rail", "The strip shows an incident at a glance; the rail tells it. Evidence is one click away."
      ) {
        TimelineStrip(scene: DesignSample.scene).html
        TimelineRail(scene: DesignSample.scene).html
      }
      specimen("Suspects", "Candidates with reasons that a person can check.") {
        SuspectPanel(scene: DesignSample.scene).html
        ClockNotes(scene: DesignSample.scene).html
      }
      specimen("Commands and buttons", "What to do next can be copied. Nothing to press is smaller than 44 pixels.") {
        Commands(["mayday timeline EVIDENCE", "mayday record verify"]).html
        Tag.p { Tag.a(.class("button"), .href(.home)) { "To all incidents" } }
      }
    }
  }

  private func specimen(_ title: String, _ text: String, @HTMLBuilder content: () -> HTML) -> HTML {
    Tag.section(.class("specimen")) {
      Tag.h2 { title }
      Tag.p { text }
      content()
    }
  }

  private static let sizes = [
    ("title", "45 minutes"), ("figure", "13:47:16 UTC"), ("head", "Timeline"),
    ("lead", "What users felt, in one sentence."), ("body", "The text of a page."),
    ("small", "What a line says beside it."),
    ("fine", "Where it stands: checkout.log:412"),
  ]

  private static var type: HTML {
    Tag.div(.class("scale")) { for (size, text) in sizes { Tag.p(.class("size-\(size)")) { text } } }
  }

  private static let swatches = [
    ("ground", "the page"), ("panel", "a panel on it"), ("well", "evidence, commands"), ("line", "hairlines"),
    ("line-strong", "rail, borders"), ("ink", "text"), ("ink-2", "second text"), ("ink-3", "labels"),
    ("change", "changed"), ("trouble", "trouble, error"), ("calm", "well again"), ("word", "said, decided"),
    ("worst", "SEV1"), ("bad", "SEV2, warning"), ("mild", "SEV3"), ("focus", "in focus"),
  ]

  private static var colours: HTML {
    Tag.ul(.class("swatches")) {
      for (name, meaning) in swatches {
        Tag.li {
          Tag.svg(.hidden) {
            Tag.rect(.class("swatch-\(name)"), .set("width", "100%"), .set("height", "100%"), .set("rx", "3"))
          }
          "\(name): \(meaning)"
        }
      }
    }
  }

  private static var kinds: HTML {
    Tag.ul(.class("kinds")) {
      for kind in MomentKind.allCases {
        let shape = KindShape(kind: kind)
        Tag.li(.class("tone-\(shape.tone.rawValue)")) {
          shape.html()
          Tag.strong { shape.word }
          Tag.span { shape.meaning }
        }
      }
    }
  }

  private static var states: HTML {
    Tag.p(.class("row-of-marks")) {
      for state in IncidentState.allCases { StateMark(state: state).html }
      ApartMark(isDrill: true, isPrivate: true).html
    }
  }

  private static var entries: HTML {
    Tag.ul(.class("kinds")) {
      for kind in IncidentEntry.Kind.allCases {
        let shape = EntryShape(kind: kind)
        Tag.li(.class(shape.tone.map { "tone-\($0.rawValue)" } ?? "")) {
          shape.html
          Tag.span { shape.word }
        }
      }
    }
  }

  private static var marks: HTML {
    Tag.p(.class("row-of-marks")) {
      for severity in 1...4 { SeverityMark(severity: severity).html }
      SeverityMark(severity: nil).html
      StatusMark(status: "active").html
      StatusMark(status: "resolved").html
      StatusMark(status: "draft").html
      FindingMark(severity: .error).html
      FindingMark(severity: .warning).html
      FindingMark(severity: .note).html
      Gap().html
    }
  }
}
