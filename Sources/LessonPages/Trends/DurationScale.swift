import Foundation

/// A logarithmic scale of durations, since incidents last from seconds to weeks.
struct DurationScale: Sendable {
  struct Mark: Sendable {
    let seconds: Double
    let words: String
  }

  private static let all: [Mark] = [
    Mark(seconds: 1, words: "1 s"), Mark(seconds: 10, words: "10 s"), Mark(seconds: 60, words: "1 min"),
    Mark(seconds: 600, words: "10 min"), Mark(seconds: 3600, words: "1 h"), Mark(seconds: 21_600, words: "6 h"),
    Mark(seconds: 86_400, words: "1 d"), Mark(seconds: 604_800, words: "7 d"), Mark(seconds: 2_592_000, words: "30 d"),
    Mark(seconds: 31_536_000, words: "1 y"), Mark(seconds: 315_360_000, words: "10 y"),
  ]

  /// Marks that are shown, from below the shortest to above the longest.
  let marks: [Mark]

  init(_ seconds: [Double]) {
    let low = seconds.min() ?? 60
    let high = seconds.max() ?? 3600
    let first = Self.all.lastIndex { $0.seconds <= low } ?? 0
    let last = Self.all.firstIndex { $0.seconds >= high } ?? Self.all.count - 1
    marks = Array(Self.all[min(first, max(0, last - 1))...max(last, min(first + 1, Self.all.count - 1))])
  }

  /// Where a duration stands, in hundredths of the width; the ends leave room for a mark.
  func place(_ seconds: Double) -> Double {
    guard let first = marks.first?.seconds, let last = marks.last?.seconds, last > first else { return 50 }
    let clamped = min(max(seconds, first), last)
    let share = (log10(clamped) - log10(first)) / (log10(last) - log10(first))
    return ((4 + 92 * share) * 100).rounded() / 100
  }
}
