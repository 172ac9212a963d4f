import Foundation

/// Regular expressions, searched for as long as there is time.
///
/// ICU's, through Foundation: they can be stopped while they search, which a pattern that goes back and forth needs.
enum PatternText {
  static let options: NSRegularExpression.Options = [.anchorsMatchLines]

  static func isRegex(_ text: String) -> Bool {
    (try? NSRegularExpression(pattern: text, options: options)) != nil
  }

  /// UTF-16 offsets at which a pattern begins to match, in order, at most `max` of them.
  ///
  /// Nil when the deadline ended the search. A text that is no pattern matches nowhere.
  static func search(_ pattern: String, in text: String, max: Int, until deadline: GuardDeadline) -> [Int]? {
    guard let regex = try? NSRegularExpression(pattern: pattern, options: options) else { return [] }
    let whole = NSRange(location: 0, length: text.utf16.count)
    var offsets: [Int] = []
    // Called for each match, and now and then without one.
    unsafe regex.enumerateMatches(in: text, options: [.reportProgress], range: whole) { match, _, stop in
      if let match { offsets.append(match.range.location) }
      if offsets.count >= max || deadline.state != .open { unsafe stop.pointee = true }
    }
    return deadline.state == .open ? offsets : nil
  }
}
