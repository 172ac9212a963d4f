/// Blocks of Markdown in order, and the paragraph that is being gathered.
struct Flow {
  struct Block {
    enum Kind: Hashable {
      case paragraph
      case heading
      case code
      case table
      case quote
      case rule
      /// The mark with which its items begin.
      case list(mark: String)
    }

    var kind: Kind
    var lines: [String]
  }

  private(set) var blocks: [Block] = []
  var pending: [InlineRun] = []
  /// Whether code is gathered line by line, as word processors write it: one paragraph a line.
  private var isGatheringCode = false

  /// Ends the paragraph that is being gathered.
  mutating func flush() {
    guard !pending.isEmpty else { return }
    let runs = pending
    pending = []
    if let code = Self.code(runs) {
      appendCode(code)
      return
    }
    // Two breaks in a row end a paragraph.
    var group: [String] = []
    for line in InlineMarkdown().lines(of: runs) + [""] {
      if !line.isEmpty {
        group.append(line)
      } else if !group.isEmpty {
        append(.paragraph, group.dropLast().map { $0 + "  " } + group.suffix(1))
        group = []
      }
    }
  }

  mutating func append(_ kind: Block.Kind, _ lines: [String]) {
    isGatheringCode = false
    guard !lines.isEmpty else { return }
    blocks.append(Block(kind: kind, lines: lines))
  }

  /// A mark for a list that keeps it apart from a list right before it.
  func listMark(_ isOrdered: Bool) -> String {
    let marks = isOrdered ? [".", ")"] : ["-", "*"]
    if case .list(let mark)? = blocks.last?.kind, mark == marks[0] { return marks[1] }
    return marks[0]
  }

  /// All lines, blocks apart by an empty one.
  var lines: [String] {
    var result: [String] = []
    for block in blocks {
      if !result.isEmpty { result.append("") }
      result += block.lines
    }
    return result
  }

  /// Whether it reads as one line with, at most, lists below it, so that a list of it needs no empty lines.
  var isTight: Bool {
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph where index == 0: continue
      case .list where index > 0: continue
      default: return false
      }
    }
    return true
  }

  /// All lines without the empty ones between blocks.
  var tightLines: [String] { blocks.flatMap(\.lines) }

  // MARK: Code as paragraphs

  private static func code(_ runs: [InlineRun]) -> String? {
    var text = ""
    for run in runs {
      switch run.content {
      case .text(let piece):
        let isBlank = piece.allSatisfy(\.isWhitespace)
        guard isBlank || run.look.isCode && run.look.target == nil else { return nil }
        text += piece.replacing("\u{A0}", with: " ").replacing("\n", with: " ")
      case .lineBreak: text += "\n"
      case .verbatim: return nil
      }
    }
    // A few words in another type are a name in a sentence of its own more often than code.
    guard text.contains("\n") || text.count > 12 || text.hasPrefix("  ") else { return nil }
    return text.contains { !$0.isWhitespace } ? text : nil
  }

  private mutating func appendCode(_ code: String) {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if isGatheringCode, let last = blocks.last, last.kind == .code {
      let inner = last.lines.dropFirst().dropLast() + lines
      blocks[blocks.count - 1].lines = FencedCode.lines(inner.joined(separator: "\n"), language: "")
    } else {
      append(.code, FencedCode.lines(code, language: ""))
    }
    isGatheringCode = true
  }
}

/// A block of code between fences.
enum FencedCode {
  /// The fence is longer than any run of its mark in the code (CommonMark, section 4.5).
  static func lines(_ code: String, language: String) -> [String] {
    var body = code.replacing("\r\n", with: "\n").replacing("\r", with: "\n").replacing("\u{A0}", with: " ")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while let last = body.last, last.allSatisfy(\.isWhitespace) { body.removeLast() }
    while let first = body.first, first.allSatisfy(\.isWhitespace) { body.removeFirst() }
    guard !body.isEmpty else { return [] }
    let fence = String(repeating: "`", count: max(3, MarkdownEscaping.longestRun(of: "`", in: code) + 1))
    let name = language.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || "+-#.".contains($0)) }
    return [fence + name] + body + [fence]
  }
}
