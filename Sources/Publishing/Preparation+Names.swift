internal import Postmortems

/// Names of people, which the public reads as roles.
extension Preparation {
  mutating func replaceNames() {
    guard audience == .public else { return }
    let people = Array(context.people.prefix(PublicationLimits.peopleMax))
    if context.people.count > people.count {
      note(
        .tooLong,
        "more than \(PublicationLimits.peopleMax) people are given; the names of the others were not replaced",
        at: 0..<0)
    }
    var replacer = NameReplacer(text.text, people: people)
    var edits: [SourcedText.Edit] = []
    for find in replacer.find() {
      let written = text.text(in: find.range)
      switch find.answer {
      case .replace(let words):
        replaced.append(Replacement(original: written, replacement: words, line: line(of: find.range.lowerBound)))
        let origin = text.origin(find.range.lowerBound) ?? -1
        edits.append(SourcedText.Edit(range: find.range, replacement: SourcedText(words, origin: origin)))
      case .check: note(.nameToCheck, "'\(written)' may be a person's name", at: find.range)
      case .inCode: note(.nameInCode, "'\(written)' stands in code or in the target of a link", at: find.range)
      case .unknownAccount(let words):
        note(
          .unknownAccountName, "'\(written)' looks like the account of a person, and '\(words)' stands for it",
          at: find.range)
        replaced.append(Replacement(original: written, replacement: words, line: line(of: find.range.lowerBound)))
        let origin = text.origin(find.range.lowerBound) ?? -1
        edits.append(SourcedText.Edit(range: find.range, replacement: SourcedText(words, origin: origin)))
      }
    }
    text.apply(edits)
  }
}
