import Chronology
import EvidenceReading
import EvidenceRecords

/// Moments from what people said: decisions, findings, turns; greetings are left out.
struct MessageMoments {
  private static let beforeSeconds = 1800.0
  private static let afterSeconds = 2 * 3600.0
  private static let charactersMax = 200
  /// Messages told of when no onset says which matter.
  private static let withoutOnsetMax = 60

  private static let turns = [
    "rollback", "roll back", "rolled back", "rolling back", "revert", "restart", "disable", "turn off", "turned off",
    " off", "because", "cause", "root", "found", "it is", "it was", "worse", "better", "back to normal", "no change",
    "fixed", "mitigat", "failover", "scale", "hotfix", "skipped", "never got", "wrong", "paged", "escalat", "customers",
    "not the", "so not", "still", "resolved", "closing", "error", "fail",
  ]

  /// What the first messages of a channel after the onset weigh more.
  private static let firstWords = [28.0, 18, 12, 8]
  /// Words of people who see that something is wrong.
  private static let troubles = [
    "?", "not ", "stop", "wrong", "strange", "odd", "weird", "down", "slow", "fail", "error", "broken", "paged",
    "alert",
    "customer", "help", "anyone", "again and again", "why", "more than", "limit", "no orders", "timeout", "complain",
    "looking", "worse", "5xx", "500", "503", "stuck", "empty", "missing", "lost", "double", "twice", "high", "full",
  ]

  let scenery: Scenery

  func moments() -> [DraftMoment] {
    var all = scenery.records.compactMap(moment)
    guard scenery.onset != nil else { return Array(all.suffix(Self.withoutOnsetMax)) }
    markFirstWords(&all)
    return all
  }

  /// The first messages of each channel after the onset that speak of trouble: how people noticed.
  private func markFirstWords(_ moments: inout [DraftMoment]) {
    var seen: [String: Int] = [:]
    var isFirst = true
    for place in moments.indices.sorted(by: { moments[$0].instant < moments[$1].instant }) {
      guard let since = scenery.sinceOnset(moments[place].instant), since >= 0, isTrouble(moments[place].title) else {
        continue
      }
      let channel = moments[place].sameness.split(separator: "|").dropFirst().first.map(String.init) ?? ""
      let number = seen[channel, default: 0]
      seen[channel] = number + 1
      guard number < Self.firstWords.count else { continue }
      moments[place].importance += Self.firstWords[number]
      guard number == 0 else { continue }
      moments[place].reason +=
        ", \(SpanText.duration(since)) after the onset: the first " + (isFirst ? "that anybody says of it" : "there")
      isFirst = false
    }
  }

  private func isTrouble(_ title: String) -> Bool {
    let lower = title.lowercased()
    return Self.troubles.contains(where: lower.contains)
  }

  private func moment(_ entry: RecordEntry) -> DraftMoment? {
    guard case .message(let facts) = entry.facts else { return nil }
    let text = facts.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.count >= 3 else { return nil }
    let since = scenery.sinceOnset(entry.instant)
    if let since, since < -Self.beforeSeconds || since > Self.afterSeconds { return nil }
    return DraftMoment(
      instant: entry.instant, basis: entry.basis, kind: facts.isDecision ? .decision : .said,
      title: "“\(SampleText.shortened(text, charactersMax: Self.charactersMax))”",
      reason: (facts.isDecision ? "decided in " : "said in ") + channel(facts.channel), count: 1,
      importance: importance(facts, text, since), service: entry.service, hosts: [], references: [entry.reference],
      sameness: "said|\(facts.channel)|\(text)")
  }

  private func channel(_ name: String) -> String { name.hasPrefix("#") ? name : "#\(name)" }

  private func importance(_ facts: MessageFacts, _ text: String, _ since: Double?) -> Double {
    if facts.isDecision { return 90 }
    let lower = text.lowercased()
    var importance = 44.0
    importance += min(18, 6 * Double(Self.turns.count { lower.contains($0) }))
    let names = NameWords.names(text)
    if let scene = scenery.scene {
      importance += min(12, 4 * Double(names.intersection(scene.specificNames.union(scene.services.keys)).count))
    }
    for suspect in scenery.suspects.prefix(3) where suspect.score >= 0.2 {
      if let commit = suspect.change.commit, lower.contains(commit.prefix(7)) { importance += 6 }
    }
    if text.count < 25 { importance -= 14 }
    if let since {
      if since < 0 { importance -= namesSuspect(names) ? 2 : 18 }
      if isIncidentChannel(facts.channel) { importance += 8 }
    }
    return importance
  }

  /// Whether a message before the onset speaks of one of the changes worth examining.
  private func namesSuspect(_ names: Set<String>) -> Bool {
    scenery.suspects.prefix(3).contains { suspect in
      suspect.score >= 0.3
        && names.intersection(NameWords.names(suspect.change.title + " " + suspect.change.hosts.joined(separator: " ")))
          .count >= 2
    }
  }

  private func isIncidentChannel(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("inc") || name.contains("outage") || name.contains("war") || name.contains("sev")
  }
}
