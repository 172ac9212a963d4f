internal import Documents
internal import Postmortems

/// What Mayday counts and names for those who write, said plainly for those outside.
extension Preparation {
  mutating func plainParts() {
    guard audience != .internal else { return }
    let places = MarkdownPlaces(text.text)
    var edits: [SourcedText.Edit] = []
    for block in places.document.blocks {
      let line = places.range(ofLines: block.lines.lowerBound...block.lines.lowerBound)
      switch (block.kind, places.document.kind(of: block)) {
      case (.item, .rootCause), (.item, .lessons): if audience == .public { edits += plain(item: line) }
      case (.row(isHeader: false), .timeline): edits += wholeSeconds(in: line)
      default: break
      }
    }
    text.apply(edits)
  }

  /// `- **F2** (made it possible, likely) Nothing …` is `- Likely: Nothing …`; `- **Luck 1** It …` is `- It …`.
  private func plain(item line: Range<Int>) -> [SourcedText.Edit] {
    let words = text.text(in: line)
    let part = #/^(\s*[-*] )\*\*(?:F[0-9]+|Luck [0-9]+)\*\*(?: \(([^()]*)\))? /#
    guard let match = try? part.firstMatch(in: words) else { return [] }
    let sureness = match.output.2.map { String($0).split(separator: ",").last.map(String.init) ?? "" } ?? ""
    let head = Self.doubts[sureness.trimmingPrefix(" ").lowercased()] ?? ""
    let low = line.lowerBound + match.output.1.utf8.count
    return [
      SourcedText.Edit(
        range: low..<(line.lowerBound + match.output.0.utf8.count),
        replacement: head.isEmpty ? SourcedText() : SourcedText(head, origin: text.origin(low) ?? -1))
    ]
  }

  private static let doubts = ["likely": "Likely: ", "possible": "Possibly: "]

  /// `13:47:15.464` is `13:47:15`: whoever reads it from outside compares no machines.
  private func wholeSeconds(in line: Range<Int>) -> [SourcedText.Edit] {
    let words = text.text(in: line)
    return words.matches(of: #/[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})/#).map { match in
      let low = line.lowerBound + words.utf8.distance(from: words.startIndex, to: match.output.1.startIndex)
      return SourcedText.Edit(range: low..<(low + match.output.1.utf8.count))
    }
  }
}
