/// A command whose end and output show whether the guard holds.
package struct CommandCheck: Hashable, Sendable, Codable {
  /// What is run: text for `/bin/sh -c`, or a program with its arguments, looked up in PATH.
  package enum Command: Hashable, Sendable, Codable {
    case shell(String)
    case program([String])
  }

  package var command: Command
  /// The exit status that is expected.
  package var exit: Int32
  package var outputHas: String?
  package var outputLacks: String?
  /// A regular expression, found somewhere in the output; ^ and $ match at line ends.
  package var outputMatches: String?
  /// Names of variables that are passed through, beside PATH, HOME, LANG and TZ.
  package var env: [String]
  /// The folder it runs in, relative to the folder of its file.
  package var folder: String?

  package init(
    _ command: Command, exit: Int32 = 0, outputHas: String? = nil, outputLacks: String? = nil,
    outputMatches: String? = nil, env: [String] = [], folder: String? = nil
  ) {
    self.command = command
    self.exit = exit
    self.outputHas = outputHas
    self.outputLacks = outputLacks
    self.outputMatches = outputMatches
    self.env = env
    self.folder = folder
  }
}
