import Chronology
import TimelineBuilding

/// The stretch of time that the strip shows, and the instants it names.
struct StripAxis: Sendable {
  let from: Instant
  let to: Instant
  /// Instants with a label, at round times of the reader's zone.
  let ticks: [Instant]
  /// Seconds between two ticks.
  let stepSeconds: Int64

  /// Share of the moments nearest the onset that must fit when the rest would squeeze them to a point.
  private static let nearShare = 0.85
  /// Ticks that fit across a phone.
  private static let ticksMax: Int64 = 5
  private static let stepsSeconds: [Int64] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
    2_592_000, 31_536_000,
  ]

  /// Nil when there is nothing to lay out.
  init?(moments: [TimelineMoment], onset: TimeSpan?, zone: PageZone) {
    let (first, last): (Instant, Instant)
    guard let span = Self.span(of: moments, onset: onset) else { return nil }
    (first, last) = span
    // A moment alone still needs a stretch to stand on.
    let width = max(last.nanoseconds - first.nanoseconds, 10_000_000_000)
    let margin = width / 25
    from = Instant(nanoseconds: first.nanoseconds - margin)
    to = Instant(nanoseconds: first.nanoseconds + width + margin)
    let seconds = (to.nanoseconds - from.nanoseconds) / 1_000_000_000
    let step = Self.stepsSeconds.first { seconds / $0 < Self.ticksMax } ?? seconds
    stepSeconds = step
    let offset = Int64(zone.offsetSeconds(from))
    let local = from.nanoseconds / 1_000_000_000 + offset
    var tick = (local / step + (local % step > 0 ? 1 : 0)) * step - offset
    var ticks: [Instant] = []
    while tick * 1_000_000_000 < to.nanoseconds {
      ticks.append(Instant(seconds: tick))
      tick += step
    }
    self.ticks = ticks
  }

  /// Per cent of the way from the beginning to the end; beyond 0 to 100 for instants outside.
  func position(_ instant: Instant) -> Double {
    Double(instant.nanoseconds - from.nanoseconds) / Double(to.nanoseconds - from.nanoseconds) * 100
  }

  func contains(_ instant: Instant) -> Bool { instant >= from && instant <= to }

  /// All moments, unless a few far away would squeeze the rest: then those around the onset.
  private static func span(of moments: [TimelineMoment], onset: TimeSpan?) -> (Instant, Instant)? {
    let instants = moments.map(\.instant).sorted()
    guard var first = instants.first, var last = instants.last else { return nil }
    if let onset {
      first = min(first, onset.from)
      last = max(last, onset.to)
    }
    let middle = onset?.from ?? instants[instants.count / 2]
    let near = instants.sorted { abs($0.nanoseconds - middle.nanoseconds) < abs($1.nanoseconds - middle.nanoseconds) }
      .prefix(max(1, Int(Double(instants.count) * nearShare)))
    guard let nearFirst = near.min().map({ min($0, onset?.from ?? $0) }),
      let nearLast = near.max().map({ max($0, onset?.to ?? $0) }),
      (last.nanoseconds - first.nanoseconds) / 3 > nearLast.nanoseconds - nearFirst.nanoseconds
    else { return (first, last) }
    return (nearFirst, nearLast)
  }
}
