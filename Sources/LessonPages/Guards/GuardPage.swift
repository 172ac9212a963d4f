import Chronology
import Incidents
import Interchange
package import PageKit
package import Postmortems
package import RecordViews

/// One guard: what must stay true, what it is for, and what it saw.
package struct GuardPage: Sendable {
  private let record: GuardRecord
  private let action: ActionView?
  private let context: PageContext

  /// `action` is the one that asked for it, where the reader may see it.
  package init(record: GuardRecord, action: ActionView? = nil, context: PageContext) {
    self.record = record
    self.action = action
    self.context = context
  }

  private var declaration: GuardDeclaration { record.declaration }
  private var page: SitePath { .lessons(.guardRecord(declaration.name)) }

  package var html: String {
    LessonFrame(
      declaration.title, [("Guards", .lessons(.guards())), (declaration.name, page)], context: context
    ).html {
      Tag.header(.class("lead lesson-lead")) {
        Tag.p(.class("marks guard-now")) {
          GuardMark(standing: record.standing, isRetired: record.retired != nil).html
          if let since = record.standingSince {
            Tag.span(.class("section-note")) {
              "since "
              LessonFrame.time(since)
            }
          }
          Tag.span(.class("identifier")) { declaration.name }
        }
        Tag.h1 { declaration.title }
        if let reason = record.retired { Tag.p(.class("lede")) { "Nobody runs it any more: \(reason)" } }
        facts
      }
      newest
      history
      definition
      if context.mayConfigure { change }
    }
  }

  private var facts: HTML {
    var facts = Facts()
    facts.add("Protects against", declaration.incident.map { LessonFrame.incident($0) }, detail: action?.incidentTitle)
    facts.add(
      "Action",
      declaration.action.map { id in
        Tag.a(.href(LessonFrame.place(of: id))) { "\(id)" }
      }, detail: action.map { "\($0.action.content.text) (\($0.action.state.words.lowercased()))" })
    facts.add("Broke", Wording.count(record.brokenCount, "time"))
    facts.add(
      "Checked", record.results.first.map { LessonFrame.time($0.at) } ?? Gap("Never").html,
      detail: record.results.first.map { $0.content.place.isEmpty ? "by \($0.by)" : "at \($0.content.place)" })
    facts.add("Run", howOften)
    return facts.html
  }

  private var howOften: String {
    guard declaration.definition != nil else { return "by the machine that has it in its file" }
    return declaration.everyMinutes.map { "by the server, every \(Wording.duration(seconds: Double($0) * 60))" }
      ?? "by whoever asks"
  }

  // MARK: What it saw

  private var newest: HTML? {
    guard let result = record.results.first else {
      return Tag.p(.class("gap-block")) {
        "It was never checked. Run it where its file is, and report what it saw: mayday guard run --report."
      }
    }
    return Tag.section(.class("lesson-group"), .labelledBy("newest-title")) {
      Tag.h2(.id("newest-title")) { "What it saw last" }
      Tag.p(.class("guard-seen")) { Tag.code { result.content.summary } }
      // Where it wrote one line, that line is the summary.
      if result.content.detail.split(separator: "\n").map(String.init) != [result.content.summary],
        !result.content.detail.isEmpty
      {
        Tag.pre(.class("detail-text"), .set("tabindex", "0"), .label("All that it saw")) {
          Tag.code { result.content.detail }
        }
      }
    }
  }

  private var history: HTML? {
    guard record.results.count > 0 else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("history-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("history-title")) { "How it did" }
        Tag.p(.class("section-note")) {
          "\(Wording.count(record.results.count, "result")) kept, the newest at the right. The same result is not written down again within six hours."
        }
      }
      GuardStrip(results: record.results).html
      Tag.ol(.class("guard-results")) {
        for result in record.results.prefix(LessonLimits.resultRowsMax) { row(result) }
      }
    }
  }

  private func row(_ result: GuardRecord.Result) -> HTML {
    Tag.li {
      Tag.p(.class("guard-result")) {
        GuardMark(standing: result.content.standing).html
        LessonFrame.time(result.at)
        Tag.span(.class("section-note")) {
          result.content.place.isEmpty ? result.by : "\(result.content.place), \(result.by)"
        }
      }
      Tag.p(.class("guard-seen")) { Tag.code { result.content.summary } }
    }
  }

  private var definition: HTML? {
    guard let text = declaration.definition else { return nil }
    return Tag.section(.class("lesson-group"), .labelledBy("definition-title")) {
      Tag.h2(.id("definition-title")) { "How it is checked" }
      Tag.pre(.class("detail-text"), .set("tabindex", "0")) { Tag.code { text } }
    }
  }

  // MARK: Changing it

  private var change: HTML {
    let retire = ActionForm(
      "retire", ActionPath(.retireGuard, declaration.name), on: page, context: context, returnTo: page)
    let isChanging = context.outcome?.form == "guard-\(declaration.name)"
    return .joined([
      Tag.details(.class("fold"), isChanging ? .isOpen : nil) {
        Tag.summary { record.retired == nil ? "Change it" : "Declare it anew" }
        GuardForm(name: declaration.name, known: declaration, page: page, context: context).html
      },
      record.retired == nil
        ? Tag.details(.class("fold"), retire.outcome == nil ? nil : .isOpen) {
          Tag.summary { "Retire it" }
          retire.html(.class("form")) {
            retire.field(
              "reason", "Why is it not needed any more?", isRequired: true,
              lengthMax: IncidentLimits.reasonScalarsMax)
            Tag.button(.set("type", "submit")) { "Retire it" }
          }
        } : .empty,
    ])
  }
}

/// The results of a guard in a row, oldest first: a shape for each, said aloud in words.
struct GuardStrip: Sendable {
  /// The newest first.
  let results: [GuardRecord.Result]

  var html: HTML {
    .joined([
      Tag.ol(.class("guard-strip"), .label("Results, oldest first")) {
        for result in results.prefix(LessonLimits.stripMax).reversed() { cell(result) }
      },
      Tag.ul(.class("guard-legend"), .hidden) {
        for standing in [GuardStanding.holds, .broken, .unknown] {
          Tag.li { GuardMark(standing: standing).html }
        }
      },
    ])
  }

  private func cell(_ result: GuardRecord.Result) -> HTML {
    let mark = GuardMark(standing: result.content.standing)
    let words = "\(mark.words), \(PageZone.utc.dateAndMinute(result.at))"
    return Tag.li(.class("guard-\(mark.name)"), .title(words)) {
      mark.shape
      Tag.span(.class("unseen")) { words }
    }
  }
}
