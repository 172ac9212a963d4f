package import Chronology

extension RoleCover {
  /// Somebody who is away, and until when.
  package struct Away: Codable, Hashable, Sendable {
    package var name: String
    /// The last day of it.
    package var until: CivilDate

    package init(name: String, until: CivilDate) {
      self.name = name
      self.until = until
    }
  }

  /// Those who could and are away today, whoever is asked first standing first.
  package var awayToday: [Away] {
    able.filter { $0.person.isAway(on: today) }.map {
      Away(name: $0.person.name, until: $0.person.lastDayAway(from: today))
    }
  }

  /// Whom one asks today; nil where nobody is there.
  package var personToday: String? { able.first { !$0.person.isAway(on: today) }?.person.name }

  /// Those in whose place somebody else is asked today; empty where whoever is asked first is there.
  package var replacedToday: [Away] {
    let before = able.prefix { $0.person.isAway(on: today) }.map(\.person.name)
    return Array(awayToday.prefix(before.count))
  }

  /// The days from today on through which nobody can be called, though somebody could do it.
  package var gapToday: Gap? { gaps.first.flatMap { $0.from == today ? $0 : nil } }

  /// Whether nobody could be asked today: nobody has done it, or all of them are away.
  package var isEmptyToday: Bool { personToday == nil }
}

extension RosterPerson {
  /// Whether anything says how to reach them.
  package var isReachable: Bool { !contacts.isEmpty }

  /// The last of the days without a break on which they are away, counted from one on which they are.
  package func lastDayAway(from day: CivilDate) -> CivilDate {
    var last = day
    while let absence = absences.filter({ $0.covers(last.next) }).max(by: { $0.to < $1.to }) { last = absence.to }
    return last
  }
}

extension CivilDate {
  fileprivate var next: CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + 1) }
}
