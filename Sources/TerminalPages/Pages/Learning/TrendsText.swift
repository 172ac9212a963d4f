import Chronology
package import Learning
import Postmortems

/// How incidents and actions develop, for a terminal: numbers with what they count.
package struct TrendsText {
  /// Months of a span that are shown; the CSV has all.
  private static let monthsMax = 12
  private static let itemsMax = 10

  private let report: TrendReport
  private let hits: [ActionHit]
  private let zone: DisplayZone

  package init(report: TrendReport, hits: [ActionHit], zone: DisplayZone) {
    self.report = report
    self.hits = hits
    self.zone = zone
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    lines.add(counted, style: .faint)
    for span in report.spans { add(span, &lines) }
    addFactors(&lines)
    addActions(&lines)
    addIndicators(&lines)
    addHits(&lines)
    return lines.text
  }

  private var counted: String {
    var words = "\(report.incidentCount) \(report.incidentCount == 1 ? "incident" : "incidents")"
    switch (report.from, report.until) {
    case (let from?, let until?): words += " from \(from) to \(until)"
    case (let from?, nil): words += " since \(from)"
    case (nil, let until?): words += " until \(until)"
    case (nil, nil): break
    }
    if let component = report.component { words += ", \(component)" }
    if let severity = report.severity { words += ", SEV\(severity)" }
    if report.drillCount > 0 {
      words += "; \(report.drillCount) \(report.drillCount == 1 ? "drill is" : "drills are") left out"
    }
    if report.undatedCount > 0 { words += "; \(report.undatedCount) without a beginning" }
    return words + "."
  }

  private func add(_ span: SpanTrend, _ lines: inout TextLines) {
    lines.heading("Time \(span.name)")
    lines.add(TrendWords.sentence(span.whole), indent: 2, hanging: 2)
    if span.whole.isSmall, !span.whole.points.isEmpty {
      let points = span.whole.points.map { "\($0.incident) \(SpanWords.text($0.seconds))" }
      lines.add("Each: \(points.joined(separator: ", "))", indent: 2, hanging: 2)
      return
    }
    let months = span.months.suffix(Self.monthsMax)
    guard months.count > 1 else { return }
    lines.table(
      months.map { month in
        let own = month.distribution
        return [
          month.month, own.median.map { SpanWords.text($0) } ?? "-", "\(own.points.count) ended",
          own.open.isEmpty ? "" : "\(own.open.count) open",
        ]
      }, indent: 4)
  }

  private func addFactors(_ lines: inout TextLines) {
    lines.heading("Factors")
    lines.table(
      report.factorKinds.map { kind in
        [
          kind.kind.words.loweringFirst, "\(kind.factorCount)",
          "in \(kind.postmortemCount) \(kind.postmortemCount == 1 ? "postmortem" : "postmortems")",
        ]
      })
    for factor in report.recurring.prefix(Self.itemsMax) {
      lines.add("Again and again: \(factor.text)", indent: 2, hanging: 2)
      lines.add(
        factor.places.map { "\($0.postmortem) F\($0.factor)" }.joined(separator: ", "), indent: 4, style: .faint)
    }
  }

  private func addActions(_ lines: inout TextLines) {
    guard !report.actions.isEmpty else { return }
    lines.heading("Actions by the month in which they are due")
    lines.table(report.actions.suffix(Self.monthsMax + 1).map { [$0.month ?? "no day", $0.words] })
  }

  private func addIndicators(_ lines: inout TextLines) {
    guard !report.indicators.isEmpty else { return }
    lines.heading("Seen before the impact in more than one incident")
    for indicator in report.indicators.prefix(Self.itemsMax) {
      lines.add(indicator.pattern, indent: 2, hanging: 2)
      let places = indicator.sightings.map { "\($0.incident) \(SpanWords.text($0.leadSeconds)) before" }
      let others = indicator.otherIncidents.isEmpty ? "" : "; not before in \(indicator.otherIncidents.count)"
      lines.add(places.joined(separator: ", ") + others, indent: 4, hanging: 2, style: .faint)
    }
  }

  private func addHits(_ lines: inout TextLines) {
    guard !hits.isEmpty else { return }
    lines.heading("Incidents that hit an action that was not verified")
    for hit in hits.prefix(Self.itemsMax) {
      let sureness = hit.sureness == .certain ? "" : " (worth examining)"
      lines.add("\(hit.incident)  \(hit.incidentTitle)\(sureness)", indent: 2, hanging: 2)
      let late = hit.wasOverdue ? ", overdue" : ""
      lines.add(
        "\(hit.action) was \(hit.state.words.loweringFirst)\(late) on \(zone.date(hit.began)): \(hit.actionText)",
        indent: 4,
        hanging: 2)
      lines.add("because \(hit.reasons.joined(separator: "; "))", indent: 4, hanging: 2, style: .faint)
    }
    if hits.count > Self.itemsMax { lines.add("… \(hits.count - Self.itemsMax) more (--format json)", indent: 2) }
  }
}
