import Chronology
import PageKit
import TimelineBuilding

/// The stretch of time that the strip shows, and the instants it names.
struct StripAxis: Sendable {
  let from: Instant
  let to: Instant
  /// Instants with a label, at round times of the reader's zone.
  let ticks: [Instant]
  /// Seconds between two ticks.
  let stepSeconds: Int64

  /// A moment at an end is far off when the stretch behind it is this much of the whole.
  private static let farPercent: Int64 = 40
  /// At most one in this many is left out.
  private static let leftOutDivisor = 8
  /// Ticks that fit across a phone, with and without seconds in their labels.
  private static let ticksMax: (withSeconds: Int64, withoutSeconds: Int64) = (4, 6)
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
    let step =
      Self.stepsSeconds.first { step in
        seconds / step < (step < 60 ? Self.ticksMax.withSeconds : Self.ticksMax.withoutSeconds)
      } ?? seconds
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

  /// All moments, unless a few at an end lie so far off that the rest would be squeezed to a point: they are left out.
  private static func span(of moments: [TimelineMoment], onset: TimeSpan?) -> (Instant, Instant)? {
    let instants = moments.map(\.instant).sorted()
    guard !instants.isEmpty else { return nil }
    var kept = instants[...]
    while instants.count - kept.count < instants.count / leftOutDivisor, kept.count > 2 {
      let inner = kept.dropFirst().dropLast()
      guard let first = kept.first, let last = kept.last, let second = kept.dropFirst().first,
        let secondLast = inner.last ?? kept.first
      else { break }
      let far = (last.nanoseconds - first.nanoseconds) / 100 * farPercent
      let isFirstFar = second.nanoseconds - first.nanoseconds > far && second <= onset?.from ?? second
      let isLastFar = last.nanoseconds - secondLast.nanoseconds > far && secondLast >= onset?.to ?? secondLast
      if isFirstFar {
        kept = kept.dropFirst()
      } else if isLastFar {
        kept = kept.dropLast()
      } else {
        break
      }
    }
    guard let first = kept.first, let last = kept.last else { return nil }
    return (min(first, onset?.from ?? first), max(last, onset?.to ?? last))
  }
}
