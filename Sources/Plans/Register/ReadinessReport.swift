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
    /// All who could fill a role are away today.
    case nobodyToday(role: String, name: String, away: [RoleCover.Away])
    /// `asked`: what calls for it: `SEV1 and 3 plans`.
    case fillRole(id: String, name: String, asked: String?)
    /// Nothing says how to reach those who are to be called for roles.
    case sayHowToReach(people: [String], roles: [String])
    /// A role hangs on one person.
    case findSecond(role: String, name: String, only: String)
    /// On these days nobody can fill a role.
    case coverGap(role: String, name: String, from: CivilDate, to: CivilDate, away: [String])
    case writePlan(name: String, title: String)
    case mendPlan(name: String, title: String, finding: String)
    case rereadPlan(name: String, title: String, by: CivilDate?)
    case playPlan(name: String, title: String, last: CivilDate?)
    /// A plan was played and did not hold: the outcome says what to change before it is played again.
    case playAgain(name: String, title: String, drill: Int?, shortfall: String)
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

  /// Roles for which somebody who has done it can be called.
  package var filledCount: Int { covers.count(where: \.isFilled) }

  /// Roles that nobody can fill on some of the days that were looked at, or on any.
  package var openCount: Int { covers.count { $0.able.isEmpty || !$0.gaps.isEmpty } }

  package static let stepsMax = 5

  private typealias Weighed = (weight: Int, step: Step)

  /// What to do next; empty when all is ready.
  package var next: [Step] {
    var steps: [Weighed] = []
    if register.entries.isEmpty { steps.append((100, .adoptPlans)) }
    if peopleCount == 0 { steps.append((95, .addPeople)) }
    for entry in register.entries {
      switch entry.readiness {
      case .missing: steps.append((entry.risk * 10, .writePlan(name: entry.name, title: entry.title)))
      // One person on the list, or one number, mends it in all plans: it is told once, below.
      case .faulty where entry.lacksOnlyPeople && peopleCount > 0: break
      case .faulty:
        let finding = entry.mainFinding ?? "it has findings"
        steps.append((entry.risk * 9, .mendPlan(name: entry.name, title: entry.title, finding: finding)))
      case .stale:
        steps.append((entry.risk * 7, .rereadPlan(name: entry.name, title: entry.title, by: entry.reviewBy)))
      case .failed, .unrehearsed, .ready: break
      }
    }
    steps += plays
    if peopleCount > 0 {
      for cover in covers { steps += Self.steps(for: cover, today: today) }
      steps += unreachable
    }
    let sorted = steps.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    return sorted.prefix(Self.stepsMax).map(\.element.step)
  }

  /// Plans that lack nothing but a drill, in the order in which the drills propose them.
  private var plays: [Weighed] {
    let entries = DrillChoice.ranked(register, today: today).filter(\.lacksOnlyDrill).map(\.plan)
    let weights = entries.map { $0.risk * 6 }.sorted(by: >)
    return zip(weights, entries).map { weight, entry in
      if let shortfall = entry.shortfall, entry.readiness == .failed {
        return (
          weight, .playAgain(name: entry.name, title: entry.title, drill: entry.lastDrill, shortfall: shortfall)
        )
      }
      return (weight, .playPlan(name: entry.name, title: entry.title, last: entry.lastPlayed))
    }
  }

  /// One telephone number mends several roles: people are told once, those whom roles hang on first.
  private var unreachable: [Weighed] {
    let silent = covers.filter { $0.isNeeded && !$0.able.isEmpty && !$0.isFilled }
    guard !silent.isEmpty else { return [] }
    var people: [String] = []
    for name in silent.flatMap(\.unreachable) where !people.contains(name) { people.append(name) }
    let weight = silent.contains(where: \.isAsked) ? 70 : 56
    return [(weight, .sayHowToReach(people: people, roles: silent.map(\.role.name)))]
  }

  private static func steps(for cover: RoleCover, today: CivilDate) -> [Weighed] {
    guard cover.isNeeded else { return [] }
    let (id, name) = (cover.role.id, cover.role.name)
    // What only plans call upon presses less than what every incident asks for.
    let share = cover.isAsked ? 2 : 1
    if cover.able.isEmpty {
      let weight = min(84, 40 * share + 5 * cover.planCount)
      return [(weight, .fillRole(id: id, name: name, asked: cover.askedWords))]
    }
    // Nothing that is still to come presses more than what could happen within the hour.
    if cover.gapToday != nil { return [(100 + share, .nobodyToday(role: id, name: name, away: cover.awayToday))] }
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
