import Documents
import Findings

extension Plan {
  /// Reads a plan.
  ///
  /// Never fails: what cannot be read stands among its ``problems`` with its place. Steps are read from tables and from
  /// numbered lists below a heading such as `Steps`; without that heading, from the first table that has a column for
  /// what to do and one for who.
  package init(parsing text: String) {
    if text.utf8.count > PlanLimits.bytesMax {
      self.init(document: MarkdownDocument(parsing: ""), name: "", title: "")
      problems = [
        PlanProblem(
          rule: "plan-too-large", span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1),
          message: "the plan has \(text.utf8.count) bytes, more than \(PlanLimits.bytesMax)",
          hint: "Keep what one does when it comes; link to the rest.")
      ]
      return
    }
    var reader = PlanReader(document: MarkdownDocument(parsing: text))
    self = reader.read()
  }

  init(document: MarkdownDocument, name: String, title: String) {
    self.document = document
    self.name = name
    self.title = title
    roles = []
    components = []
    patterns = []
    communications = []
    contacts = []
    words = []
    signs = ""
    steps = []
    problems = []
  }
}

/// Puts a plan together from its front matter and the blocks below it.
struct PlanReader {
  /// What a part of the document is about, by the words of its heading.
  enum Part { case scenario, steps, communication, contacts, fallback, other }

  let document: MarkdownDocument
  var plan: Plan
  /// Fallbacks that stand as sentences below the steps: `If step 3 fails: …`.
  var fallbacks: [(number: String, text: String)] = []

  init(document: MarkdownDocument) {
    self.document = document
    plan = Plan(document: document, name: "", title: "")
  }

  mutating func read() -> Plan {
    readFrontMatter()
    let parts = partition()
    let titled = document.blocks.first { $0.kind == .heading(level: 1) }?.prose.text
    plan.title = document.frontMatter["title"] ?? titled ?? ""
    plan.name = document.frontMatter["plan"] ?? PlanName.made(from: plan.title)
    checkName()
    var blocks = parts.filter { $0.part == .steps }.flatMap(\.blocks)
    if blocks.isEmpty { blocks = unheadedSteps(parts) }
    readSteps(blocks)
    readFallbackSentences(parts)
    for (part, blocks) in parts {
      switch part {
      case .communication:
        readCommunications(blocks)
        readWords(blocks)
      case .contacts: readContacts(blocks)
      case .scenario, .steps, .fallback, .other: break
      }
    }
    plan.signs = parts.first { $0.part == .scenario }.map { source(of: $0.blocks) } ?? ""
    if plan.trigger == nil {
      let words = parts.first { $0.part == .scenario }?.blocks.first { !$0.isHeading }?.prose.text
      plan.trigger = words.flatMap { $0.isEmpty ? nil : $0 }
    }
    return plan
  }

  /// A table anywhere that says what to do and who does it.
  private func unheadedSteps(_ parts: [(part: Part, blocks: [DocumentBlock])]) -> [DocumentBlock] {
    for (_, blocks) in parts {
      for block in blocks {
        guard case .row(isHeader: true) = block.kind else { continue }
        let columns = StepColumns(header: block.cells)
        guard columns.has(.task), columns.has(.who) else { continue }
        return blocks.filter { $0.table == block.table }
      }
    }
    return []
  }

  /// The blocks by heading, each part with its heading first; deeper headings stay with the part above them.
  private func partition() -> [(part: Part, blocks: [DocumentBlock])] {
    var result: [(part: Part, blocks: [DocumentBlock])] = [(.other, [])]
    var depth = 7
    for block in document.blocks {
      if case .heading(let level) = block.kind, block.quoteDepth == 0 {
        let part = Self.part(ofHeading: block.prose.text)
        if level <= depth || part != .other {
          result.append((part, []))
          depth = part == .other ? 7 : level
        }
      }
      result[result.count - 1].blocks.append(block)
    }
    return result
  }

  /// The first telling word decides, so that "Communication steps" is about communication.
  static func part(ofHeading text: String) -> Part {
    let words = TableColumns<Int>.name(text).split(separator: " ").map(String.init)
    let telling: [(Part, Set<String>)] = [
      (.communication, ["communication", "communications", "updates", "announcements"]),
      (.contacts, ["contact", "contacts", "escalation", "call", "phone", "telephone", "phones"]),
      (.fallback, ["fails", "fallback", "fallbacks"]),
      (.steps, ["step", "steps", "procedure", "todo", "actions", "response", "playbook", "checklist", "do"]),
      (
        .scenario,
        [
          "scenario", "recognise", "recognize", "trigger", "triggers", "symptoms", "signs", "situation", "when",
          "detection",
        ]
      ),
    ]
    for word in words {
      if let found = telling.first(where: { $0.1.contains(word) }) { return found.0 }
    }
    return .other
  }

  mutating func object(_ rule: String, _ span: TextSpan, _ message: String, _ hint: String) {
    plan.problems.append(PlanProblem(rule: rule, span: span, message: message, hint: hint))
  }
}
