import Foundation
import Synchronization
import TerminalPages

/// One line on standard error that says how far reading has come; nothing at all when that is not a terminal.
package final class ProgressLine: Sendable {
  private let shown = Mutex(State())
  private let isActive: Bool

  private struct State {
    var lastDraw = ContinuousClock.now - .seconds(1)
    var isDrawn = false
  }

  package init(isActive: Bool = Terminal.isErrorTerminal) {
    self.isActive = isActive
  }

  /// Draws the line anew, at most ten times a second.
  package func update(bytesRead: Int64, bytesTotal: Int64, file: String) {
    guard isActive else { return }
    shown.withLock { state in
      let now = ContinuousClock.now
      guard now - state.lastDraw > .milliseconds(100) else { return }
      state.lastDraw = now
      state.isDrawn = true
      let share = bytesTotal > 0 ? min(1, Double(bytesRead) / Double(bytesTotal)) : 0
      let filled = Int(share * 24)
      let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: 24 - filled)
      let name = TerminalText.shortened(TerminalText.harmless(file), width: 36)
      FileHandle.standardError.write(Data("\r\u{1B}[K\(bar) \(Int(share * 100)) %  \(name)".utf8))
    }
  }

  /// Takes the line away.
  package func finish() {
    shown.withLock { state in
      guard state.isDrawn else { return }
      state.isDrawn = false
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
  }
}
