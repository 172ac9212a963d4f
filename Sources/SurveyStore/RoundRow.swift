import Chronology
import Foundation
import GRDB
import SafetySurveys

/// A round as it is stored, with what must not leave this room.
struct RoundRow {
  let id: Int
  let team: String
  let firstDay: CivilDate
  let lastDay: CivilDate
  let isClosed: Bool
  let modulus: String
  let privateKey: Data?
  let sums: SurveySums
  /// Of a closed round.
  private let drawn: Int?
  /// Marks that were deleted because their account was.
  private let departed: Int
  private let result: SurveyResult?
  private let withheld: SurveyRound.Withheld?

  init(_ row: Row) throws {
    id = row["id"]
    team = row["team"]
    firstDay = CivilDate(daysSinceEpoch: row["first_day"])
    lastDay = CivilDate(daysSinceEpoch: row["last_day"])
    isClosed = row["is_closed"]
    modulus = row["modulus"]
    privateKey = row["private_key"]
    drawn = row["drawn"]
    departed = row["departed"]
    sums = try Self.decoded(row["sums"]) ?? SurveySums()
    result = try Self.decoded(row["result"])
    withheld = (row["withheld"] as String?).flatMap(SurveyRound.Withheld.init(rawValue:))
  }

  static func all(_ db: Database) throws -> [RoundRow] {
    try Row.fetchAll(db, sql: "SELECT * FROM survey_rounds ORDER BY id").map(RoundRow.init)
  }

  static func existing(_ db: Database, _ id: Int) throws -> RoundRow {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM survey_rounds WHERE id = ?", arguments: [id]) else {
      throw SurveyError.noSuchRound(id)
    }
    return try RoundRow(row)
  }

  static func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func decoded<Value: Decodable>(_ text: String?) throws -> Value? {
    try text.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
  }

  func state(on today: CivilDate) -> SurveyRound.State {
    if isClosed || today > lastDay { return .closed }
    return today < firstDay ? .waiting : .open
  }

  /// How many tickets were drawn, also by those whose account is gone.
  func drawn(_ db: Database) throws -> Int {
    if let drawn { return drawn }
    let marks = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM survey_invited WHERE round = ? AND drawn_for <> ?",
      arguments: [id, Invited.unmarked])
    return (marks ?? 0) + departed
  }

  /// As a person reads it.
  func round(_ db: Database, for reader: String, on today: CivilDate) throws -> SurveyRound {
    let invited = try Invited.of(id, db)
    let state = state(on: today)
    return SurveyRound(
      id: id, team: team, firstDay: firstDay, lastDay: lastDay, state: state, invited: invited.map(\.handle),
      drawn: try drawn(db), modulus: state == .closed ? "" : modulus, result: result, withheld: withheld,
      isInvited: invited.contains { $0.handle == reader },
      hasDrawn: invited.contains { $0.handle == reader && $0.mark != Invited.unmarked })
  }
}

/// Somebody who was invited, and the mark that they drew a ticket: a digest of what they had signed.
struct Invited {
  static let unmarked = Data(count: 32)

  let handle: String
  let mark: Data

  static func of(_ round: Int, _ db: Database) throws -> [Invited] {
    try Row.fetchAll(
      db, sql: "SELECT handle, drawn_for FROM survey_invited WHERE round = ? ORDER BY handle", arguments: [round]
    ).map { Invited(handle: $0["handle"], mark: $0["drawn_for"]) }
  }
}
