internal import Postmortems

extension TrendReport {
  /// One table of everything that is shown, as RFC 4180 has it: what it is, of what, in which month, how much.
  ///
  /// Columns: `measure,item,month,state,incident,value,unit`. Lengths are in seconds.
  package var csv: String {
    var rows = [["measure", "item", "month", "state", "incident", "value", "unit"]]
    for span in spans {
      for month in span.months { rows += Self.rows(of: span, month) }
      // Those in no month are nowhere else.
      let dated = Set(span.months.flatMap { $0.distribution.missing })
      rows += span.whole.missing.filter { !dated.contains($0) }.map { [span.span, "", "", "missing", $0, "", ""] }
    }
    for kind in factorKinds {
      rows.append(["factors", kind.kind.rawValue, "", "postmortems", "", "\(kind.postmortemCount)", "count"])
      rows.append(["factors", kind.kind.rawValue, "", "factors", "", "\(kind.factorCount)", "count"])
    }
    for factor in recurring {
      rows += factor.places.map { place in
        [
          "recurring-factor", factor.text, "", "\(place.postmortem) F\(place.factor)", place.incident ?? "", "1",
          "count",
        ]
      }
    }
    for month in actions {
      let counts = [
        ("on-time", month.onTime), ("late", month.late), ("open", month.open), ("overdue", month.overdue),
        ("done-without-day", month.doneWithoutDay), ("declined", month.declined),
      ]
      rows += counts.map { ["actions", "", month.month ?? "", $0.0, "", "\($0.1)", "count"] }
    }
    for indicator in indicators {
      rows += indicator.sightings.map {
        ["early-indicator", indicator.pattern, "", "before", $0.incident, Self.number($0.leadSeconds), "s"]
      }
      rows += indicator.otherIncidents.map { ["early-indicator", indicator.pattern, "", "not-before", $0, "", ""] }
    }
    return rows.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func rows(of span: SpanTrend, _ month: MonthTrend) -> [[String]] {
    let distribution = month.distribution
    return distribution.points.map { [span.span, "", month.month, "ended", $0.incident, number($0.seconds), "s"] }
      + distribution.open.map { [span.span, "", month.month, "open", $0.incident, number($0.seconds), "s"] }
      + distribution.missing.map { [span.span, "", month.month, "missing", $0, "", ""] }
      + distribution.invalid.map { [span.span, "", month.month, "invalid", $0, "", ""] }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\((value * 1000).rounded() / 1000)"
  }

  /// Quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV
  /// injection").
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let text = isFormula ? "'" + text : text
    guard text.contains(where: { ",\"\r\n".contains($0) || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
