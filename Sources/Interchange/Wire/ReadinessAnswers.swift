package import Chronology
package import Incidents
package import Plans
package import Schemas
import WireSchemas

/// Somebody who can be called.
package struct PersonAnswer: Codable, Hashable, Sendable {
  package var number: Int
  package var name: String
  package var roles: [RosterPerson.RolePlace]
  /// Empty for readers who may not call.
  package var contacts: [RosterPerson.Contact]
  package var absences: [RosterPerson.Absence]
  package var written: Instant
  /// Of this entry; its entity tag is made of it.
  package var version: Int64
  package var hasLeft: Bool

  package init(_ member: Roster.Member) {
    number = member.number
    name = member.person.name
    roles = member.person.roles
    contacts = member.person.contacts
    absences = member.person.absences
    written = member.written
    version = member.version
    hasLeft = member.hasLeft
  }

  static let roles = Schema.list(
    of: .object([
      .required("role", WireSchema.identifier), .required("place", .choice(of: RosterPerson.Place.self)),
    ]), max: IncidentLimits.rolesMax)
  static let contacts = Schema.list(
    of: .object([.required("kind", .line(40)), .required("value", .line(200))]), max: 10)
  /// As they are sent: the kind may be left out.
  static let contactsSent = Schema.list(
    of: .object([
      .optional("kind", .line(40, min: 0).noted("What it is: telephone, mail, chat; left out: as it looks.")),
      .required("value", .line(200)),
    ]), max: 10)
  static let absences = Schema.list(of: .object([.required("from", day), .required("to", day)]), max: 50)
  static let day = Schema.matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", max: 10).noted("A day: 2026-12-24.")

  package static let schema = Schema.object(
    [
      .required("number", WireSchema.count), .required("name", WireSchema.anyText), .required("roles", roles),
      .required("contacts", contacts), .required("absences", absences), .required("written", .instant),
      .required("version", WireSchema.version), .required("hasLeft", .flag),
    ], name: "Person")

  package static let listSchema = Schema.object(
    [
      .required("items", .list(of: schema, max: Roster.peopleMax)),
      .required("roles", .list(of: RoleCoverAnswer.schema, max: IncidentLimits.rolesMax)),
      .required("protocols", PolicyAnswer.protocols), .required("version", WireSchema.version),
    ], name: "PersonList")
}

/// All who can be called, the roles with their cards, and who is told how soon.
package struct PeopleAnswer: Codable, Hashable, Sendable {
  package var items: [PersonAnswer]
  package var roles: [RoleCoverAnswer]
  package var protocols: [CommunicationProtocol]
  /// Of the list.
  package var version: Int64

  package init(_ roster: Roster, covers: [RoleCover], policy: Policy) {
    items = roster.members.map(PersonAnswer.init)
    roles = covers.map(RoleCoverAnswer.init)
    protocols = policy.protocols
    version = roster.version
  }
}

/// How a role is covered.
package struct RoleCoverAnswer: Codable, Hashable, Sendable {
  package struct Gap: Codable, Hashable, Sendable {
    package var from: CivilDate
    package var to: CivilDate
    package var away: [String]
  }

  package var role: String
  package var name: String
  package var duty: String
  /// Names of the severities that ask for it, or at which it speaks.
  package var askedBy: [String]
  /// How many plans call upon it.
  package var planCount: Int
  /// Whoever is asked first stands first; those who only learn it are left out.
  package var able: [String]
  package var learning: [String]
  /// The one person on whom it hangs.
  package var only: String?
  /// Days on which nobody can.
  package var gaps: [Gap]
  /// Whom one asks today; absent where nobody is there.
  package var today: String?
  /// Those who could and are away today.
  package var awayToday: [RoleCover.Away]
  /// Those who could and whom nothing says how to reach.
  package var unreachable: [String]

  /// Those who are away and stand before whoever is asked today; all who are away where nobody is there.
  package var replacedToday: [RoleCover.Away] {
    guard let today, let place = able.firstIndex(of: today) else { return awayToday }
    let before = Set(able[..<place])
    return awayToday.filter { before.contains($0.name) }
  }

  /// Whether anything calls for it.
  package var isNeeded: Bool { !askedBy.isEmpty || planCount > 0 }

  package init(_ cover: RoleCover) {
    role = cover.role.id
    name = cover.role.name
    duty = cover.role.duty
    askedBy = cover.askedBy
    planCount = cover.planCount
    let able = cover.able
    self.able = able.map(\.person.name)
    learning = cover.fillers.filter { filler in !able.contains { $0.number == filler.number } }.map(\.person.name)
    only = cover.only
    gaps = cover.gaps.map { Gap(from: $0.from, to: $0.to, away: $0.away) }
    today = cover.personToday
    awayToday = cover.awayToday
    unreachable = cover.unreachable
  }

  static let schema = Schema.object(
    [
      .required("role", WireSchema.anyText), .required("name", WireSchema.anyText),
      .required("duty", WireSchema.anyText), .required("askedBy", .list(of: WireSchema.anyText, max: 9)),
      .required("planCount", WireSchema.count), .required("able", .list(of: WireSchema.anyText, max: Roster.peopleMax)),
      .required("learning", .list(of: WireSchema.anyText, max: Roster.peopleMax)),
      .optional("only", WireSchema.anyText),
      .required(
        "gaps",
        .list(
          of: .object([
            .required("from", PersonAnswer.day), .required("to", PersonAnswer.day),
            .required("away", .list(of: WireSchema.anyText, max: Roster.peopleMax)),
          ]), max: 1000)),
      .optional("today", WireSchema.anyText.noted("Whom one asks today; absent where nobody is there.")),
      .required(
        "awayToday",
        .list(
          of: .object([.required("name", WireSchema.anyText), .required("until", PersonAnswer.day)]),
          max: Roster.peopleMax)),
      .required(
        "unreachable",
        .list(of: WireSchema.anyText, max: Roster.peopleMax).noted(
          "Those who could and whom nothing says how to reach.")),
    ], name: "RoleCover")
}

