import Chronology
import Findings
import Incidents
import PageKit

/// The questions as the fields of a form, each with what the reviewer says of its answer beside it.
struct UpdateQuestions: Sendable {
  let form: ActionForm
  let text: UpdateText
  let findings: [Finding]

  var html: HTML {
    Tag.div(.class("questions")) {
      for question in UpdateQuestion.allCases {
        Tag.div(.class("question-row", beside(question).isEmpty ? "" : "has-findings")) {
          field(question)
          cards(beside(question), of: question.text(of: text), "this answer: \(question.words)")
        }
      }
      // The headline and the components have places of their own.
      let elsewhere = findings.filter { finding in
        finding.path != UpdateQuestion.headlinePath && finding.path != UpdateQuestion.componentsPath
          && !UpdateQuestion.allCases.contains { $0.path == finding.path }
      }
      cards(elsewhere, of: "", "the update as a whole")
    }
  }

  private func beside(_ question: UpdateQuestion) -> [Finding] { findings.filter { $0.path == question.path } }

  private func field(_ question: UpdateQuestion) -> HTML {
    if question.isInstant {
      return form.instant(question.field, question.words, value: question.instant(of: text), hint: question.example)
    }
    let isLine = question == .apology
    return form.field(
      question.field, question.words, isLine ? .line() : .lines, value: question.text(of: text),
      hint: question.example, lengthMax: IncidentLimits.textScalarsMax)
  }

  private func cards(_ findings: [Finding], of text: String, _ what: String) -> HTML? {
    guard !findings.isEmpty else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Tag.aside(.class("findings"), .label("What the reviewer says of \(what)")) {
      for finding in findings {
        FindingCard(
          finding: finding,
          lineText: lines.indices.contains(finding.span.line - 1) ? String(lines[finding.span.line - 1]) : nil,
          isInDocument: false
        ).html
      }
    }
  }
}
