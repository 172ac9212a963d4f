package import Chronology

/// A word that an audience was promised, or is due by protocol.
package struct Promise: Codable, Hashable, Sendable {
  package enum Standing: String, Hashable, Sendable {
    case ahead
    /// So near that somebody should be writing.
    case soon
    case late
  }

  package var audience: Audience
  package var due: Instant
  /// Whether nothing was said to this audience yet.
  package var isFirst: Bool
  /// Identifier of the role that speaks; nil where only an update promised it.
  package var speaker: String?
  /// Who has that role.
  package var holder: String?
  /// From when to warn.
  package var warnFrom: Instant
  /// Since when its clock stands still, as the drill is halted; nil while it goes.
  package var haltedAt: Instant?

  package func standing(at now: Instant) -> Standing {
    let now = clock(at: now)
    return now >= due ? .late : now >= warnFrom ? .soon : .ahead
  }

  /// The instant that counts at an instant: an earlier one while its clock stands still.
  package func clock(at now: Instant) -> Instant { haltedAt.map { min($0, now) } ?? now }
}

extension Incident {
  /// The words that are due, soonest first.
  ///
  /// While the incident runs, its protocols say when; once it is over, whoever was told something is owed the last word.
  package func promises(by policy: Policy) -> [Promise] {
    guard isDeclared, state != .merged else { return [] }
    // Of a drill that is over nobody waits for a last word.
    guard state.isRunning || !isDrill else { return [] }
    return Audience.allCases.compactMap { promise(to: $0, by: policy) }.sorted { $0.due < $1.due }
  }

  private func promise(to audience: Audience, by policy: Policy) -> Promise? {
    let rule = policy.protocolFor(audience, severity: facts.severity)
    let last = updates.filter { $0.isOut && $0.audience == audience }
      .max { ($0.published ?? $0.drafted, $0.number) < ($1.published ?? $1.drafted, $1.number) }
    let due: Instant? =
      if let last {
        nextWord(after: last, rule: rule)
      } else if state.isRunning, !isBackfilled, let minutes = rule?.firstWithinMinutes, let since = severitySince {
        halts.pushed(since.advanced(bySeconds: seconds(ofMinutes: minutes)), from: since)
      } else {
        nil
      }
    guard let due else { return nil }
    return Promise(
      audience: audience, due: due, isFirst: last == nil, speaker: rule?.speaker,
      holder: rule.flatMap { holder(of: $0.speaker) },
      warnFrom: due.advanced(bySeconds: -seconds(ofMinutes: policy.warnBeforeMinutes)),
      haltedAt: halts.standstill)
  }

  /// What was promised counts before what the protocol says, unless the severity was raised since.
  private func nextWord(after last: IncidentUpdate, rule: CommunicationProtocol?) -> Instant? {
    if last.state == .resolved { return state.isRunning ? byProtocol(last, rule) : last.text.nextBy }
    guard let said = last.text.nextBy else { return state.isRunning ? byProtocol(last, rule) : nil }
    let promised = halts.pushed(said, from: last.published ?? last.drafted)
    guard let every = rule?.everyMinutes, let since = severitySince, let published = last.published, since > published
    else { return promised }
    return min(promised, halts.pushed(since.advanced(bySeconds: seconds(ofMinutes: every)), from: since))
  }

  private func byProtocol(_ last: IncidentUpdate, _ rule: CommunicationProtocol?) -> Instant? {
    guard let every = rule?.everyMinutes, let published = last.published else { return nil }
    return halts.pushed(published.advanced(bySeconds: seconds(ofMinutes: every)), from: published)
  }

  /// Seconds on the clock of the wall in which so many minutes of the incident pass.
  package func seconds(ofMinutes minutes: Int) -> Double { Double(minutes) * 60 / Double(pace) }

  /// Promises that were not kept by `now` and are not in the timeline yet.
  package func promisesToMiss(by policy: Policy, at now: Instant) -> [PromiseMissed] {
    promises(by: policy).filter { promise in
      promise.standing(at: now) == .late
        && !missed.contains { $0.audience == promise.audience && $0.due == promise.due }
    }.map { PromiseMissed(audience: $0.audience, due: $0.due, isFirst: $0.isFirst) }
  }
}
