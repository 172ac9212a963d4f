package import Chronology
package import TimelineBuilding

/// What evidence of an incident showed, in a form that can be recognised in another one.
package struct EvidencePattern: Codable, Hashable, Sendable {
  /// The title of its moment in lower case, without the service and with every word that holds a digit as `#`.
  ///
  /// It is made of content alone, so that the same failure has the same shape on another day, host and file.
  package var shape: String
  /// Identity of the lines that it is made of, however their moment is worded; nil where a timeline does not say it.
  package var identity: String?
  /// As it reads in this incident.
  package var title: String
  package var service: String?
  package var kind: MomentKind
  /// When it was first seen.
  package var at: Instant
  /// 0 to 1: how much it says about what went wrong.
  package var weight: Double

  package init(
    shape: String, identity: String? = nil, title: String, service: String?, kind: MomentKind,
    at: Instant,
    weight: Double
  ) {
    self.shape = shape
    self.identity = identity
    self.title = title
    self.service = service
    self.kind = kind
    self.at = at
    self.weight = weight
  }

  /// The patterns of a timeline, the heaviest first; each identity or else shape once, at its first instant.
  package static func all(in report: TimelineReport) -> [EvidencePattern] {
    var found: [Key: EvidencePattern] = [:]
    for moment in report.moments {
      guard let own = weight(of: moment.kind) else { continue }
      let shape = shape(of: moment.title, service: moment.service)
      // A shape without a word of its own is that of anything.
      guard moment.pattern != nil || shape.contains(where: \.isLetter) else { continue }
      let key = moment.pattern.map(Key.identity) ?? .shape(shape)
      let weight = own / (1 + Double(max(0, moment.rank - 1)) / 40)
      let pattern = EvidencePattern(
        shape: shape, identity: moment.pattern, title: moment.title, service: moment.service,
        kind: moment.kind,
        at: moment.instant, weight: weight)
      guard var known = found[key] else {
        found[key] = pattern
        continue
      }
      if pattern.weight > known.weight {
        known.weight = pattern.weight
        known.kind = pattern.kind
      }
      known.at = min(known.at, pattern.at)
      found[key] = known
    }
    return Array(
      found.values.sorted { left, right in
        (right.weight, left.shape, left.identity ?? "") < (
          left.weight, right.shape, right.identity ?? ""
        )
      }.prefix(LearningLimits.patternsMax))
  }

  /// What another pattern is the same by: its identity, then its shape where that has a word.
  ///
  /// Both, as a timeline from before identities has the shape alone, and the same lines may be told in other words.
  var keys: [Key] {
    (identity.map { [.identity($0)] } ?? [])
      + (shape.contains(where: \.isLetter) ? [.shape(shape)] : [])
  }

  enum Key: Hashable, Sendable {
    case identity(String)
    case shape(String)
  }

  /// Nil for what people did or said: that is not how a failure is recognised.
  private static func weight(of kind: MomentKind) -> Double? {
    switch kind {
    case .first, .burst, .connection: 1
    case .alert: 0.8
    case .silence: 0.6
    case .shift: 0.4
    case .change, .calm, .said, .decision: nil
    }
  }

  static func shape(of title: String, service: String?) -> String {
    var text = title.lowercased()[...]
    if let service = service?.lowercased(), text.hasPrefix(service + ": ") { text = text.dropFirst(service.count + 2) }
    var words: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      // Where a title was cut, its last word may have been cut at any letter.
      if word.hasSuffix("…") { continue }
      let isVarying = word.contains(where: \.isNumber)
      if !isVarying {
        words.append(word)
      } else if words.last != "#" {
        words.append("#")
      }
    }
    return words.joined(separator: " ")
  }
}
