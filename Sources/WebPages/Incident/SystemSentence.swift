import Chronology
import PageKit

/// A sentence that the system wrote: instants in it are shown in the reader's zone.
struct SystemSentence: Sendable {
  let text: String
  let scene: IncidentScene

  var html: HTML {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var parts: [HTML] = []
    for (offset, word) in words.enumerated() {
      if offset > 0 { parts.append(HTML(" ")) }
      // The sentence may go on right behind the instant: `…00Z: the first call`.
      let stamp = word.last.map { ":,.;".contains($0) } == true ? word.dropLast() : word
      if let instant = Self.instant(stamp) {
        parts += [scene.time(instant, withSeconds: true), HTML(word.dropFirst(stamp.count))]
      } else {
        parts.append(HTML(word))
      }
    }
    return .joined(parts)
  }

  /// Only what the system writes itself: UTC, with a `Z`.
  private static func instant(_ word: Substring) -> Instant? {
    guard (20...30).contains(word.utf8.count), word.last == "Z", word.dropFirst(10).first == "T" else { return nil }
    return Instant(rfc3339: word)
  }
}
