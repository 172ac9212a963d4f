import ArgumentParser
import CommandKit
import Foundation
package import Guards
import TerminalPages

/// The file that declares guards.
package struct GuardFileArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The file that declares the guards.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var file: String = GuardFile.nameUsual

  package init() {}

  /// The folder of the file, from which guards read their own folders.
  package var folder: String {
    let folder = (file as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// Reads the file.
  ///
  /// Throws ``CommandFailure`` when it is not there, and ends with status 2 after telling all that is wrong in it.
  package func read() throws -> GuardFile {
    do {
      return try parsed()
    } catch let error as GuardFileError {
      for problem in error.problems { Output.say(Self.lines(problem)) }
      throw ExitStatus.failure
    }
  }

  /// A problem as editors read it: its place and what is wrong on one line, then what to do.
  static func lines(_ problem: GuardFileError.Problem) -> String {
    var lines = TextLines(Terminal(columns: 80, usesColour: false))
    lines.add(problem.hint, indent: 2)
    return TerminalText.harmless("\(problem.path):\(problem.line): error: \(problem.reason)") + "\n" + lines.text
  }

  /// The same, leaving to whoever asks how its problems are told: throws ``GuardFileError`` for them.
  func parsed() throws -> GuardFile {
    guard file != "-" else {
      throw CommandFailure("guards are not read from standard input", hint: "Name a file with --file.")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw CommandFailure(
        "'\(file)' is not there", hint: "Name the file that declares the guards with --file, or write one.")
    }
    guard !isFolder.boolValue else {
      throw CommandFailure("'\(file)' is a folder", hint: "Name the file in it: --file \(file)/\(GuardFile.nameUsual)")
    }
    return try GuardFile(parsing: text(), path: file)
  }

  private func text() throws -> String {
    let data: Data
    do {
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      defer { try? handle.close() }
      // One byte more, so that the reader of the file can tell that it is too large.
      data = try handle.read(upToCount: GuardLimits.fileBytesMax + 1) ?? Data()
    } catch {
      throw CommandFailure("'\(file)' cannot be read: \(Output.reason(error))", hint: "May this user read the file?")
    }
    if data.count > GuardLimits.fileBytesMax { return String(decoding: data, as: UTF8.self) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure("'\(file)' is not UTF-8 text", hint: "Save it as UTF-8.")
    }
    return text
  }

  /// The guards of the file that have one of the names, in the order of the file; all where none is named.
  func guards(named names: [String]) throws -> [GuardDefinition] {
    let file = try read()
    guard !names.isEmpty else { return file.guards }
    for name in names where !file.guards.contains(where: { $0.name == name }) {
      throw CommandFailure("'\(file.path)' has no guard named '\(name)'", hint: "Its guards: mayday guard list")
    }
    return file.guards.filter { names.contains($0.name) }
  }
}
