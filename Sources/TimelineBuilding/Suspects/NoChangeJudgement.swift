import Chronology
import EvidenceReading
import PatternMining

/// How well "no change of ours did it" fits.
struct NoChangeJudgement {
  /// Words of lines that speak of somebody else's system.
  private static let outside: Set<String> = [
    "upstream", "provider", "third", "thirdparty", "external", "vendor", "partner", "isp", "carrier", "aws", "azure",
    "gcp", "cloudflare", "stripe", "paypal", "twilio", "sendgrid", "acquirer", "gateway timeout",
  ]
  /// Seconds before the last failure in which a change may have ended it.
  private static let endSeconds = 180.0
  /// Seconds of calm that must follow.
  private static let calmSeconds = 60.0

  static func judge(
    _ suspects: [Suspect], scene: FailureScene?, catalogue: PatternCatalogue, history: ChangeHistory
  ) -> NoChange {
    guard let scene else {
      return NoChange(score: 0.5, reasons: ["no onset stands out, so no change can be compared with it"])
    }
    let best = suspects.first?.score ?? 0
    var score = 0.65 - 0.75 * best
    var reasons: [String] = []
    if suspects.isEmpty {
      reasons.append("no change stands in the evidence before the onset")
    } else if best < 0.3 {
      reasons.append("no change before the onset fits well; the best has \(Int((best * 100).rounded())) of 100")
    } else {
      reasons.append("the best change fits with \(Int((best * 100).rounded())) of 100")
    }
    let first = scene.patterns.prefix(3).map { catalogue.patterns[$0] }
    if let pattern = first.first(where: { !outside.isDisjoint(with: NameWords.names($0.template)) }) {
      score += 0.12
      reasons.append("lines that name an outside system are among the first failures (\(pattern.service))")
    } else {
      reasons.append("no outside error came first")
    }
    if let end = end(scene, catalogue) {
      let ended = history.groups.contains { change in
        let seconds = end.seconds(since: change.start)
        return change.start > scene.onset.from && seconds >= -30 && seconds <= endSeconds
      }
      if !ended {
        score += 0.12
        reasons.append(
          "the failing stopped at \(SpanText.clock(end)) without a change in the \(SpanText.duration(endSeconds)) before"
        )
      }
    }
    return NoChange(score: (min(max(score, 0.02), 0.95) * 100).rounded() / 100, reasons: reasons)
  }

  /// The last failing line, where the evidence goes on in calm.
  private static func end(_ scene: FailureScene, _ catalogue: PatternCatalogue) -> Instant? {
    let lasts = scene.failing.prefix(6).flatMap { catalogue.patterns[$0].places.compactMap(\.last.instant) }
    guard let last = lasts.max(), let window = catalogue.window, last > scene.onset.to,
      window.to.seconds(since: last) >= calmSeconds
    else { return nil }
    return last
  }
}
