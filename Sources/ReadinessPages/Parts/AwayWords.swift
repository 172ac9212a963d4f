import Chronology
import PageKit
import Plans

/// Who is away, and until when, in a sentence without a full stop.
enum AwayWords {
  static func sentence(_ away: [RoleCover.Away]) -> String {
    let names = away.map { "\($0.name) is away until \(Wording.dayAndMonth($0.until))" }
    return NameList.and(names)
  }

  /// Whom one asks for a role today where whoever is asked first is away; nil where they are there, or nobody can at all.
  static func today(_ cover: RoleCover) -> String? {
    let away = cover.replacedToday
    guard !away.isEmpty else { return nil }
    return (cover.personToday ?? "Nobody") + " today (\(sentence(away)))"
  }
}
