import Chronology
import Incidents

/// Which promised words came late or not at all, a sentence each.
struct PromisedWords {
  let incident: Incident
  let clock: DraftClock

  var sentences: [String] { Audience.allCases.flatMap(firstWords) + Audience.allCases.flatMap(promised) }

  /// A first word that the protocol asked for; only a missed one is on the record.
  private func firstWords(to audience: Audience) -> [String] {
    incident.missed.filter { $0.audience == audience && $0.isFirst }.map { promise in
      answer(
        "The first word to \(audience.words), due by \(clock.timed(promise.due)),", promise.due, out(to: audience).first
      )
    }
  }

  private func promised(to audience: Audience) -> [String] {
    let updates = out(to: audience)
    var told: Set<Instant> = []
    var result: [String] = []
    for (index, update) in updates.enumerated() {
      guard let due = (update.former.first?.text ?? update.text).nextBy else { continue }
      told.insert(due)
      let next = index + 1 < updates.count ? updates[index + 1] : nil
      if let published = next?.published, published <= due { continue }
      // The last word may rightly be the last; only what was missed on the record is said to be.
      if next == nil, !incident.missed.contains(where: { $0.audience == audience && $0.due == due }) { continue }
      result.append(answer("The word to \(audience.words) promised for \(clock.timed(due))", due, next))
    }
    for promise in incident.missed
    where promise.audience == audience && !promise.isFirst && !told.contains(promise.due) {
      let next = updates.first { ($0.published ?? $0.drafted) > promise.due }
      result.append(answer("The word to \(audience.words) due by \(clock.timed(promise.due))", promise.due, next))
    }
    return result
  }

  private func answer(_ subject: String, _ due: Instant, _ update: IncidentUpdate?) -> String {
    guard let published = update?.published, published > due else { return "\(subject) did not come." }
    let late = DraftText.duration(published.seconds(since: due))
    return "\(subject) came at \(clock.timed(published)), \(late) late."
  }

  private func out(to audience: Audience) -> [IncidentUpdate] {
    incident.updates.filter { $0.audience == audience && $0.published != nil }
      .sorted { ($0.published ?? $0.drafted, $0.number) < ($1.published ?? $1.drafted, $1.number) }
  }
}
