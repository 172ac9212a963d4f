import PageKit
import TextComparing

/// Marks passages in rendered Markdown, each with its number behind it, whatever elements stand within it.
///
/// The renderer writes text with `&amp;`, `&lt;`, `&gt;` and `&quot;` alone. A passage is looked for in the text without
/// its elements; marks are put around its text only, never around a tag, so that the markup stays well formed.
struct PassageMarks: Sendable {
  struct Passage: Sendable {
    let number: Int
    let anchor: TextAnchor
  }

  /// Passages that are looked for; further ones are listed beside the text.
  private static let passagesMax = 200

  /// The markup with its marks.
  private(set) var markup = ""
  /// Numbers of the passages that were found.
  private(set) var found: Set<Int> = []

  private struct Run {
    var tag: Substring?
    var text: [Unicode.Scalar] = []
    var start = 0
  }

  init(markup: String, passages: [Passage]) {
    guard !passages.isEmpty else {
      self.markup = markup
      return
    }
    let runs = Self.runs(of: markup)
    var plain = String.UnicodeScalarView()
    for run in runs { plain.append(contentsOf: run.text) }
    let text = String(plain)
    var ranges: [(range: Range<Int>, number: Int)] = []
    let folded = AnchoredText(text)
    // Not looked for is not gone.
    found.formUnion(passages.dropFirst(Self.passagesMax).map(\.number))
    for passage in passages.prefix(Self.passagesMax) {
      guard let place = folded.find(passage.anchor)?.range else { continue }
      let scalars = text.unicodeScalars
      let start = scalars.distance(from: scalars.startIndex, to: place.lowerBound)
      let end = scalars.distance(from: scalars.startIndex, to: place.upperBound)
      guard start < end else { continue }
      ranges.append((start..<end, passage.number))
      found.insert(passage.number)
    }
    self.markup = Self.written(runs, ranges.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private static func runs(of markup: String) -> [Run] {
    var runs: [Run] = []
    var length = 0
    var rest = markup[...]
    while !rest.isEmpty {
      let text = rest.prefix { $0 != "<" }
      if !text.isEmpty {
        let scalars = Array(unescaped(text).unicodeScalars)
        runs.append(Run(text: scalars, start: length))
        length += scalars.count
        rest = rest[text.endIndex...]
      }
      guard let end = rest.firstIndex(of: ">") else { break }
      let next = rest.index(after: end)
      runs.append(Run(tag: rest[..<next], start: length))
      rest = rest[next...]
    }
    return runs
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private static func written(_ runs: [Run], _ ranges: [(range: Range<Int>, number: Int)]) -> String {
    var result = ""
    var links = 0
    var waiting: [Int] = []
    for run in runs {
      if let tag = run.tag {
        result += tag
        if tag.hasPrefix("<a ") { links += 1 }
        if tag.hasPrefix("</a") { links -= 1 }
      } else {
        result += written(run, ranges, isInLink: links > 0, waiting: &waiting)
      }
      // A link within a link is no markup: the number waits for its end.
      if links <= 0 {
        for number in waiting { result += numberLink(number) }
        waiting = []
      }
    }
    return result
  }

  private static func written(
    _ run: Run, _ ranges: [(range: Range<Int>, number: Int)], isInLink: Bool, waiting: inout [Int]
  ) -> String {
    let whole = run.start..<(run.start + run.text.count)
    let touching = ranges.filter { $0.range.overlaps(whole) }
    guard !touching.isEmpty else { return HTML(text(run.text[...])).markup }
    let cuts = Set(
      touching.flatMap { [$0.range.lowerBound, $0.range.upperBound] } + [whole.lowerBound, whole.upperBound])
    let ordered = cuts.filter { whole.contains($0) || $0 == whole.upperBound }.sorted()
    var result = ""
    for (from, to) in zip(ordered, ordered.dropFirst()) {
      let piece = HTML(text(run.text[(from - run.start)..<(to - run.start)])).markup
      // White space between blocks and rows may not stand in an element of its own.
      let isMarked = touching.contains { $0.range.contains(from) } && !piece.allSatisfy(\.isWhitespace)
      result += isMarked ? "<mark class=\"passage\">\(piece)</mark>" : piece
      let ending = touching.filter { $0.range.upperBound == to }.map(\.number)
      if to < whole.upperBound, !isInLink {
        for number in ending { result += numberLink(number) }
      } else {
        waiting += ending
      }
    }
    return result
  }

  private static func numberLink(_ number: Int) -> String {
    "<a class=\"passage-number\" id=\"passage-\(number)\" href=\"#comment-\(number)\" aria-label=\"Comment \(number)\">\(number)</a>"
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
