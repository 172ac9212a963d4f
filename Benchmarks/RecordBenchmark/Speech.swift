import Foundation

/// The words of made-up texts: few are said often and many seldom, as in any language (Zipf's law), and each subject
/// has words of its own.
struct Speech {
  static let subjectCount = 90
  private static let wordCount = 18_000
  /// One in so many words belongs to the subject.
  private static let subjectShare: UInt64 = 4
  private static let wordsPerSubject = 45

  /// What English says most, then what people say who keep servers.
  private static let common = """
    the of and to a in was for on that it we were with at as by from had is not this be which after before our all
    when than then no more one until because their between same only during there could been two other would
    server deploy request database error timeout queue cache host service rollback retry traffic latency certificate
    checkout payment replica disk memory pool connection config alert graph dashboard version build release pipeline
    cluster node region leader failover lock migration index query schema backup restore snapshot token session login
    gateway proxy balancer header cookie cdn edge origin dns record zone registrar resolver firewall route packet
    worker job batch scheduler cron thread process kernel container image registry volume secret key rotation expiry
    limit quota throttle backoff circuit breaker saturation throughput percentile baseline spike drop drift skew clock
    leak heap garbage collector crash restart loop probe health check canary rollout flag experiment toggle default
    threshold rule policy runbook pager escalation handover channel call note draft update customer order invoice
    refund basket catalogue search recommendation profile upload download export import webhook callback client library
    dependency vendor provider outage degraded slow stale missing duplicate corrupt partial silent noisy manual
    automatic expected observed measured assumed believed changed removed added renamed reverted patched drained
    isolated promoted scaled moved copied truncated flushed warmed
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  private static let syllables = [
    "ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "tor", "lin", "mas",
    "ver", "con", "pel", "sta", "dri", "mun",
  ]

  /// By how common they are.
  let words: [String]
  private let sums: [Double]
  private let subjects: [[String]]

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    var all = Self.common
    var known = Set(all)
    while all.count < Self.wordCount {
      let word = (0..<(2 + Int(random.next() % 3))).map { _ in
        Self.syllables[Int(random.next() % UInt64(Self.syllables.count))]
      }.joined()
      if known.insert(word).inserted { all.append(word) }
    }
    words = all
    var sum = 0.0
    sums = all.indices.map { rank in
      sum += 1 / Double(rank + 3)
      return sum
    }
    let first = UInt64(50)
    subjects = (0..<Self.subjectCount).map { _ in
      (0..<Self.wordsPerSubject).map { _ in all[Int(first + random.next() % 3000)] }
    }
  }

  func word(of subject: Int, _ random: inout SplitMix) -> String {
    if random.next() % Self.subjectShare == 0 {
      let own = subjects[subject % subjects.count]
      return own[Int(random.next() % UInt64(own.count))]
    }
    let place = Double(random.next() % 1_000_000_000) / 1e9 * (sums.last ?? 1)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < place { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }

  /// A sentence of so many words, as it would be written.
  func sentence(_ length: Int, of subject: Int, _ random: inout SplitMix) -> String {
    let said = (0..<length).map { _ in word(of: subject, &random) }.joined(separator: " ")
    return said.prefix(1).uppercased() + said.dropFirst() + "."
  }

  /// Telling words alone, as in a title.
  func title(of subject: Int, _ random: inout SplitMix) -> String {
    let own = subjects[subject % subjects.count]
    let said = (0..<3).map { _ in own[Int(random.next() % UInt64(own.count))] }
    return
      "\(said[0].prefix(1).uppercased())\(said[0].dropFirst()) \(said[1]) and \(word(of: subject, &random)) \(said[2])"
  }

  /// Paragraphs of about so many words, some of them as bullets.
  func prose(_ length: Int, of subject: Int, _ random: inout SplitMix) -> String {
    var paragraphs: [String] = []
    var left = length
    while left > 0 {
      let isList = random.next() % 4 == 0
      let sentences = (0..<(3 + Int(random.next() % 3))).map { _ in
        sentence(8 + Int(random.next() % 16), of: subject, &random)
      }
      left -= sentences.reduce(0) { $0 + $1.split(separator: " ").count }
      paragraphs.append(isList ? sentences.map { "- \($0)" }.joined(separator: "\n") : sentences.joined(separator: " "))
    }
    return paragraphs.joined(separator: "\n\n")
  }
}
