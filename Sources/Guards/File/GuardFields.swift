import Yams

/// The keys of one mapping, taken one by one; what is left at the end is unknown.
struct GuardFields {
  private var values: [String: (key: Node, value: Node)] = [:]
  private let owner: String
  let line: Int

  /// `owner` is what problems call the mapping.
  init(_ node: Node, of owner: String, _ problems: inout GuardProblems) {
    self.owner = owner
    line = node.mark?.line ?? 1
    guard let mapping = node.mapping else {
      problems.add(node, "\(owner) is not made of keys and values", "Write one 'key: value' per line.")
      return
    }
    for (key, value) in mapping { values[key.scalar?.string ?? ""] = (key, value) }
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// The line of a key that has not been taken.
  func line(of key: String) -> Int { values[key]?.key.mark?.line ?? line }

  /// The value of a key, which is then known.
  mutating func take(_ key: String) -> Node? {
    values.removeValue(forKey: key)?.value
  }

  /// Tells the keys that nobody took: unknown ones, and those that do not belong here.
  func end(known: [String], elsewhere: [String: String] = [:], _ problems: inout GuardProblems) {
    for (name, pair) in values.sorted(by: { $0.key < $1.key }) {
      let hint: String
      if let place = elsewhere[name] {
        hint = "It belongs to \(place)."
      } else if let near = GuardText.nearest(to: name, among: known) {
        hint = "Is '\(near)' meant?"
      } else {
        hint = "Known here: \(known.joined(separator: ", "))."
      }
      problems.add(
        pair.key, "\(owner) has the key '\(GuardText.shortened(name, to: 60))', which is not known here", hint)
    }
  }

  // MARK: - Values

  mutating func text(_ key: String, max: Int, _ problems: inout GuardProblems) -> String? {
    guard let node = take(key) else { return nil }
    return GuardValue.text(node, key, max: max, &problems)
  }

  /// A list of texts; one text alone is a list of one.
  mutating func texts(_ key: String, max: Int, _ problems: inout GuardProblems) -> [String]? {
    guard let node = take(key) else { return nil }
    return GuardValue.texts(node, key, countMax: GuardLimits.entriesMax, max: max, &problems)
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ problems: inout GuardProblems
  ) -> Choice? where Choice.RawValue == String {
    guard let node = take(key), let text = GuardValue.text(node, key, max: 40, &problems) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let near = GuardText.nearest(to: text, among: names).map { "Is '\($0)' meant? " } ?? ""
    problems.add(node, "'\(key)' is '\(text)'", near + "Write one of: \(names.joined(separator: ", ")).")
    return nil
  }

  /// Seconds of a duration within bounds.
  mutating func duration(
    _ key: String, _ bounds: ClosedRange<Double>, _ problems: inout GuardProblems
  ) -> Double? {
    guard let node = take(key), let text = GuardValue.text(node, key, max: 40, &problems) else { return nil }
    guard let seconds = GuardDuration.seconds(text) else {
      problems.add(
        node, "'\(key)' is '\(text)', which is not a duration", "Write a number and its unit: 500ms, 30s, 15m, 2h.")
      return nil
    }
    guard bounds.contains(seconds) else {
      let least = GuardDuration.text(seconds: bounds.lowerBound)
      let most = GuardDuration.text(seconds: bounds.upperBound)
      problems.add(
        node, "'\(key)' is \(text), outside of \(least) to \(most)", "Choose a duration within these bounds.")
      return nil
    }
    return seconds
  }
}