/// One screen of readiness.
package struct ReadinessAnswer: Codable, Hashable, Sendable {
  /// Something worth doing now.
  package struct Step: Codable, Hashable, Sendable {
    /// In words.
    package var what: String
    /// The plan that it is about.
    package var plan: String?
    /// The role that it is about.
    package var role: String?

    package init(what: String, plan: String? = nil, role: String? = nil) {
      self.what = what
      self.plan = plan
      self.role = role
    }
  }

  package var today: CivilDate
  package var planCount: Int
  package var readyCount: Int
  package var plans: [PlanEntryAnswer]
  package var roles: [RoleCoverAnswer]
  /// Roles for which somebody can be called.
  package var filledCount: Int
  /// Roles that nobody can fill on some of the next 90 days, or on any.
  package var openCount: Int
  package var peopleCount: Int
  /// The most pressing first.
  package var next: [Step]

  package init(_ report: ReadinessReport) {
    today = report.today
    planCount = report.register.entries.count
    readyCount = report.register.count(.ready)
    plans = report.register.entries.map(PlanEntryAnswer.init)
    roles = report.covers.map(RoleCoverAnswer.init)
    filledCount = report.filledCount
    openCount = report.openCount
    peopleCount = report.peopleCount
    next = report.next.map(Step.init)
  }

  package static let schema = Schema.object(
    [
      .required("today", PersonAnswer.day), .required("planCount", WireSchema.count),
      .required("readyCount", WireSchema.count),
      .required("plans", .list(of: PlanEntryAnswer.schema, max: PlanLimits.plansMax)),
      .required("roles", .list(of: RoleCoverAnswer.schema, max: 100)),
      .required("filledCount", WireSchema.count.noted("Roles for which somebody can be called.")),
      .required(
        "openCount", WireSchema.count.noted("Roles that nobody can fill on some of the next 90 days, or on any.")),
      .required("peopleCount", WireSchema.count),
      .required(
        "next",
        .list(
          of: .object([
            .required("what", WireSchema.anyText), .optional("plan", WireSchema.anyText),
            .optional("role", WireSchema.anyText),
          ]), max: 100)),
    ], name: "Readiness")
}

extension ReadinessAnswer.Step {
  init(_ step: ReadinessReport.Step) {
    switch step {
    case .adoptPlans: self.init(what: "Adopt the starter plans, then make them yours")
    case .addPeople: self.init(what: "Say who can be called, and for which role")
    case .fillRole(let id, let name, let asked):
      self.init(
        what: "Find somebody who can be \(name): nobody can" + (asked.map { "; asked for by \($0)" } ?? ""), role: id)
    case .findSecond(let role, let name, let only):
      self.init(what: "Find a second person for \(name): only \(only) can", role: role)
    case .coverGap(let role, let name, let from, let to, let away):
      let days = from == to ? "On \(from)" : "From \(from) to \(to)"
      self.init(what: "\(days) nobody can be \(name): \(NameList.are(away)) away", role: role)
    case .nobodyToday(let role, let name, let away):
      let names = away.map { "\($0.name) is away until \($0.until)" }
      self.init(what: "Name somebody who can be \(name): today nobody can, \(NameList.and(names))", role: role)
    case .sayHowToReach(let people, let roles):
      self.init(
        what: "Write down how to reach \(NameList.and(people)): nobody whom one could call can be "
          + NameList.or(roles))
    case .writePlan(let name, let title): self.init(what: "Write the steps of “\(title)”: there are none", plan: name)
    case .mendPlan(let name, let title, let finding): self.init(what: "Mend “\(title)”: \(finding)", plan: name)
    case .rereadPlan(let name, let title, let by):
      self.init(what: "Read “\(title)” again" + (by.map { ": that was due by \($0)" } ?? ""), plan: name)
    case .playPlan(let name, let title, let last):
      self.init(what: "Play “\(title)”" + (last.map { ": last on \($0)" } ?? ": it was never played"), plan: name)
    case .playAgain(let name, let title, let drill, let shortfall):
      let outcome = drill.map { "how drill \($0) of “\(title)” went" } ?? "how “\(title)” went"
      self.init(what: "Look at \(outcome), then play it again: it did not hold, \(shortfall)", plan: name)
    }
  }
}
