import EvidenceReading

/// How well "no change of ours did it" fits.
struct NoChangeJudgement {
  /// Words of lines that speak of somebody else's system.
  private static let outside = [
    "upstream", "provider", "third party", "thirdparty", "external", "vendor", "partner", "isp", "aws", "azure",
    "gcp", "cloudflare", "stripe", "paypal", "twilio", "sendgrid",
  ]

  static func judge(_ suspects: [Suspect], scene: FailureScene?, catalogue: PatternCatalogue) -> NoChange {
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
    if let pattern = first.first(where: { pattern in
      let names = NameWords.names(pattern.template)
      return outside.contains { names.contains($0) }
    }) {
      score += 0.12
      reasons.append("lines that name an outside system are among the first failures (\(pattern.service))")
    } else {
      reasons.append("no outside error came first")
    }
    return NoChange(score: (min(max(score, 0.02), 0.95) * 100).rounded() / 100, reasons: reasons)
  }
}
