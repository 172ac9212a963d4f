package import Chronology

/// One time that a team is asked.
package struct SurveyRound: Sendable, Hashable, Codable, Identifiable {
  package enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its first day has not come.
    case waiting
    case open
    /// Its last day is over, or somebody closed it.
    case closed
  }

  /// Why a round that is over shows nothing.
  package enum Withheld: String, Sendable, Hashable, Codable, CaseIterable {
    case tooFew = "too-few"
    /// More answers than tickets: somebody who can read the record has made tickets of their own.
    case forged

    package var words: String {
      switch self {
      case .tooFew: "Fewer than five answered; nothing was kept."
      case .forged:
        "There were more answers than tickets: somebody who can read the record has made up tickets. Nothing was kept."
      }
    }
  }

  package var id: Int
  package var team: String
  package var firstDay: CivilDate
  package var lastDay: CivilDate
  package var state: State
  /// Handles, in their order.
  package var invited: [String]
  /// How many have drawn their ticket; who did is not told.
  package var drawn: Int
  /// The public key's modulus in hexadecimal, with which tickets are checked and blinded; empty once it is closed.
  package var modulus: String
  /// Nil while it is not over, and where nothing is shown.
  package var result: SurveyResult?
  package var withheld: Withheld?
  /// Whether the reader was invited, and has drawn their ticket.
  package var isInvited: Bool
  package var hasDrawn: Bool

  package init(
    id: Int, team: String, firstDay: CivilDate, lastDay: CivilDate, state: State, invited: [String], drawn: Int,
    modulus: String, result: SurveyResult? = nil, withheld: Withheld? = nil, isInvited: Bool = false,
    hasDrawn: Bool = false
  ) {
    self.id = id
    self.team = team
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.state = state
    self.invited = invited
    self.drawn = drawn
    self.modulus = modulus
    self.result = result
    self.withheld = withheld
    self.isInvited = isInvited
    self.hasDrawn = hasDrawn
  }

  /// Whether the reader can still answer.
  package var awaitsReader: Bool { state == .open && isInvited && !hasDrawn }
}

/// A round as somebody wants to open it.
package struct SurveyPlan: Sendable, Hashable {
  package let team: String
  package let firstDay: CivilDate
  package let lastDay: CivilDate
  /// In their order, each once.
  package let invited: [String]

  /// Throws ``SurveyError`` where a field does not fit.
  package init(
    team: String, firstDay: CivilDate, lastDay: CivilDate, invited: [String], today: CivilDate
  ) throws(SurveyError) {
    let words = team.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let max = SurveyLimits.teamScalarsMax
    guard !words.isEmpty, words.unicodeScalars.count <= max,
      words.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw SurveyError(
        .invalidTeam, place: "team", message: "the name has \(words.unicodeScalars.count) characters",
        hint: "name the team on one line, in 1 to \(max) characters")
    }
    let days = lastDay.daysSinceEpoch - firstDay.daysSinceEpoch + 1
    guard (1...SurveyLimits.roundDaysMax).contains(days) else {
      throw SurveyError(
        .invalidDays, place: "lastDay", message: "from \(firstDay) to \(lastDay) are \(days) days",
        hint: "let a round last 1 to \(SurveyLimits.roundDaysMax) days, the first and the last included")
    }
    guard lastDay >= today else {
      throw SurveyError(
        .invalidDays, place: "lastDay", message: "the last day, \(lastDay), is over",
        hint: "name a day from \(today) on")
    }
    self.team = words
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.invited = try Self.people(invited)
  }

  private static func people(_ invited: [String]) throws(SurveyError) -> [String] {
    let people = Set(invited.map { $0.lowercased() })
    guard (SurveyLimits.invitedMin...SurveyLimits.invitedMax).contains(people.count) else {
      throw SurveyError(
        .invalidPeople, place: "people", message: "\(people.count) people are invited",
        hint:
          "invite \(SurveyLimits.invitedMin) to \(SurveyLimits.invitedMax): under five answers nothing can be shown")
    }
    return people.sorted()
  }

  /// Refuses a round from whose result and another's somebody could work out what few people said.
  ///
  /// Rounds whose days come within thirty of each other have the same people or none in common, and a team is asked once
  /// at a time.
  package func check(against rounds: [SurveyRound]) throws(SurveyError) {
    guard rounds.count < SurveyLimits.roundsMax else {
      throw SurveyError(
        .limitPassed, place: "rounds",
        message: "there are \(rounds.count) rounds, and \(SurveyLimits.roundsMax) are kept")
    }
    for round in rounds {
      let common = Set(invited).intersection(round.invited)
      guard !common.isEmpty else { continue }
      if round.state != .closed {
        throw SurveyError(
          .overlapping, place: "people",
          message: "round \(round.id) of '\(round.team)' is not over, and asks \(count(common.count)) of them",
          hint: "wait for its end on \(round.lastDay), or close it")
      }
      guard isNear(round), Set(invited) != Set(round.invited) else { continue }
      throw SurveyError(
        .overlapping, place: "people",
        message:
          "round \(round.id) of '\(round.team)' until \(round.lastDay) asked some of the same people and some others",
        hint:
          "invite exactly the same, or none of them, or begin more than \(SurveyLimits.quietDays) days later: else the difference of two results tells what few people said"
      )
    }
  }

  private func isNear(_ round: SurveyRound) -> Bool {
    let gap = max(
      firstDay.daysSinceEpoch - round.lastDay.daysSinceEpoch, round.firstDay.daysSinceEpoch - lastDay.daysSinceEpoch)
    return gap <= SurveyLimits.quietDays
  }

  private func count(_ number: Int) -> String { number == 1 ? "one" : "\(number)" }
}
