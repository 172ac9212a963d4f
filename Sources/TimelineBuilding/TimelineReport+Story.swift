import Chronology

extension TimelineReport {
  /// Moments that a person reads in two minutes.
  package static let shownMomentsMax = 40

  /// The most important moments, in order of time; all of them when there are no more than `shownMax`.
  package func story(_ shownMax: Int = Self.shownMomentsMax) -> [TimelineMoment] {
    moments.filter { $0.rank <= shownMax }
  }

  /// From the onset to the last sign of calm among the moments that tell the story; nil without an onset.
  ///
  /// The end is what the evidence shows, not when somebody said so; equal to the onset's end when nothing shows calm.
  package var impactWindow: TimeSpan? {
    guard let onset else { return nil }
    let end = story().last { $0.kind == .calm && $0.instant >= onset.from }?.instant
    return TimeSpan(from: onset.from, to: max(end ?? onset.to, onset.to))
  }

  /// Whether the end of ``impactWindow`` is known from a sign of calm.
  package var hasSignOfCalm: Bool {
    guard let onset else { return false }
    return story().contains { $0.kind == .calm && $0.instant >= onset.from }
  }
}
