import Chronology
import Incidents

/// The timeline of an incident for a terminal: number, time, kind, what, and what it said before corrections.
struct EntryLines {
  var entries: [IncidentEntry]
  var zone: DisplayZone
  var now: Instant

  /// Seconds between when something happened and when it was written down from which both are told.
  private static let apartSeconds = 60.0

  /// Columns of time, number, symbol and word.
  private static let timeColumns = 7
  private static let wordColumns = 12

  func add(to lines: inout TextLines) {
    let numberColumns = String(entries.map(\.version).max() ?? 0).count + 2
    var day = ""
    for entry in entries.sorted(by: { ($0.at, $0.version) < ($1.at, $1.version) }) {
      let date = zone.date(entry.at)
      if date != day {
        day = date
        lines.add("\(date)  \(zone.label)", indent: 2, style: .faint)
      }
      let number = TerminalText.padded("#\(entry.version)", to: numberColumns)
      let head =
        TerminalText.padded(zone.minute(entry.at), to: Self.timeColumns) + number
        + TerminalText.padded("\(entry.kind.symbol) \(entry.kind.word)", to: Self.wordColumns)
      let columns = Self.timeColumns + numberColumns + Self.wordColumns
      lines.add(head, Self.what(entry, zone), columns: columns, style: entry.kind.style)
      if let written = Self.written(entry, zone) { lines.add("", written, columns: columns, style: .faint) }
      for former in entry.former.reversed() {
        lines.add("", formerly(former, now: entry), columns: columns, style: .faint)
      }
    }
  }

  /// What it says, with whoever wrote it where the words do not tell.
  private static func what(_ entry: IncidentEntry, _ zone: DisplayZone) -> String {
    let reference = entry.reference.map { "  [\($0)]" } ?? ""
    return text(entry, zone) + reference + (entry.kind.isWritten ? " (\(entry.by))" : "")
  }

  /// Sentences of the system name instants in UTC; people read them in their own zone.
  private static func text(_ entry: IncidentEntry, _ zone: DisplayZone) -> String {
    entry.kind == .missed || entry.kind == .instant ? zone.localised(entry.text, beside: entry.at) : entry.text
  }

  private static func written(_ entry: IncidentEntry, _ zone: DisplayZone) -> String? {
    // Nobody wrote that a word was missed: it is recorded by the clock.
    guard entry.kind != .missed, entry.written.seconds(since: entry.at) > apartSeconds else { return nil }
    return "written \(zone.short(entry.written, beside: entry.at))"
  }

  private func formerly(_ former: IncidentEntry.Former, now entry: IncidentEntry) -> String {
    let when = zone.short(former.corrected, beside: entry.at)
    var before = "before: \(former.text)"
    if former.at != entry.at { before += " (at \(zone.short(former.at, beside: entry.at)))" }
    return "corrected \(when) by \(former.by): \(former.reason); \(before)"
  }

  /// One entry in a sentence: when, what, and when it was written where that is another time.
  static func sentence(_ entry: IncidentEntry, zone: DisplayZone, now: Instant) -> String {
    let written = written(entry, zone).map { " (\($0))" } ?? ""
    return "\(zone.short(entry.at, beside: now))  \(text(entry, zone))\(written)"
  }
}

extension IncidentEntry.Kind {
  /// One column that tells the kind without colour.
  var symbol: String {
    switch self {
    case .declared: "▶"
    case .state: "→"
    case .revision, .instant, .access: "·"
    case .role: "○"
    case .note: "–"
    case .decision: "◆"
    case .dissent: "◇"
    case .task: "□"
    case .evidence, .moment, .suspect: "●"
    case .update: "❝"
    case .missed: "!"
    case .plan: "✓"
    case .document, .erased: "·"
    }
  }

  /// The word beside the symbol, at most eight columns.
  var word: String {
    switch self {
    case .revision: "revised"
    case .document: "document"
    default: rawValue
    }
  }

  /// Whether a person wrote its text.
  var isWritten: Bool { self == .note || self == .decision || self == .moment }

  /// Colour where it means something.
  var style: Terminal.Style? {
    switch self {
    case .missed: .late
    case .decision: .strong
    case .state: .change
    default: nil
    }
  }
}
