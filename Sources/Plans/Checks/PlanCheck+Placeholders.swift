import Findings

extension PlanCheck {
  /// Names that a finding tells; the others are counted.
  private static let namesMax = 3

  /// What was never filled in: one finding for each text that stands there, not for each place.
  mutating func checkPlaceholders() {
    guard plan.text.contains("⟨") else { return }
    var contacts = Unfilled()
    for contact in plan.contacts {
      for text in [contact.way ?? "", contact.name, contact.purpose] {
        for place in Placeholder.all(in: text) { contacts.add(place.text, contact.span, contact.name) }
      }
    }
    var steps = Unfilled()
    var words = Unfilled()
    for step in plan.steps {
      for text in [step.task, step.result ?? "", step.fallback ?? ""] + step.responsible {
        for place in Placeholder.all(in: text) {
          if place.isQuoted {
            words.add(place.text, step.span, "step \(step.number)")
          } else {
            steps.add(place.text, step.span, "step \(step.number)")
          }
        }
      }
    }
    var rest = Unfilled()
    readLines(told: Set(contacts.texts + steps.texts), words: &words, rest: &rest)
    for one in contacts.all {
      find(
        "contact-unfilled", one.span, "nobody has filled in '\(one.text)' for \(Self.named(one.names))",
        fix: "+49 30 1234 5678, day and night")
    }
    for one in steps.all {
      find("step-unfilled", one.span, "nobody has filled in '\(one.text)' in \(Self.named(one.names))")
    }
    for one in rest.all {
      let count = one.names.count
      find(
        "text-unfilled", one.span,
        "nobody has filled in '\(one.text)'" + (count > 1 ? ", which stands in \(count) lines" : ""))
    }
    guard let first = words.all.first else { return }
    let texts = words.texts.map { "'\($0)'" }
    find("words-unfilled", first.span, "the prepared words leave open \(Self.named(texts))")
  }

  /// What stands in no step and with no contact: prepared words, and everything else that was not told already.
  private func readLines(told: Set<String>, words: inout Unfilled, rest: inout Unfilled) {
    let read = Set(plan.contacts.map(\.span.line) + plan.steps.map(\.span.line))
    let prepared = Set(plan.communications.map(\.span.line))
    for (index, line) in plan.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      guard line.contains("⟨"), !read.contains(number) else { continue }
      let isPrepared = prepared.contains(number) || line.first { !$0.isWhitespace } == ">"
      for place in Placeholder.all(in: line) {
        let end = place.column + place.text.unicodeScalars.count
        let span = TextSpan(line: number, column: place.column, endLine: number, endColumn: end)
        if isPrepared || place.isQuoted {
          words.add(place.text, span, "line \(number)")
        } else if !told.contains(place.text) {
          rest.add(place.text, span, "line \(number)")
        }
      }
    }
  }

  /// `a, b, c and 4 more`.
  private static func named(_ names: [String]) -> String {
    if names.count > namesMax + 1 {
      return names.prefix(namesMax).joined(separator: ", ") + " and \(names.count - namesMax) more"
    }
    return NameList.and(names)
  }
}

/// Placeholders of one part of a plan by their text, in the order in which they come.
private struct Unfilled {
  /// Texts that are told of one part; whoever has filled in these looks again.
  private static let textsMax = 50

  struct One {
    var text: String
    /// Of the first.
    var span: TextSpan
    /// Where it stands, each once.
    var names: [String]
  }

  private(set) var all: [One] = []
  private var index: [String: Int] = [:]

  var texts: [String] { all.map(\.text) }

  mutating func add(_ text: String, _ span: TextSpan, _ name: String) {
    guard let known = index[text] else {
      guard all.count < Self.textsMax else { return }
      index[text] = all.count
      return all.append(One(text: text, span: span, names: [name]))
    }
    if all[known].names.last != name { all[known].names.append(name) }
  }
}
