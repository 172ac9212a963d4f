import Yams

/// Reads the nodes of a file as values, and tells what they are where they are something else.
enum GuardValue {
  static func text(_ node: Node, _ key: String, max: Int, _ problems: inout GuardProblems) -> String? {
    guard let scalar = node.scalar else {
      problems.add(node, "'\(key)' is not a text", "Write it on one line, or as a block that begins with |.")
      return nil
    }
    guard !scalar.string.trimmingSpaces.isEmpty else {
      problems.add(node, "'\(key)' is empty", "Write its value, or leave the key out.")
      return nil
    }
    let count = scalar.string.count
    guard count <= max else {
      problems.add(node, "'\(key)' has \(count) characters, more than \(max)", "Shorten it.")
      return nil
    }
    guard !scalar.string.unicodeScalars.contains("\0") else {
      problems.add(node, "'\(key)' holds a zero byte", "Leave it out.")
      return nil
    }
    return scalar.string
  }

  static func texts(
    _ node: Node, _ key: String, countMax: Int, max: Int, _ problems: inout GuardProblems
  ) -> [String]? {
    guard case .sequence(let list) = node else { return text(node, key, max: max, &problems).map { [$0] } }
    guard !list.isEmpty else {
      problems.add(node, "'\(key)' is an empty list", "Write its values, or leave the key out.")
      return nil
    }
    guard list.count <= countMax else {
      problems.add(node, "'\(key)' has \(list.count) entries, more than \(countMax)", "Shorten the list.")
      return nil
    }
    let read = list.map { text($0, key, max: max, &problems) }
    let values = read.compactMap(\.self)
    return values.count == read.count ? values : nil
  }

  /// A whole number within bounds.
  static func integer(
    _ node: Node, _ key: String, _ bounds: ClosedRange<Int>, _ problems: inout GuardProblems
  ) -> Int? {
    guard let string = node.scalar?.string, let value = Int(string), bounds.contains(value) else {
      let found = node.scalar.map { "'\(GuardText.shortened($0.string, to: 40))'" } ?? "a list"
      problems.add(
        node, "'\(key)' is \(found)", "Write a whole number from \(bounds.lowerBound) to \(bounds.upperBound).")
      return nil
    }
    return value
  }

  /// Texts by their names.
  static func members(_ node: Node, _ key: String, _ problems: inout GuardProblems) -> [(name: Node, value: Node)]? {
    guard let mapping = node.mapping, !mapping.isEmpty else {
      problems.add(node, "'\(key)' is not made of names and values", "Write one 'name: value' per line below it.")
      return nil
    }
    guard mapping.count <= GuardLimits.entriesMax else {
      problems.add(
        node, "'\(key)' has \(mapping.count) entries, more than \(GuardLimits.entriesMax)", "Leave some of them out.")
      return nil
    }
    return mapping.map { ($0.key, $0.value) }
  }

  /// A value of JSON without parts: what is quoted is text, what is not is what it looks like (YAML 1.2 core schema).
  static func json(_ node: Node, _ key: String, _ problems: inout GuardProblems) -> GuardJSON? {
    guard let scalar = node.scalar else {
      problems.add(node, "'\(key)' is a list or an object", "Name the pointer of each value in it.")
      return nil
    }
    guard scalar.string.count <= GuardLimits.textCharactersMax else {
      problems.add(
        node, "'\(key)' has \(scalar.string.count) characters, more than \(GuardLimits.textCharactersMax)",
        "Shorten it.")
      return nil
    }
    guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
    switch scalar.string {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default:
      if let number = Double(scalar.string), number.isFinite, !scalar.string.lowercased().hasPrefix("0x") {
        return .number(number)
      }
      return .string(scalar.string)
    }
  }
}
