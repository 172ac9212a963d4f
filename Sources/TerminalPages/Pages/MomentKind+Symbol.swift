import TimelineBuilding

extension MomentKind {
  /// One column that tells the kind without colour.
  var symbol: String {
    switch self {
    case .change: "▲"
    case .first: "●"
    case .burst: "◉"
    case .shift: "◐"
    case .silence: "○"
    case .calm: "✓"
    case .alert: "!"
    case .said: "❝"
    case .decision: "◆"
    case .connection: "✕"
    }
  }

  /// The word beside the symbol, at most eight columns.
  var word: String {
    switch self {
    case .connection: "network"
    case .decision: "decision"
    default: rawValue
    }
  }

  /// Colour where it means something.
  var style: Terminal.Style? {
    switch self {
    case .change: .change
    case .first, .burst, .connection: .wrong
    case .alert, .shift, .silence: .late
    case .calm: .good
    case .said, .decision: nil
    }
  }
}
