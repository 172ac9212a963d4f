import Incidents

/// Puts roles in the place of people, so that a scenario made from an incident names nobody.
struct PlainNames {
  /// What each person did, by name; the longest names first, so that whole names go before parts of them.
  private let roles: [(name: [Character], role: String)]

  init(_ incident: Incident) {
    var people: [String: String] = [:]
    let others =
      [incident.declaredBy].compactMap(\.self) + incident.entries.map(\.by) + incident.tasks.compactMap(\.owner)
      + incident.decisions.flatMap { [$0.record.by] + $0.dissents.map(\.by) } + Array(incident.members)
    for name in others { people[name] = "a colleague" }
    for holding in incident.holdings { people[holding.person] = "the \(holding.role)" }
    let ids = Set(incident.holdings.map(\.role) + ["", "mayday"])
    roles = people.filter { !ids.contains($0.key) }.map { (Array($0.key), $0.value) }
      .sorted { ($1.name.count, String($0.name)) < ($0.name.count, String($1.name)) }
  }

  /// The role of somebody at an instant is not asked for: what they mostly did says enough.
  func role(of person: String) -> String {
    let found = roles.first { String($0.name) == person }?.role ?? "a colleague"
    return found.hasPrefix("the ") ? String(found.dropFirst(4)) : "a colleague"
  }

  /// The text with each name, as a whole word in any case, replaced.
  func replaced(in text: String) -> String {
    let characters = Array(text)
    let lower = characters.map { $0.lowercased() }
    var result = ""
    var at = 0
    func isWord(_ index: Int) -> Bool {
      characters.indices.contains(index) && (characters[index].isLetter || characters[index].isNumber)
    }
    while at < characters.count {
      let found = roles.first { name, _ in
        let end = at + name.count
        return end <= characters.count && !isWord(at - 1) && !isWord(end)
          && name.indices.allSatisfy { lower[at + $0] == name[$0].lowercased() }
      }
      if let found {
        if result.last == "@" { result.removeLast() }
        result += found.role
        at += found.name.count
      } else {
        result.append(characters[at])
        at += 1
      }
    }
    return result
  }
}
