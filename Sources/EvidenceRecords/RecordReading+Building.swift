import Foundation

extension RecordReading {
  /// Keeps an entry, up to ``Limits/recordsPerSourceMax``; says in a note that there were more.
  ///
  /// - Returns: false when the source is full and reading on is of no use.
  @discardableResult
  mutating func keep(_ entry: RecordEntry) -> Bool {
    guard entries.count < Limits.recordsPerSourceMax else {
      note("more than \(Limits.recordsPerSourceMax) records, the limit; those after it were left out")
      return false
    }
    entries.append(entry)
    return true
  }

  /// Counts a line that was not understood, and keeps the first ones as samples.
  mutating func countUnrecognised(line: Int, text: String) {
    unrecognisedLines += 1
    guard unrecognisedSamples.count < Limits.unrecognisedSamplesMax else { return }
    unrecognisedSamples.append(NumberedLine(line: line, text: String(text.prefix(240))))
  }

  /// Adds a note once.
  mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  /// Adds a note of what was passed over, most frequent first: `passed over: channel_join 4, bot_add 1`.
  mutating func notePassedOver(_ counts: [String: Int]) {
    guard !counts.isEmpty else { return }
    let parts = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map { "\($0.key) \($0.value)" }
    note("passed over: " + parts.joined(separator: ", "))
  }
}

extension RecordInput {
  /// A reference into this source.
  func reference(line: Int? = nil, packet: Int? = nil, commit: String? = nil, record: String? = nil)
    -> EvidenceReference
  {
    EvidenceReference(source: path, line: line, packet: packet, commit: commit, record: record, sha256: sha256)
  }
}

extension String {
  /// One line for a title: blanks and control characters folded, cut at a word near `charactersMax`.
  func titled(charactersMax: Int = 140) -> String {
    let folded = split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
      .joined(separator: " ")
    guard folded.count > charactersMax else { return folded }
    let cut = folded.prefix(charactersMax - 1)
    guard let blank = cut.lastIndex(of: " "), cut.distance(from: blank, to: cut.endIndex) < 20 else { return cut + "…" }
    return cut[..<blank] + "…"
  }
}

extension [String] {
  /// `app01, app02, app03 and 4 more`.
  func listed(atMost limit: Int = 4) -> String {
    guard count > limit else { return joined(separator: ", ") }
    return prefix(limit - 1).joined(separator: ", ") + " and \(count - limit + 1) more"
  }

  /// Without repetitions, in the order of first occurrence, at most `limit`.
  func distinct(atMost limit: Int = .max) -> [String] {
    var seen: Set<String> = []
    return Array(filter { seen.insert($0).inserted }.prefix(limit))
  }
}
