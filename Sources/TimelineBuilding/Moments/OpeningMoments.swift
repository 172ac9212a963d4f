import Chronology
import EvidenceReading
import PatternMining

/// Moments from logs that begin with errors: one for each service.
struct OpeningMoments {
  private static let importance = 80.0
  private static let referencesMax = 4

  let scenery: Scenery
  let openings: [OpeningErrors.Opening]

  func moments() -> [DraftMoment] {
    openings.compactMap(moment)
  }

  private func moment(_ opening: OpeningErrors.Opening) -> DraftMoment? {
    guard let index = opening.patterns.first else { return nil }
    let pattern = scenery.catalogue.patterns[index]
    guard let log = pattern.places.first?.log else { return nil }
    let since =
      opening.quietSeconds < 1
      ? "from the first line on" : "from \(SpanText.duration(opening.quietSeconds)) after the first line on"
    let lines = opening.count == 1 ? "error line" : "error lines"
    let earliest = opening.patterns.prefix(Self.referencesMax).compactMap { index in
      scenery.catalogue.patterns[index].places.first.map { scenery.reference($0.log, line: $0.first.line) }
    }
    return DraftMoment(
      instant: opening.first, basis: scenery.clocks[log].basis, kind: .burst,
      title: "\(opening.service): \(SampleText.title(pattern))",
      reason: "\(opening.count) \(lines) \(since); no quiet time to compare with", count: opening.count,
      importance: Self.importance, service: opening.service, hosts: pattern.hosts, references: earliest,
      sameness: "opening|\(opening.service)", pattern: index)
  }
}
