import Documents

/// An action as the public reads it: what, how far, in which month.
struct PublishedAction {
  let text: String
  let state: String
  let month: String
  let isDeclined: Bool

  init(_ item: ActionItem, raw: String) {
    text = Self.withoutOwner(raw, item)
    let status = item.status?.lowercased() ?? ""
    isDeclined = ["declin", "reject", "cancel", "won't", "wont", "dropped"].contains { status.contains($0) }
    state = item.isDone ? "Done" : status.contains("progress") || status.contains("started") ? "In progress" : "Planned"
    month = item.due.flatMap(Self.month) ?? ""
  }

  // MARK: Month

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `August 2012` for a day in it; a quarter as it stands; nil for anything else.
  static func month(_ due: String) -> String? {
    let words = due.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let year = words.first { $0.count == 4 && $0.allSatisfy(\.isNumber) }
    if let year, let at = words.firstIndex(of: year), at + 1 < words.count, let number = Int(words[at + 1]),
      (1...12).contains(number), words[at + 1].count == 2
    {
      return "\(months[number - 1]) \(year)"
    }
    let named = words.lazy.compactMap { word in
      months.first { word.count >= 3 && $0.lowercased().hasPrefix(word.lowercased()) }
    }.first
    if let named { return year.map { "\(named) \($0)" } ?? named }
    let quarter = words.first { $0.count == 2 && "qQ".contains($0.prefix(1)) && "1234".contains($0.suffix(1)) }
    return quarter.map { year == nil ? $0.uppercased() : "\($0.uppercased()) \(year ?? "")" }
  }

  // MARK: Text

  private static let labels = [
    "owner", "due", "assignee", "assigned to", "eta", "deadline", "dri", "who", "responsible",
  ]

  private static func withoutOwner(_ raw: String, _ item: ActionItem) -> String {
    var text = withoutBrackets(raw, item)
    for dash in [" — ", " – ", " -- ", " - "] {
      guard let found = text.ranges(of: dash).last else { continue }
      let tail = text[found.upperBound...].lowercased()
      let named = [item.owner, item.due].compactMap { $0?.lowercased() }
      if named.contains(where: { tail.contains($0) }) { text = String(text[..<found.lowerBound]) }
    }
    let kept = text.split(separator: ";").filter { part in
      let bare = part.drop { " *_".contains($0) }.lowercased()
      return !labels.contains { bare.hasPrefix($0 + ":") || bare.hasPrefix($0 + "**:") || bare.hasPrefix($0 + ":**") }
    }
    text = kept.joined(separator: ";")
    for label in labels {
      // `…. Owner: kim, due: 2024-05-01`
      for stop in [". ", ", ", " "] {
        guard let found = text.lowercased().firstRange(of: stop + label + ":") else { continue }
        let count = text.lowercased().distance(from: text.lowercased().startIndex, to: found.lowerBound)
        text = String(text.prefix(count)) + (stop == ". " ? "." : "")
      }
    }
    if let owner = item.owner {
      for lead in [owner + ": ", "**\(owner)**: ", "**\(owner):** ", owner + " to ", owner + " will ", owner + " "]
      where text.hasPrefix(lead) && (lead != owner + " " || owner.hasPrefix("@")) {
        text = String(text.dropFirst(lead.count))
        break
      }
      if owner.hasPrefix("@") { text = text.replacing(" " + owner, with: "") }
    }
    var result = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = result.last, ",;:—–- ".contains(last) { result.removeLast() }
    if let first = result.first, first.isLowercase { result = first.uppercased() + result.dropFirst() }
    return escaped(result)
  }

  /// Takes out brackets that hold owner or date: `(owner: kim, due 3 May)`, `[@kim]`.
  private static func withoutBrackets(_ text: String, _ item: ActionItem) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "(" || $0 == "[" }) {
      let closing: Character = rest[open] == "(" ? ")" : "]"
      guard let close = rest[open...].firstIndex(of: closing) else { break }
      let inner = rest[rest.index(after: open)..<close].lowercased()
      let after = rest.index(after: close)
      let isLink = after < rest.endIndex && (rest[after] == "(" || rest[after] == "[") || rest[..<open].hasSuffix("]")
      let isDetail =
        [item.owner, item.due].compactMap { $0?.lowercased() }.contains { inner.contains($0) }
        || labels.contains { inner.hasPrefix($0 + ":") || inner.contains(" " + $0 + ":") || inner.hasPrefix($0 + " ") }
      if isDetail, !isLink {
        result += rest[..<open]
        while result.last == " " { result.removeLast() }
      } else {
        result += rest[..<after]
      }
      rest = rest[after...]
    }
    return result + rest
  }

  /// Pipes would part the cell.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if character == "|", result.last != "\\" { result += "\\" }
      result.append(character)
    }
    return result
  }
}
