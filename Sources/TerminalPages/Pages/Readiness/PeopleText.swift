import Chronology
import Incidents
package import Interchange
import Plans

/// Who can be called, by role and by name.
package struct PeopleText {
  private let people: [PersonAnswer]
  private let roles: [RoleCoverAnswer]
  private let protocols: [CommunicationProtocol]
  private let severityNames: [Int: String]

  /// `severityNames`: as the policy calls them, by level.
  package init(people: PeopleAnswer, severityNames: [Int: String] = [:]) {
    self.people = people.items
    roles = people.roles
    protocols = people.protocols
    self.severityNames = severityNames
  }

  package func render(for terminal: Terminal) -> String {
    var lines = TextLines(terminal)
    let here = people.filter { !$0.hasLeft }
    addTrouble(to: &lines)
    lines.heading("Role cards")
    for role in roles { add(card: role, to: &lines) }
    addProtocols(to: &lines)
    lines.heading(here.count == 1 ? "1 person" : "\(here.count) people")
    for person in here {
      lines.add("\(person.number)", person.name, columns: 4, style: .strong)
      let roles = person.roles.map { "\($0.role) (\($0.place.rawValue))" }
      lines.add("", roles.isEmpty ? "no role" : roles.joined(separator: ", "), columns: 4)
      for contact in person.contacts { lines.add("", "\(contact.kind): \(contact.value)", columns: 4) }
      for absence in person.absences {
        lines.add("", "away \(absence.from) to \(absence.to)", columns: 4, style: .faint)
      }
    }
    if here.isEmpty {
      lines.add("Nobody yet: mayday people add \"Ines Roth\" --role operations --contact telephone=+49301", indent: 2)
    }
    return lines.text
  }

  /// Where one person's holiday would hurt, first of all.
  private func addTrouble(to lines: inout TextLines) {
    let needed = roles.filter(\.isNeeded)
    let nobody = needed.filter { $0.today == nil }.map(\.name)
    let away = Set(needed.filter { $0.today == nil }.flatMap(\.awayToday)).sorted { $0.name < $1.name }
    let silent = needed.filter { !$0.able.isEmpty && $0.able.count == $0.unreachable.count }
    let alone = Dictionary(grouping: needed.filter { $0.only != nil }) { $0.only ?? "" }
    let gaps = needed.flatMap { role in role.gaps.map { (role.name, $0) } }.sorted { $0.1.from < $1.1.from }
    lines.add("Where one person's holiday would hurt", style: .strong)
    if !nobody.isEmpty {
      lines.add("!", "already now nobody can be \(NameList.or(nobody))", columns: 2, style: .late)
      if !away.isEmpty { lines.add("", Self.words(away), columns: 2, style: .late) }
    }
    if !silent.isEmpty {
      let names = Set(silent.flatMap(\.unreachable)).sorted()
      lines.add(
        "!", "nothing says how to reach \(NameList.or(names)), for \(NameList.and(silent.map(\.name)))", columns: 2,
        style: .late)
    }
    for (person, roles) in alone.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      lines.add("~", "\(person): nobody else can be \(NameList.or(roles.map(\.name)))", columns: 2)
    }
    for (role, gap) in gaps.prefix(6) {
      let days = gap.from == gap.to ? "on \(gap.from)" : "from \(gap.from) to \(gap.to)"
      lines.add(
        "!", "\(days) nobody can be \(role): \(NameList.are(gap.away)) away", columns: 2, style: .late)
    }
    if gaps.count > 6 { lines.add("", "… \(gaps.count - 6) more gaps", columns: 2, style: .faint) }
    if nobody.isEmpty, silent.isEmpty, alone.isEmpty, gaps.isEmpty {
      lines.add("✓", "nowhere in the next three months", columns: 2)
    }
  }

  private func add(card role: RoleCoverAnswer, to lines: inout TextLines) {
    let learning = role.learning.isEmpty ? "" : "; learning: \(role.learning.joined(separator: ", "))"
    let who = role.able.isEmpty ? "nobody" : role.able.joined(separator: ", then ")
    lines.add(role.role, "\(who)\(learning)", columns: 16, style: .strong)
    if let words = Self.todayWords(role) { lines.add("", words, columns: 16, style: .late) }
    if let words = Self.silence(role) { lines.add("", words, columns: 16, style: .late) }
    lines.add("", role.duty, columns: 16)
    let plans = role.planCount == 0 ? [] : ["\(role.planCount) plan\(role.planCount == 1 ? "" : "s")"]
    lines.add("", (role.askedBy + plans).joined(separator: ", "), columns: 16, style: .faint)
  }

  private func addProtocols(to lines: inout TextLines) {
    guard !protocols.isEmpty else { return }
    lines.heading("Who is told, and how soon")
    lines.table(
      protocols.map { rule in
        [
          severityNames[rule.severity] ?? "SEV\(rule.severity)", rule.audience.words,
          rule.firstWithinMinutes.map { "first within \($0) min" } ?? "as promised",
          rule.everyMinutes.map { "then every \($0) min" } ?? "as promised",
          rule.speaker + (rule.approval == .secondPerson ? " + a second person agrees" : ""),
        ]
      })
    for audience in Audience.allCases {
      let templates = protocols.filter { $0.audience == audience }.flatMap { Self.lines(of: $0.template) }
      var seen: Set<String> = []
      let words = templates.filter { seen.insert($0).inserted }
      if !words.isEmpty {
        lines.add(
          "A new word to \(audience.words) begins with: \(words.joined(separator: " "))", indent: 2, hanging: 2,
          style: .faint)
      }
    }
  }

  private static func lines(of text: UpdateText) -> [String] {
    [text.broken, text.affected, text.doing, text.meanwhile, text.apology, text.more].filter { !$0.isEmpty }
  }

  private static func words(_ away: [RoleCover.Away]) -> String {
    NameList.and(away.map { "\($0.name) is away until \($0.until)" })
  }

  /// Whom one asks today where whoever is asked first is away.
  private static func todayWords(_ role: RoleCoverAnswer) -> String? {
    let away = role.replacedToday
    return away.isEmpty ? nil : "\(role.today ?? "nobody") today: \(words(away))"
  }

  private static func silence(_ role: RoleCoverAnswer) -> String? {
    role.unreachable.isEmpty ? nil : "nothing says how to reach \(NameList.or(role.unreachable))"
  }

  static func add(_ roles: [RoleCoverAnswer], to lines: inout TextLines) {
    for role in roles {
      let names = role.able.isEmpty ? "nobody" : role.able.joined(separator: ", then ")
      let learning = role.learning.isEmpty ? "" : "; learning: \(role.learning.joined(separator: ", "))"
      lines.add(
        role.able.isEmpty ? "!" : role.only == nil ? "✓" : "~", "\(role.name): \(names)\(learning)", columns: 2,
        style: role.able.isEmpty ? .late : nil)
      if let words = Self.todayWords(role) { lines.add("", words, columns: 2, style: .late) }
      if let words = Self.silence(role) { lines.add("", words, columns: 2, style: .late) }
      if let only = role.only { lines.add("", "hangs on \(only)", columns: 2, style: .faint) }
      for gap in role.gaps.prefix(3) {
        lines.add(
          "", gap.from == gap.to ? "nobody on \(gap.from)" : "nobody from \(gap.from) to \(gap.to)", columns: 2,
          style: .late)
      }
      if role.gaps.count > 3 { lines.add("", "… \(role.gaps.count - 3) more gaps", columns: 2, style: .faint) }
    }
  }
}
