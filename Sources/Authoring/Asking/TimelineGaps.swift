package import Chronology
package import Incidents
package import Postmortems

/// A stretch of time of which a timeline says nothing.
package struct TimelineGap: Hashable, Sendable {
  /// Numbers of the lines before and behind it.
  package var after: Int
  package var before: Int
  package var seconds: Double
  /// What to ask those who were there.
  package var question: String
  /// What somebody said of it; nil: nobody yet.
  package var explanation: String?
}

/// Finds where a timeline is silent for longer than its incident allows.
///
/// A gap is a silence of more than a fifth of the incident, and of at least 15 minutes, between the beginning and the end of
/// the impact. Between the first notice and the first act against it 15 minutes are enough, however long the whole took:
/// there people wait or search, and that is what the next one can shorten.
package struct TimelineGaps {
  package static let secondsMin = 900.0
  package static let shareMin = 0.2

  private let lines: [TimelineLine]
  private let explained: [Int: String]
  private let started: Instant?
  private let ended: Instant?
  private let detected: Instant?
  private let acted: Instant?

  /// Gaps among some lines; without further knowledge the first and the last line are the ends of the incident.
  ///
  /// - Parameters:
  ///   - lines: in the order in which they are read; those without an instant are passed over.
  ///   - explained: what was said of gaps, by the number of the line before.
  ///   - started: when users began to be affected.
  ///   - ended: when they no longer were.
  ///   - detected: when somebody or something noticed.
  ///   - acted: when somebody first did something about it: took a role, wrote something down, decided, told others.
  package init(
    lines: [TimelineLine], explained: [Int: String] = [:], started: Instant? = nil, ended: Instant? = nil,
    detected: Instant? = nil, acted: Instant? = nil
  ) {
    self.lines = lines.filter { $0.at != nil }
    self.explained = explained
    self.started = started ?? self.lines.first?.at
    self.ended = ended ?? self.lines.compactMap { $0.until ?? $0.at }.max()
    self.detected = detected
    self.acted = acted
  }

  /// The gaps of a postmortem, measured by what its incident knows.
  package init(postmortem: Postmortem, incident: Incident?) {
    let facts = incident?.facts ?? postmortem.facts
    let detected = incident?.instants[.detected]?.at ?? facts?.detected
    let acts = incident.map { incident in
      incident.decisions.map(\.at) + incident.tasks.map(\.added) + incident.holdings.map(\.from)
        + incident.entries.filter { $0.kind == .note }.map(\.at) + incident.updates.compactMap(\.published)
        + [incident.instants[.acknowledged]?.at].compactMap(\.self)
    }
    let acted = acts?.filter { act in detected.map { act >= $0 } ?? true }.min()
    self.init(
      lines: postmortem.lines, explained: postmortem.gaps,
      started: incident?.instants[.impactStarted]?.at ?? facts?.started,
      ended: incident?.instants[.resolved]?.at ?? facts?.ended, detected: detected, acted: acted)
  }

  /// In order of time.
  package func gaps() -> [TimelineGap] {
    guard let started, let ended, ended > started else { return [] }
    let threshold = max(Self.secondsMin, ended.seconds(since: started) * Self.shareMin)
    var result: [TimelineGap] = []
    // What a line says lasts until its end; a later line may begin before that.
    var covered: Instant?
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard let at = line.at, let until = next.at else { continue }
      covered = max(covered ?? at, line.until ?? at)
      let from = max(covered ?? at, started)
      let silence = min(until, ended).seconds(since: from)
      let isWaiting = detected.map { $0 <= from } == true && acted.map { until <= $0.advanced(bySeconds: 1) } == true
      guard silence > threshold || isWaiting && silence > Self.secondsMin else { continue }
      result.append(
        TimelineGap(
          after: line.number, before: next.number, seconds: silence, question: question(silence, isWaiting),
          explanation: explained[line.number]))
    }
    return result
  }

  private func question(_ seconds: Double, _ isWaiting: Bool) -> String {
    let length = DraftText.duration(seconds)
    return isWaiting
      ? "It had been noticed, and for \(length) nothing stands here. What was known, who was told, and what was waited for?"
      : "For \(length) nothing stands here. What did people see, try and wait for meanwhile? "
        + "If nothing happened, why did it seem right to wait?"
  }
}
