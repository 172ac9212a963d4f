import Documents
import Findings
import Plans

extension Scenario {
  /// Reads a scenario.
  ///
  /// Never fails: what cannot be read stands among its ``problems`` with its place. Injects and expectations are read
  /// from tables; injects also from lists: `- 5 min, evidence, edge-2, file edge-2.log: What it wrote.` Files are fenced blocks.
  package init(parsing text: String) {
    if text.utf8.count > DrillLimits.bytesMax {
      self.init(document: MarkdownDocument(parsing: ""))
      problems = [
        PlanProblem(
          rule: "scenario-too-large", span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 2),
          message: "the scenario has \(text.utf8.count) bytes, more than \(DrillLimits.bytesMax)",
          hint:
            "Keep what is read while it is played, and of its files the minutes in which there is something to find.")
      ]
      return
    }
    var reader = ScenarioReader(document: MarkdownDocument(parsing: text))
    self = reader.read()
  }

  init(document: MarkdownDocument) {
    self.document = document
    name = ""
    title = ""
    components = []
    idea = []
    situation = ""
    injects = []
    expectations = []
    files = []
    facilitator = ""
    problems = []
  }
}

/// Puts a scenario together from its front matter and the parts below it.
struct ScenarioReader {
  /// What a part of the document is, by the words of its heading.
  enum Part { case situation, injects, expectations, files, facilitator, other }

  let document: MarkdownDocument
  let lines: LineTable
  var scenario: Scenario
  /// Names of files that stand in headings, also of those that could not be read.
  var headed: Set<String> = []

  init(document: MarkdownDocument) {
    self.document = document
    lines = LineTable(document.text)
    scenario = Scenario(document: document)
  }

  mutating func read() -> Scenario {
    readFrontMatter()
    let titled = document.blocks.first { $0.kind == .heading(level: 1) }?.prose.text
    scenario.title = document.frontMatter["title"] ?? titled ?? ""
    readName()
    for (part, blocks) in partition() {
      switch part {
      case .situation: scenario.situation = joined(scenario.situation, source(below: blocks))
      case .facilitator: scenario.facilitator = joined(scenario.facilitator, source(below: blocks))
      case .injects: readInjects(blocks)
      case .expectations: readExpectations(blocks)
      case .files: readFiles(blocks)
      case .other: break
      }
    }
    relateFiles()
    return scenario
  }

  private func joined(_ before: String, _ text: String) -> String { before.isEmpty ? text : before + "\n\n" + text }

  /// Everything below the heading of a part, byte for byte, without blank lines at its ends.
  private func source(below blocks: [DocumentBlock]) -> String {
    guard let heading = blocks.first, blocks.count > 1 else { return "" }
    let last = blocks.map(\.lines.upperBound).max() ?? heading.lines.upperBound
    let next = document.blocks.first { $0.lines.lowerBound > last }?.lines.lowerBound ?? lines.count + 1
    let first = heading.lines.upperBound + 1
    guard max(last, next - 1) >= first else { return "" }
    let text = document.source(ofLines: first...max(last, next - 1))
    let head = text.drop(while: \.isWhitespace)
    guard let end = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...end])
  }

  /// The blocks by heading, each part with its heading first; deeper headings stay with the part above them.
  private func partition() -> [(part: Part, blocks: [DocumentBlock])] {
    var result: [(part: Part, blocks: [DocumentBlock])] = []
    var depth = 7
    for block in document.blocks {
      if case .heading(let level) = block.kind, block.quoteDepth == 0, level > 1, level <= depth {
        result.append((Self.part(ofHeading: block.prose.text), [block]))
        depth = level
      } else if !result.isEmpty {
        result[result.count - 1].blocks.append(block)
      }
    }
    return result
  }

  /// The facilitator's words decide first: what might be theirs is shown to nobody else.
  static func part(ofHeading text: String) -> Part {
    let name = TableColumns<Int>.name(text)
    let words = Set(name.split(separator: " ").map(String.init))
    let telling: [(Part, Set<String>)] = [
      (.facilitator, ["facilitator", "facilitators", "solution", "answer", "cause", "notes"]),
      (.expectations, ["good", "expectations", "expected", "expect", "goals"]),
      (.injects, ["injects", "inject", "events", "messages"]), (.situation, ["situation", "start", "background"]),
      (.files, ["files", "file"]),
    ]
    return telling.first { !$0.1.isDisjoint(with: words) }?.0 ?? .other
  }

  mutating func object(_ rule: String, _ span: TextSpan, _ message: String, _ hint: String) {
    scenario.problems.append(PlanProblem(rule: rule, span: span, message: message, hint: hint))
  }

  static func point(_ line: Int, _ column: Int) -> TextSpan {
    TextSpan(line: line, column: column, endLine: line, endColumn: column + 1)
  }

  /// The cells of a block's row as they stand in the document.
  func sourceCells(_ block: DocumentBlock) -> SourceCells {
    SourceCells(line: String(decoding: lines.bytes(ofLine: block.lines.lowerBound), as: UTF8.self))
  }
}
