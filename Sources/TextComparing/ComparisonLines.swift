/// A comparison as lines for a terminal: what was removed and added, with the lines around.
package struct ComparisonLines: Sendable {
  package struct Line: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case same
      case removed
      case added
    }

    package var kind: Kind
    /// From 1; nil where the line is not in that text.
    package var oldNumber: Int?
    package var newNumber: Int?
    /// Without the line's end, in order; joined they are the line.
    package var pieces: [Piece]

    package var text: String { pieces.map(\.text).joined() }
  }

  /// A part of a line.
  package struct Piece: Hashable, Sendable {
    package var text: String
    /// Whether it is what makes the line differ.
    package var isChanged: Bool
  }

  /// Lines that stand together, changed ones with their context.
  package struct Hunk: Hashable, Sendable {
    package var lines: [Line]

    /// `@@ -3,7 +3,8 @@`: first line and count in the old and in the new text.
    package var heading: String {
      let old = lines.compactMap(\.oldNumber)
      let new = lines.compactMap(\.newNumber)
      return "@@ -\(old.first ?? 0),\(old.count) +\(new.first ?? 0),\(new.count) @@"
    }
  }

  package let hunks: [Hunk]

  /// Compares two texts; `context` is the number of equal lines shown on either side of a change.
  package init(old: String, new: String, context: Int = 3) {
    let script = EditScript(old: Array(old.utf8), new: Array(new.utf8))
    hunks = Self.hunks(Self.lines(script), context: max(0, context))
  }

  /// Lines with `-`, `+` or a blank before them; with `wordMarks`, changed words of a line stand as `[-old-]` and `{+new+}`.
  package func text(wordMarks: Bool = false) -> String {
    var result = ""
    for hunk in hunks {
      result += hunk.heading + "\n"
      for line in hunk.lines {
        let isPartly = wordMarks && line.pieces.contains { !$0.isChanged && $0.text.contains { !$0.isWhitespace } }
        result += line.kind == .same ? " " : line.kind == .removed ? "-" : "+"
        for piece in line.pieces {
          result +=
            !isPartly || !piece.isChanged
            ? piece.text : line.kind == .removed ? "[-\(piece.text)-]" : "{+\(piece.text)+}"
        }
        result += "\n"
      }
    }
    return result
  }

  // MARK: Lines

  private static func lines(_ script: EditScript) -> [Line] {
    let oldLines = LineRanges.ranges(of: script.old)
    let newLines = LineRanges.ranges(of: script.new)
    let pairs = pairs(script, oldLines, newLines)
    var result: [Line] = []
    var (o, n) = (0, 0)
    var (oldRun, newRun) = (0, 0)
    for pair in pairs + [(oldLines.count, newLines.count)] {
      while o < pair.0 {
        let pieces = pieces(oldLines[o], of: script.old, script.runs, \.old, &oldRun)
        result.append(Line(kind: .removed, oldNumber: o + 1, newNumber: nil, pieces: pieces))
        o += 1
      }
      while n < pair.1 {
        let pieces = pieces(newLines[n], of: script.new, script.runs, \.new, &newRun)
        result.append(Line(kind: .added, oldNumber: nil, newNumber: n + 1, pieces: pieces))
        n += 1
      }
      guard o < oldLines.count, n < newLines.count else { continue }
      let pieces = pieces(oldLines[o], of: script.old, script.runs, \.old, &oldRun)
      result.append(Line(kind: .same, oldNumber: o + 1, newNumber: n + 1, pieces: pieces))
      (o, n) = (o + 1, n + 1)
    }
    return result
  }

  /// Lines of both texts that lie as a whole in one equal stretch.
  private static func pairs(
    _ script: EditScript, _ oldLines: [Range<Int>], _ newLines: [Range<Int>]
  ) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var run = 0
    var n = 0
    for (o, line) in oldLines.enumerated() {
      while run < script.runs.count, script.runs[run].old.upperBound < line.upperBound || !script.runs[run].isSame {
        run += 1
      }
      guard run < script.runs.count else { break }
      let same = script.runs[run]
      guard same.old.lowerBound <= line.lowerBound else { continue }
      let start = same.new.lowerBound + line.lowerBound - same.old.lowerBound
      while n < newLines.count, newLines[n].lowerBound < start { n += 1 }
      if n < newLines.count, newLines[n] == start..<(start + line.count) { result.append((o, n)) }
    }
    return result
  }

  private static func pieces(
    _ line: Range<Int>, of bytes: [UInt8], _ runs: [EditScript.Run], _ side: KeyPath<EditScript.Run, Range<Int>>,
    _ run: inout Int
  ) -> [Piece] {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    var result: [Piece] = []
    while run < runs.count, runs[run][keyPath: side].upperBound <= line.lowerBound { run += 1 }
    var at = run
    while at < runs.count, runs[at][keyPath: side].lowerBound < end {
      let part = runs[at][keyPath: side].clamped(to: line.lowerBound..<end)
      if !part.isEmpty {
        result.append(Piece(text: String(decoding: bytes[part], as: UTF8.self), isChanged: !runs[at].isSame))
      }
      at += 1
    }
    return result
  }

  private static func hunks(_ lines: [Line], context: Int) -> [Hunk] {
    var result: [Hunk] = []
    var shown = 0
    var at = 0
    while at < lines.count {
      guard lines[at].kind != .same else {
        at += 1
        continue
      }
      let start = max(shown, at - context)
      var last = at
      var next = at + 1
      while next < lines.count, next - last <= 2 * context + 1 {
        if lines[next].kind != .same { last = next }
        next += 1
      }
      let end = min(lines.count, last + context + 1)
      result.append(Hunk(lines: Array(lines[start..<end])))
      shown = end
      at = end
    }
    return result
  }
}
