internal import Chronology

extension Schema {
  /// How many problems are told at once.
  package static let problemsMax = 20

  /// What is wrong with a value, in the order of the schema's fields; empty when it fits.
  package func problems(in value: JSONValue) -> [FieldProblem] {
    var check = SchemaCheck()
    check.check(value, against: self, at: "")
    return Array(check.problems.prefix(Self.problemsMax))
  }
}

/// One walk through a value beside its schema.
private struct SchemaCheck {
  var problems: [FieldProblem] = []

  private mutating func note(_ pointer: String, _ message: String) {
    guard problems.count < Schema.problemsMax else { return }
    problems.append(FieldProblem(pointer: pointer, message: message))
  }

  mutating func check(_ value: JSONValue, against schema: Schema, at pointer: String) {
    if case .null = value, schema.isNullable { return }
    switch schema.kind {
    case .text(let rules):
      guard let text = value.string else { return mismatch(value, "a text", pointer) }
      check(text, rules, pointer)
    case .choice(let words):
      guard let word = value.string else { return mismatch(value, "one of \(Self.listed(words))", pointer) }
      guard !words.contains(word) else { return }
      note(pointer, "'\(Self.shortened(word))' is not one of \(Self.listed(words))" + Self.meant(word, words))
    case .integer(let range):
      guard let number = value.integer else { return mismatch(value, "a whole number", pointer) }
      check(number, range, pointer)
    case .number(let range):
      guard let number = value.number else { return mismatch(value, "a number", pointer) }
      check(number, range, pointer)
    case .flag:
      guard value.bool == nil else { return }
      mismatch(value, "true or false", pointer)
    case .instant: checkInstant(value, pointer)
    case .list(let element, let count): checkList(value, element, count, pointer)
    case .object(let properties): checkObject(value, properties, pointer)
    case .anything:
      guard value.object == nil else { return }
      mismatch(value, "an object", pointer)
    }
  }

  private mutating func check<Number: Comparable>(_ number: Number, _ range: ClosedRange<Number>, _ pointer: String) {
    guard !range.contains(number) else { return }
    note(pointer, "\(number) is out of range; expected \(range.lowerBound) to \(range.upperBound)")
  }

  private mutating func check(_ text: String, _ rules: Schema.TextRules, _ pointer: String) {
    let count = text.unicodeScalars.count
    if count > rules.length.upperBound {
      return note(pointer, "this has \(count) characters; at most \(rules.length.upperBound) are taken")
    }
    if count < rules.length.lowerBound {
      guard count > 0 else { return note(pointer, "this is empty; something must be written here") }
      return note(pointer, "this has \(count) characters; at least \(rules.length.lowerBound) are needed")
    }
    if let pattern = rules.pattern {
      // The pattern is ours, not the caller's; one that does not compile is a bug that the tests find.
      let matches = (try? Regex(pattern)).flatMap { try? $0.wholeMatch(in: text) } != nil
      if !matches { note(pointer, "'\(Self.shortened(text))' does not have the form \(pattern)") }
      return
    }
    if let bad = text.unicodeScalars.first(where: { Self.isControl($0, rules.isMultiline) }) {
      return note(pointer, "a control character (U+\(Self.hexadecimal(bad))) cannot stand here")
    }
    if rules.length.lowerBound > 0, text.unicodeScalars.allSatisfy({ $0.value <= 32 }) {
      note(pointer, "only spaces; something must be written here")
    }
  }

  private mutating func checkInstant(_ value: JSONValue, _ pointer: String) {
    guard let text = value.string else { return mismatch(value, "an instant as RFC 3339", pointer) }
    guard Instant(rfc3339: text) != nil else {
      return note(
        pointer, "'\(Self.shortened(text))' is no instant with its zone; expected RFC 3339, as 2026-03-01T13:45:00Z")
    }
    guard let year = Int(text.prefix(4)), (1700...2199).contains(year) else {
      return note(pointer, "the year of '\(text)' is out of range; expected 1700 to 2199")
    }
  }

  private mutating func checkList(
    _ value: JSONValue, _ element: Schema, _ count: ClosedRange<Int>, _ pointer: String
  ) {
    guard let elements = value.array else { return mismatch(value, "a list", pointer) }
    if elements.count > count.upperBound {
      return note(pointer, "the list has \(elements.count) entries; at most \(count.upperBound) are taken")
    }
    if elements.count < count.lowerBound {
      note(pointer, "the list has \(elements.count) entries; at least \(count.lowerBound) are needed")
    }
    for (index, value) in elements.enumerated() { check(value, against: element, at: "\(pointer)/\(index)") }
  }

  private mutating func checkObject(_ value: JSONValue, _ properties: [Schema.Property], _ pointer: String) {
    guard let members = value.object else { return mismatch(value, "an object", pointer) }
    for property in properties {
      let place = "\(pointer)/\(property.name)"
      if let member = members[property.name] {
        check(member, against: property.schema, at: place)
      } else if property.isRequired {
        note(place, "this is missing")
      }
    }
    let names = properties.map(\.name)
    for name in members.keys.sorted() where !names.contains(name) {
      let message = "there is no field '\(Self.shortened(name))' here"
      note("\(pointer)/\(Self.escaped(name))", message + Self.meant(name, names))
    }
  }

  private mutating func mismatch(_ value: JSONValue, _ expected: String, _ pointer: String) {
    note(pointer, "expected \(expected), found \(value.kindInWords)")
  }

  private static func isControl(_ scalar: Unicode.Scalar, _ isMultiline: Bool) -> Bool {
    if isMultiline, [9, 10, 13].contains(scalar.value) { return false }
    return scalar.value < 32 || (127...159).contains(scalar.value)
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func listed(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }

  private static func meant(_ word: String, _ words: [String]) -> String {
    Nearest.word(to: word, among: words).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// A user's value as it stands in a message.
  private static func shortened(_ text: String) -> String {
    let flat = String(String.UnicodeScalarView(text.unicodeScalars.prefix(60).filter { !isControl($0, false) }))
    return text.unicodeScalars.count > 60 ? flat + "…" : flat
  }

  /// A name as a part of a JSON pointer (RFC 6901, section 3).
  private static func escaped(_ name: String) -> String {
    shortened(name).map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
  }
}
