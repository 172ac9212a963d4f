import Foundation

/// Lists of configuration and flag changes: CSV with a header, or one JSON object on each line.
///
/// What the columns mean is told by their names (``ConfigurationColumns``); a list needs a time and columns that say what
/// was changed, so that lists of hosts, measurements and logs are left alone.
package struct ConfigurationChangeFormat: RecordFormat {
  package let name = "configuration-changes"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    if let json = JSONHead(head) {
      guard !json.values.isEmpty else { return 0 }
      let share = json.share(words: []) { ConfigurationChange(fields: $0.fields) != nil }
      return share == 1 ? 0.92 : share >= 0.75 ? 0.8 : 0
    }
    var rows = DelimitedText(head)
    guard let header = rows.next()?.cells, header.count >= 3, header.allSatisfy({ $0.count <= 40 }),
      let columns = ConfigurationColumns(names: header)
    else { return 0 }
    // A head of 64 KiB may end within a row: the first ones decide.
    var understood = 0
    var tried = 0
    while tried < 5, let row = rows.next() {
      tried += 1
      if ConfigurationChange(columns: columns, fields: row.fields(named: header)) != nil { understood += 1 }
    }
    if tried == 0 { return columns.weight >= 5 ? 0.7 : 0 }
    return understood == tried ? 0.95 : understood * 2 > tried ? 0.8 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading()
    var history = SettingHistory()
    if JSONHead(Array(text.data.prefix(65_536))) != nil {
      try JSONRecords.forEach(in: text, reading: &reading) { item, reading in
        guard let change = ConfigurationChange(fields: item.value.fields) else {
          reading.countUnrecognised(line: item.line ?? 1, text: "no time, or nothing that says what was changed")
          return true
        }
        return reading.keep(change.entry(input: input, line: item.line, history: &history))
      }
    } else {
      try readRows(text, input: input, reading: &reading, history: &history)
    }
    reading.settleZone()
    return reading
  }

  private func readRows(
    _ text: RecordText, input: RecordInput, reading: inout RecordReading, history: inout SettingHistory
  ) throws(RecordError) {
    text.noteLimit(in: &reading)
    var rows = DelimitedText(Array(text.data))
    guard let header = rows.next()?.cells, let columns = ConfigurationColumns(names: header) else {
      throw RecordError(.damaged, "the header has no columns for a time and for what was changed")
    }
    reading.lines = 1
    while let row = rows.next() {
      reading.lines += 1
      guard let change = ConfigurationChange(columns: columns, fields: row.fields(named: header)) else {
        reading.countUnrecognised(line: row.line, text: row.cells.joined(separator: ","))
        continue
      }
      if !reading.keep(change.entry(input: input, line: row.line, history: &history)) { return }
    }
  }
}

extension DelimitedText.Row {
  /// The cells by their column's name; empty ones left out.
  fileprivate func fields(named header: [String]) -> [String: String] {
    var fields: [String: String] = [:]
    for (name, cell) in zip(header, cells) {
      let value = cell.trimmingCharacters(in: .whitespaces)
      if !value.isEmpty, fields[name] == nil { fields[name] = value }
    }
    return fields
  }
}

extension JSONValue {
  /// The members of an object that are texts, or lists of texts.
  fileprivate var fields: [String: String] {
    (object ?? [:]).compactMapValues { value in
      value.text ?? value.array.map { $0.compactMap(\.text).joined(separator: ", ") }
    }
  }
}
