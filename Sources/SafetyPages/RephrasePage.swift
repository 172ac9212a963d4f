package import PageKit
import Rephrasing

/// A sentence that somebody is about to say: what in it closes the conversation, and what would open it.
package struct RephrasePage: Sendable {
  private let context: PageContext
  private let typed: String
  private let answer: RephraseAnswer?
  private let refusal: RephraseRefusal?

  /// Before anything was typed.
  package init(context: PageContext) {
    self.context = context
    typed = ""
    answer = nil
    refusal = nil
  }

  /// `example` is the place of one of the sentences to try; it goes before what was typed.
  package init(typed: String, example: Int?, context: PageContext) {
    self.context = context
    let text = example.flatMap { Self.examples.indices.contains($0) ? Self.examples[$0] : nil } ?? typed
    self.typed = text
    do throws(RephraseRefusal) {
      answer = try Rephraser.answer(to: text)
      refusal = nil
    } catch {
      answer = nil
      refusal = error
    }
  }

  /// Sentences to try, of six kinds.
  package static let examples = [
    "You should have tested this.", "Who approved this change?", "Why didn’t you tell anybody?",
    "Be more careful next time.", "Bring me solutions, not problems.", "What did you see at the time?",
  ]

  package var isRefused: Bool { refusal != nil }

  private static let page = SitePath.safety(.rephrase)

  package var html: String {
    SafetyFrame(
      "Before you say it", [("Safety to speak", .safety(.results)), ("Before you say it", Self.page)], context: context
    )
    .html {
      SafetyFrame.head(
        "Before you say it",
        "Type the sentence that you are about to say or write in a hard conversation. You see what in it closes the conversation, and what would open it."
      )
      form
      if let answer { found(answer) }
      Tag.p(.class("section-note rephrase-limits")) { RephraseAnswer.limits }
      tries
    }
  }

  private var form: HTML {
    Tag.form(.class("form rephrase-form"), .set("method", "post"), .action(Self.page)) {
      FormField.token.hidden(context.visitor.formToken ?? "")
      Field(
        name: "text", label: "Your sentence", control: .lines, value: typed,
        hint: "Nothing of it is kept: it is sent to this server, read in its memory, and forgotten with the answer.",
        problem: refusal.map { "\($0.message); \($0.hint)" }, isRequired: true,
        lengthMax: RephraseLimits.textScalarsMax, isFirst: answer == nil, scope: "rephrase"
      ).html
      Tag.button(.class("strong"), .set("type", "submit")) { "See what it closes" }
    }
  }

  /// Below the answer, which whoever typed a sentence waits for.
  private var tries: HTML {
    Tag.form(.class("rephrase-examples"), .set("method", "post"), .action(Self.page), .labelledBy("tries-title")) {
      FormField.token.hidden(context.visitor.formToken ?? "")
      Tag.p(.class("section-note"), .id("tries-title")) { "Or try one of these:" }
      for (place, example) in Self.examples.enumerated() {
        Tag.button(.class("quiet"), .set("type", "submit"), .set("name", "try"), .set("value", "\(place)")) { example }
      }
    }
  }

  private func found(_ answer: RephraseAnswer) -> HTML {
    Tag.section(.class("lesson-group rephrase-answer"), .labelledBy("answer-title")) {
      Tag.h2(.id("answer-title")) {
        answer.isOpen ? "Nothing found" : "What closes it, and what opens it"
      }
      Tag.div(.class("findings")) { for sentence in answer.sentences { panel(sentence) } }
    }
  }

  private func panel(_ sentence: RephrasedSentence) -> HTML {
    Tag.article(.class("finding", sentence.findings.isEmpty ? "" : "weight-warning")) {
      Tag.p(.class("rephrase-said")) {
        for piece in sentence.pieces { piece.isMarked ? Tag.mark { piece.text } : HTML(piece.text) }
      }
      if sentence.findings.isEmpty { Tag.p { RephraseAnswer.nothing } }
      for finding in sentence.findings { talk(finding, isAlone: sentence.findings.count == 1) }
    }
  }

  private func talk(_ finding: RephraseFinding, isAlone: Bool) -> HTML {
    Tag.dl(.class("finding-talk")) {
      if !isAlone {
        Tag.dt { "Words" }
        Tag.dd { "“\(finding.passage)”" }
      }
      Tag.dt { "Why" }
      Tag.dd { finding.reason }
      for (place, wording) in finding.wordings.enumerated() {
        Tag.dt { place == 0 ? "Say" : "Or" }
        Tag.dd(.class("question rephrase-wording")) { wording }
      }
    }
  }
}
