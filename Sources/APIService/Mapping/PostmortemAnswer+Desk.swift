import Chronology
import Interchange
import Postmortems
import RecordViews
import TextComparing

extension PostmortemSummaryAnswer {
  init(_ summary: PostmortemSummary) {
    self.init(
      id: summary.id.description, incident: summary.incident?.description, title: summary.title, stage: summary.stage,
      status: summary.status, origin: summary.origin, recorded: summary.recorded, errorCount: summary.errorCount,
      warningCount: summary.warningCount, openActionCount: summary.openActionCount)
  }
}

extension PostmortemAnswer {
  init(_ view: PostmortemView) {
    self.init(
      summary: PostmortemSummaryAnswer(view.summary), view.postmortem,
      gates: view.gates.map { Gate(gate: $0.gate, reasons: $0.reasons) }, findings: view.findings)
  }
}

extension PostmortemVersionAnswer {
  init(_ version: PostmortemVersion) {
    self.init(version: version.version, at: version.at, by: version.by, what: version.what, isText: version.isText)
  }
}

extension PassageAnswer {
  init(_ passage: Passage) {
    let kind: Kind =
      switch passage.kind {
      case .same: .same
      case .removed: .removed
      case .added: .added
      }
    self.init(kind: kind, text: passage.text)
  }
}
