import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Asks a person at the terminal.
package enum Prompt {
  /// What they type, without white space around it.
  ///
  /// Throws ``CommandFailure`` when nothing more comes.
  package static func line(_ question: String) throws -> String {
    Output.ask(question)
    guard let answer = readLine() else {
      throw CommandFailure("nothing more was typed", hint: "Nothing was changed.")
    }
    return answer.trimmingBlanks
  }

  /// What they type unseen; the first line of standard input where that is no terminal.
  package static func secret(_ question: String) throws -> String {
    let isTerminal = isatty(STDIN_FILENO) == 1
    var before = termios()
    if isTerminal {
      Output.ask(question)
      tcgetattr(STDIN_FILENO, &before)
      var unseen = before
      unseen.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen)
    }
    defer {
      if isTerminal {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        Output.say("")
      }
    }
    guard let answer = readLine(), !answer.isEmpty else {
      throw CommandFailure("no password came", hint: "Type it, or give it as the first line of standard input.")
    }
    return answer
  }

  package static func isConfirmed(_ question: String) throws -> Bool {
    ["y", "yes"].contains(try line("\(question) [y/N] ").lowercased())
  }
}

extension String {
  /// Without spaces and tabs around it.
  package var trimmingBlanks: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
