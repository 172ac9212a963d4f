package import Chronology
import Incidents

/// One screen: what could hit us, are we ready, who is missing, what do we do next.
package struct ReadinessReport: Hashable, Sendable {
  /// Something worth doing now, the most pressing first.
  package enum Step: Hashable, Sendable {
    /// There is no plan at all.
    case adoptPlans
    /// Nobody is on the list.
    case addPeople
    /// `asked`: what calls for it: `SEV1 and 3 plans`.
    case fillRole(id: String, name: String, asked: String?)
    /// A role hangs on one person.
    case findSecond(role: String, name: String, only: String)
    /// On these days nobody can fill a role.
    case coverGap(role: String, name: String, from: CivilDate, to: CivilDate, away: [String])
    case writePlan(name: String, title: String)
    case mendPlan(name: String, title: String, finding: String)
    case rereadPlan(name: String, title: String, by: CivilDate?)
    case playPlan(name: String, title: String, last: CivilDate?)
  }

  package var register: PlanRegister
  package var covers: [RoleCover]
  package var peopleCount: Int
  package var today: CivilDate

  package init(register: PlanRegister, covers: [RoleCover], peopleCount: Int, today: CivilDate) {
    self.register = register
    self.covers = covers
    self.peopleCount = peopleCount
    self.today = today
  }

  /// Roles that somebody who has done it can fill.
  package var filledCount: Int { covers.count { !$0.able.isEmpty } }

  package static let stepsMax = 5

  /// What to do next; empty when all is ready.
  package var next: [Step] {
    var steps: [(weight: Int, step: Step)] = []
    if register.entries.isEmpty { steps.append((100, .adoptPlans)) }
    if peopleCount == 0 { steps.append((95, .addPeople)) }
    for entry in register.entries {
      switch entry.readiness {
      case .missing: steps.append((entry.risk * 10, .writePlan(name: entry.name, title: entry.title)))
      // One person on the list mends it in all plans: the role is told once, below.
      case .faulty where entry.lacksOnlyPeople && peopleCount > 0: break
      case .faulty:
        let finding = entry.mainFinding ?? "it has findings"
        steps.append((entry.risk * 9, .mendPlan(name: entry.name, title: entry.title, finding: finding)))
      case .stale:
        steps.append((entry.risk * 7, .rereadPlan(name: entry.name, title: entry.title, by: entry.reviewBy)))
      case .unrehearsed:
        steps.append((entry.risk * 6, .playPlan(name: entry.name, title: entry.title, last: entry.lastPlayed)))
      case .ready: break
      }
    }
    if peopleCount > 0 {
      for cover in covers { steps += Self.steps(for: cover, today: today) }
    }
    let sorted = steps.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    return sorted.prefix(Self.stepsMax).map(\.element.step)
  }

  private static func steps(for cover: RoleCover, today: CivilDate) -> [(weight: Int, step: Step)] {
    guard cover.isNeeded else { return [] }
    let (id, name) = (cover.role.id, cover.role.name)
    // What only plans call upon presses less than what every incident asks for.
    let share = cover.isAsked ? 2 : 1
    if cover.able.isEmpty {
      let weight = min(84, 40 * share + 5 * cover.planCount)
      return [(weight, .fillRole(id: id, name: name, asked: cover.askedWords))]
    }
    if let gap = cover.gaps.first {
      let days = gap.from.daysSinceEpoch - today.daysSinceEpoch
      return [
        ((days < 14 ? 85 : 60) * share / 2, .coverGap(role: id, name: name, from: gap.from, to: gap.to, away: gap.away))
      ]
    }
    guard let only = cover.only else { return [] }
    return [(20 * share, .findSecond(role: id, name: name, only: only))]
  }
}
