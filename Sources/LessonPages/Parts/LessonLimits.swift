/// How many rows lists of these pages show before they are asked for more.
enum LessonLimits {
  /// Actions of one group of the board.
  static let groupRowsMax = 25
  /// Actions of a group that is shown alone.
  static let rowsMax = 300
  static let runRowsMax = 12
  static let stripMax = 48
  static let resultRowsMax = 20
  /// Rows of a checklist that is about to be begun.
  static let newLines = 6
}
