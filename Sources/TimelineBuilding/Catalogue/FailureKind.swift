import EvidenceReading

/// How much a pattern speaks of something failing: from its level, its words and the status of its request.
///
/// The weight is 0 for ordinary lines, about 1 for warnings and refusals, 3 and more for errors.
struct FailureKind: Hashable {
  var weight: Double
  /// `503` where the request ended so.
  var status: Int?

  var isFailure: Bool { weight >= 1.5 }

  /// Beginnings of words that say that something failed.
  private static let strong = [
    "error", "exception", "fail", "fatal", "panic", "crash", "refused", "unreachable", "unavailable", "timeout",
    "timed", "denied", "corrupt", "mismatch", "segfault", "killed", "abort", "overflow", "exhaust", "deadlock",
    "violat", "traceback", "oom", "invalid", "rejected", "unable", "cannot", "expired", "lost", "broken", "full",
    "throttl", "dropped", "duplicate",
  ]
  private static let weak = ["warn", "retry", "retries", "slow", "skip", "deprecat", "missing", "declin", "closed"]
  private static let negations: Set<String> = ["0", "no", "without", "not"]

  init(level: LogLevel, template: String, isContinuation: Bool) {
    var weight = Self.weight(of: level)
    let words = NameWords.words(template)
    status = Self.status(in: template)
    if let status {
      // The status says how a request ended; words of its path do not.
      weight = max(weight, status >= 500 ? 3 : status == 429 ? 2 : status >= 400 ? 0.6 : 0)
      if status < 400, level <= .notice { weight = 0 }
    } else if words.contains("deprecationwarning") || words.contains("deprecated") {
      weight = min(weight, 0.3)
    } else {
      weight = max(weight, Self.weight(of: words, isContinuation: isContinuation))
    }
    self.weight = weight
  }

  private static func weight(of level: LogLevel) -> Double {
    switch level {
    case .critical: 4
    case .error: 3
    case .warning: 1.5
    case .notice, .info, .debug, .unknown: 0
    }
  }

  private static func weight(of words: [String], isContinuation: Bool) -> Double {
    var weight = 0.0
    var previous = ""
    for word in words {
      if strong.contains(where: { word.hasPrefix($0) || word.hasSuffix("error") || word.hasSuffix("exception") }),
        !negations.contains(previous)
      {
        weight = max(weight, isContinuation ? 2.5 : 2)
      } else if weak.contains(where: { word.hasPrefix($0) }) {
        weight = max(weight, 0.8)
      }
      previous = word
    }
    return weight
  }

  /// The status that ``LineScanner`` left in a template: three digits by themselves, or after `status=`.
  private static func status(in template: String) -> Int? {
    for part in template.split(whereSeparator: { " \"',;()[]".contains($0) }) {
      let value = part.split(separator: "=", maxSplits: 1).last ?? part
      let key = part.contains("=") ? part.prefix { $0 != "=" } : ""
      guard value.count == 3, let status = Int(value), (100...599).contains(status) else { continue }
      if key.isEmpty || key == "status" || key == "code" || key == "us" || key.hasSuffix("status") { return status }
    }
    return nil
  }
}
