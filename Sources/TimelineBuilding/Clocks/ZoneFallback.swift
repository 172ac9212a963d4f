import Chronology

/// The zone of a log that shares no identifiers with others: from the time its file was last written, then from where it
/// can lie within what the other logs cover.
struct ZoneFallback {
  /// What logs with a known zone cover.
  var window: TimeSpan
  /// First and last instant as read.
  var span: TimeSpan
  var modified: Instant?

  private static let halfHours = -28...28
  /// A file is written when its last line is.
  private static let writingSeconds = 30.0
  private static let marginSeconds = 120.0

  /// Seconds by which the log's zone lies east of the one it was read in; nil: cannot tell.
  var zoneSeconds: Int? { fromModified ?? fromOverlap }

  private var fromModified: Int? {
    guard let modified, isInWindow(modified, margin: 3600) else { return nil }
    let late = modified.seconds(since: span.to)
    let halfHours = (late / 1800).rounded()
    guard Self.halfHours.contains(Int(halfHours)), abs(late - halfHours * 1800) <= Self.writingSeconds else {
      return nil
    }
    return -Int(halfHours) * 1800
  }

  /// The one zone in which all of the log lies within the window; nil when it does so as it was read, or in several.
  private var fromOverlap: Int? {
    let fitting = Self.halfHours.filter { halfHours in
      isInWindow(span.from.advanced(bySeconds: Double(-halfHours * 1800)), margin: Self.marginSeconds)
        && isInWindow(span.to.advanced(bySeconds: Double(-halfHours * 1800)), margin: Self.marginSeconds)
    }
    guard fitting.count == 1, fitting[0] != 0 else { return nil }
    return fitting[0] * 1800
  }

  private func isInWindow(_ instant: Instant, margin: Double) -> Bool {
    instant.seconds(since: window.from) >= -margin && instant.seconds(since: window.to) <= margin
  }
}
