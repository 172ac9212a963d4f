import EvidenceReading
import PatternMining

/// How well a line heads others of the same moment: the worse the better, and lines that only explain another last.
enum LineGravity: Int, Comparable {
  case explaining
  case ordinary
  case error
  case critical

  /// First words of lines that belong to the line before them.
  private static let explainingWords = [
    "hint:", "detail:", "context:", "statement:", "query:", "location:", "caused by:", "suppressed:", "at ", "... ",
  ]
  /// First words of lines that say how bad they are where the log has no levels.
  private static let criticalWords = ["panic:", "fatal:", "fatal error:"]

  /// Characters that may lead a message.
  private static let leadMax = 80

  init(_ pattern: CataloguePattern) {
    let text = pattern.sample.lowercased()
    let isError = pattern.level >= .error
    if pattern.isContinuation || Self.explainingWords.contains(where: { Self.begins(text, $0, isLed: !isError) }) {
      self = .explaining
    } else if pattern.level >= .critical || Self.criticalWords.contains(where: { Self.begins(text, $0, isLed: true) }) {
      self = .critical
    } else {
      self = isError ? .error : .ordinary
    }
  }

  /// Whether a text begins with a word; or, where that is looked for, has it after what leads a message: `[42] hint:`.
  private static func begins(_ text: String, _ word: String, isLed: Bool) -> Bool {
    text.hasPrefix(word) || isLed && word.hasSuffix(":") && text.prefix(leadMax).contains(" \(word)")
  }

  static func < (left: LineGravity, right: LineGravity) -> Bool { left.rawValue < right.rawValue }
}
