/// What an import reads at most.
///
/// Larger things are refused or cut, and the answer says so.
package enum ImportLimits {
  /// Of one document.
  package static let documentBytesMax = 8 << 20
  /// Elements nested deeper are read as if they stood at this depth.
  package static let depthMax = 100
  /// Elements and texts of one document.
  package static let nodesMax = 500_000
  /// Columns of one table; cells beyond are joined to the last one.
  package static let columnsMax = 100
  /// Rows that one cell may span.
  package static let spannedRowsMax = 1_000
  /// Cells of one table, those that repeat a spanning cell included.
  package static let tableCellsMax = 100_000
  /// Style rules of one document.
  package static let styleRulesMax = 20_000
  /// Of one style sheet.
  package static let styleBytesMax = 512 << 10
  /// Different notes on one document; more are counted together.
  package static let notesMax = 40
  /// Files looked at below all paths together.
  package static let filesMax = 20_000
  /// Bytes read from all files together.
  package static let totalBytesMax = 1 << 30
  /// Folders nested deeper are not entered.
  package static let foldersDeepMax = 64
  /// Scalars of a title.
  package static let titleScalarsMax = 200
}
