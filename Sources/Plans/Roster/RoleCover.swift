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
  /// Names of the severities that ask for it, or at which it speaks; the worst first.
  package var askedBy: [String] = []
  /// How many plans call upon it.
  package var planCount = 0
  /// Whoever is asked first stands first; those who only learn it last.
  package var fillers: [Roster.Member]
  /// Days within the stretch that was looked at.
  package var gaps: [Gap]
  /// The first day that was looked at.
  package var today: CivilDate

  /// Whether an incident asks for it by itself; the others are called upon by plans, if at all.
  package var isAsked: Bool { !askedBy.isEmpty }

  /// Whether anything calls for it: an incident by its severity, or a plan.
  package var isNeeded: Bool { isAsked || planCount > 0 }

  /// Why it is there, in a line: `SEV1, SEV2, and 3 plans`; nil where nothing calls for it.
  package var askedWords: String? {
    let plans = planCount == 0 ? [] : [planCount == 1 ? "1 plan" : "\(planCount) plans"]
    let all = askedBy + plans
    guard let last = all.last else { return nil }
    return all.count == 1 ? last : all.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Those who have done it and can be asked alone.
  package var able: [Roster.Member] { fillers.filter { $0.person.place(in: role.id) != .learning } }

  /// Those of them whom one could call.
  package var reachable: [Roster.Member] { able.filter(\.person.isReachable) }

  /// Names of those who could and whom nothing says how to reach.
  package var unreachable: [String] { able.filter { !$0.person.isReachable }.map(\.person.name) }

  /// Whether somebody who has done it can be called for it.
  package var isFilled: Bool { !reachable.isEmpty }

  /// The one person on whom the role hangs; nil where there are several, or none.
  package var only: String? { able.count == 1 ? able[0].person.name : nil }

  /// Cover of each role of a policy, with who asks for it.
  package static func all(
    of policy: Policy, plans: [Plan], _ roster: Roster, from today: CivilDate, days: Int = 90
  ) -> [RoleCover] {
    let named = plans.map(\.namedRoles)
    return all(of: policy.roles, roster, from: today, days: days).map { cover in
      var cover = cover
      cover.askedBy = policy.severities.filter { severity in
        severity.roles.contains(cover.role.id)
          || policy.protocols.contains { $0.severity == severity.level && $0.speaker == cover.role.id }
      }.map(\.name)
      cover.planCount = named.count { $0.contains(cover.role.id) || $0.contains(cover.role.name.lowercased()) }
      return cover
    }
  }

  /// Cover of each role over the days from `today` on.
  ///
  /// Cost grows with roles, people and days; `days` is held to two years.
  package static func all(of roles: [RoleDefinition], _ roster: Roster, from today: CivilDate, days: Int = 90)
    -> [RoleCover]
  {
    roles.map { role in
      var cover = RoleCover(role: role, fillers: roster.fillers(of: role.id), gaps: [], today: today)
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
