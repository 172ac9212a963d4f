package import Chronology
package import Incidents

/// Where one person's holiday would hurt: who can fill a role, and on which days nobody can.
package struct RoleCover: Hashable, Sendable {
  /// A stretch of days on which nobody can fill a role, both ends included.
  package struct Gap: Hashable, Sendable {
    package var from: CivilDate
    package var to: CivilDate
    /// Those who could and are away.
    package var away: [String]
  }

  package var role: RoleDefinition
  /// Whoever is asked first stands first; those who only learn it last.
  package var fillers: [Roster.Member]
  /// Days within the stretch that was looked at.
  package var gaps: [Gap]

  /// Those who have done it and can be asked alone.
  package var able: [Roster.Member] { fillers.filter { $0.person.place(in: role.id) != .learning } }

  /// The one person on whom the role hangs; nil where there are several, or none.
  package var only: String? { able.count == 1 ? able[0].person.name : nil }

  /// Cover of each role over the days from `today` on.
  ///
  /// Cost grows with roles, people and days; `days` is held to two years.
  package static func all(of roles: [RoleDefinition], _ roster: Roster, from today: CivilDate, days: Int = 90)
    -> [RoleCover]
  {
    roles.map { role in
      var cover = RoleCover(role: role, fillers: roster.fillers(of: role.id), gaps: [])
      let able = cover.able
      guard !able.isEmpty else { return cover }
      for offset in 0..<min(max(days, 0), 731) {
        let day = CivilDate(daysSinceEpoch: today.daysSinceEpoch + offset)
        guard able.allSatisfy({ $0.person.isAway(on: day) }) else { continue }
        let names = able.map(\.person.name)
        if let last = cover.gaps.last, last.to.daysSinceEpoch == day.daysSinceEpoch - 1 {
          cover.gaps[cover.gaps.count - 1].to = day
        } else {
          cover.gaps.append(Gap(from: day, to: day, away: names))
        }
      }
      return cover
    }
  }
}
