import Documents

/// What each byte of a Markdown text is: words, code, raw HTML, or the target of a link.
struct MarkdownPlaces {
  enum Kind: UInt8 {
    case words
    case codeBlock
    case codeSpan
    case html
    case target
    case frontMatter
  }

  struct Link {
    /// From `[` or `<` or the first letter of a bare address to behind its last mark.
    var whole: Range<Int>
    /// Nil for a bare address.
    var label: Range<Int>?
    var target: String
  }

  let document: PostmortemDocument
  let lines: LineTable
  private var kinds: [UInt8]
  /// With their backticks, in order.
  private(set) var codeSpans: [Range<Int>] = []
  /// In order.
  private(set) var links: [Link] = []

  init(_ text: String) {
    document = PostmortemDocument(parsing: text)
    lines = LineTable(text)
    kinds = [UInt8](repeating: 0, count: lines.bytes.count)
    mark(0..<lines.start(ofLine: document.frontMatter.lineCount + 1), .frontMatter)
    for block in document.blocks {
      let range = lines.start(ofLine: block.lines.lowerBound)..<lines.start(ofLine: block.lines.upperBound + 1)
      switch block.kind {
      case .code: mark(range, .codeBlock)
      case .html: mark(range, .html)
      case .heading, .paragraph, .item, .row:
        findCode(in: range)
        findLinks(in: range)
      }
    }
  }

  func kind(_ index: Int) -> Kind { kinds.indices.contains(index) ? Kind(rawValue: kinds[index]) ?? .words : .words }

  func range(ofLines range: ClosedRange<Int>) -> Range<Int> {
    lines.start(ofLine: range.lowerBound)..<lines.start(ofLine: range.upperBound + 1)
  }

  private mutating func mark(_ range: Range<Int>, _ kind: Kind) {
    for index in range where index < kinds.count { kinds[index] = kind.rawValue }
  }

  /// Code stands between two runs of as many backticks (CommonMark, section 6.1).
  private mutating func findCode(in range: Range<Int>) {
    let bytes = lines.bytes
    var runs: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == 96 else {
        at += 1
        continue
      }
      let start = at
      while at < range.upperBound, bytes[at] == 96 { at += 1 }
      runs.append(start..<at)
    }
    var next: [Int: [Int]] = [:]
    for (index, run) in runs.enumerated().reversed() { next[run.count, default: []].append(index) }
    var index = 0
    while index < runs.count {
      let run = runs[index]
      let isEscaped = run.lowerBound > range.lowerBound && bytes[run.lowerBound - 1] == 92
      while let last = next[run.count]?.last, last <= index { next[run.count]?.removeLast() }
      if !isEscaped, let close = next[run.count]?.last {
        codeSpans.append(run.lowerBound..<runs[close].upperBound)
        mark(run.lowerBound..<runs[close].upperBound, .codeSpan)
        index = close
      }
      index += 1
    }
  }

  private mutating func findLinks(in range: Range<Int>) {
    let bytes = lines.bytes
    var opens: [Int] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard kind(at) == .words, at == range.lowerBound || bytes[at - 1] != 92 else {
        at += 1
        continue
      }
      switch bytes[at] {
      case 91: opens.append(at)
      case 93:
        let open = opens.popLast()
        if let open, at + 1 < range.upperBound, bytes[at + 1] == 40, let close = targetEnd(at + 2, range.upperBound) {
          let target = String(decoding: bytes[(at + 2)..<close], as: UTF8.self)
          let start = open > range.lowerBound && bytes[open - 1] == 33 ? open - 1 : open
          links.append(Link(whole: start..<(close + 1), label: (open + 1)..<at, target: target))
          mark((at + 2)..<close, .target)
          at = close
        }
      case 60, 104, 72, 119:
        if let link = address(at, range) {
          links.append(link)
          mark(link.whole, .target)
          at = link.whole.upperBound - 1
        }
      default: break
      }
      at += 1
    }
    links.sort { $0.whole.lowerBound < $1.whole.lowerBound }
  }

  private func targetEnd(_ start: Int, _ end: Int) -> Int? {
    var depth = 0
    var at = start
    while at < end, at - start < 4096 {
      switch lines.bytes[at] {
      case 40: depth += 1
      case 41:
        if depth == 0 { return at }
        depth -= 1
      case 10: return nil
      default: break
      }
      at += 1
    }
    return nil
  }

  /// `<https://…>`, `https://…` or `www.…`.
  private func address(_ start: Int, _ range: Range<Int>) -> Link? {
    let bytes = lines.bytes
    let isBracketed = bytes[start] == 60
    let first = isBracketed ? start + 1 : start
    guard isBracketed || start == range.lowerBound || !bytes[start - 1].isWordByte else { return nil }
    let head = String(decoding: bytes[first..<min(range.upperBound, first + 8)], as: UTF8.self).lowercased()
    guard head.hasPrefix("http://") || head == "https://" || head.hasPrefix("www.") else { return nil }
    var end = first
    while end < range.upperBound, bytes[end] > 32, !"<>|\"`".utf8.contains(bytes[end]) { end += 1 }
    if isBracketed {
      guard end < range.upperBound, bytes[end] == 62 else { return nil }
      return Link(whole: start..<(end + 1), label: nil, target: String(decoding: bytes[first..<end], as: UTF8.self))
    }
    while end > first, ".,;:!?)'*_]".utf8.contains(bytes[end - 1]) { end -= 1 }
    return Link(whole: start..<end, label: nil, target: String(decoding: bytes[first..<end], as: UTF8.self))
  }
}

extension UInt8 {
  /// A letter or digit of ASCII, an underscore, or a byte of any other scalar.
  var isWordByte: Bool {
    self >= 128 || (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self) || self == 95
  }

  var isDigitByte: Bool { (48...57).contains(self) }
}
