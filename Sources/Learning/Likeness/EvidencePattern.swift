package import Chronology
package import TimelineBuilding

/// What evidence of an incident showed, in a form that can be recognised in another one.
package struct EvidencePattern: Codable, Hashable, Sendable {
  /// The title of its moment in lower case, without the service and with every word that holds a digit as `#`.
  ///
  /// It is made of content alone, so that the same failure has the same shape on another day, host and file.
  package var shape: String
  /// As it reads in this incident.
  package var title: String
  package var service: String?
  package var kind: MomentKind
  /// When it was first seen.
  package var at: Instant
  /// 0 to 1: how much it says about what went wrong.
  package var weight: Double

  package init(shape: String, title: String, service: String?, kind: MomentKind, at: Instant, weight: Double) {
    self.shape = shape
    self.title = title
    self.service = service
    self.kind = kind
    self.at = at
    self.weight = weight
  }

  /// The patterns of a timeline, the heaviest first; each shape once, at its first instant.
  package static func all(in report: TimelineReport) -> [EvidencePattern] {
    var found: [String: EvidencePattern] = [:]
    for moment in report.moments {
      guard let own = weight(of: moment.kind) else { continue }
      let shape = shape(of: moment.title, service: moment.service)
      // A shape without a word of its own is that of anything.
      guard shape.contains(where: \.isLetter) else { continue }
      let weight = own / (1 + Double(max(0, moment.rank - 1)) / 40)
      let pattern = EvidencePattern(
        shape: shape, title: moment.title, service: moment.service, kind: moment.kind, at: moment.instant,
        weight: weight)
      guard var known = found[shape] else {
        found[shape] = pattern
        continue
      }
      if pattern.weight > known.weight {
        known.weight = pattern.weight
        known.kind = pattern.kind
      }
      known.at = min(known.at, pattern.at)
      found[shape] = known
    }
    return Array(
      found.values.sorted { ($1.weight, $0.shape) < ($0.weight, $1.shape) }.prefix(LearningLimits.patternsMax))
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
