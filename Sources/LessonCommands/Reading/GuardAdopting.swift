import CommandKit
import Foundation
import Guards
import Interchange
import Reading
import Schemas
import TerminalPages

/// Puts a guard of a reading into the file of guards.
struct GuardAdopting {
  let reading: ReadingDocument
  let name: String
  let file: String

  func run(format: OutputFormat) throws {
    guard let item = reading.guardDeclared(name) else {
      let all = reading.guards.map { "mayday read \(reading.name) --adopt-guard \($0.definition.name)" }
      throw CommandFailure(
        "--adopt-guard: the reading '\(reading.name)' has no guard '\(TerminalText.harmless(name.prefix(60)))'",
        hint: (["Its guards:"] + all).joined(separator: "\n  "))
    }
    guard file != "-" else {
      throw CommandFailure("a guard is not written to standard output", hint: "Name a file with --file.")
    }
    // A link stays a link: what it leads to is written.
    let place = URL(fileURLWithPath: file).resolvingSymlinksInPath()
    let known = try text(at: place)
    let result: String
    do {
      result = try GuardAdoption.text(adding: item, from: reading, to: known, path: file)
    } catch {
      throw try refusal(error)
    }
    try write(result, to: place, isNew: known == nil)
    let line = try GuardFile(parsing: result, path: file).guards.last?.place?.line ?? 1
    try tell(line, isNew: known == nil, format)
  }

  private func tell(_ line: Int, isNew: Bool, _ format: OutputFormat) throws {
    switch format {
    case .json:
      try Output.write(
        JSONValue.members([
          "schemaVersion": 1, "reading": .string(reading.name), "guard": .string(name), "file": .string(file),
          "line": .integer(Int64(line)), "isNewFile": .bool(isNew),
        ]).indented, to: nil)
    case .text:
      var lines = TextLines(.standardOutput())
      lines.add("\(file):\(line): the guard '\(name)' stands there. Change what its comments name, then:")
      lines.add("mayday guard run \(name)" + (file == GuardFile.nameUsual ? "" : " --file \(file)"), unbroken: 2)
      try Output.write(lines.text, to: nil)
    }
  }

  private func refusal(_ refusal: GuardAdoption.Refusal) throws -> any Error {
    switch refusal {
    case .nameTaken(let line):
      return CommandFailure(
        "'\(file)' has a guard '\(name)' on line \(line), and it was left as it is",
        hint: "Give that one another name first, if you want both.")
    case .unusualForm:
      return CommandFailure(
        "'\(file)' lists its guards in brackets, and it was left as it is",
        hint: "Write each guard on a line of its own, with '- name: …', or copy this one by hand.")
    case .limitPassed(let reason):
      return CommandFailure(
        "with the guard '\(name)' \(reason), and it was left as it is", hint: "Name another file with --file.")
    case .unreadable(let error):
      for problem in error.problems { Output.say(GuardFileArguments.lines(problem)) }
      return ExitStatus.failure
    }
  }

  /// Nil where there is no file.
  private func text(at place: URL) throws -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else { return nil }
    guard !isFolder.boolValue else {
      throw CommandFailure("'\(file)' is a folder", hint: "Name the file in it: --file \(file)/\(GuardFile.nameUsual)")
    }
    do {
      let handle = try FileHandle(forReadingFrom: place)
      defer { try? handle.close() }
      let data = try handle.read(upToCount: GuardLimits.fileBytesMax + 1) ?? Data()
      guard data.count <= GuardLimits.fileBytesMax, let text = String(validating: data, as: UTF8.self) else {
        throw CommandFailure(
          "'\(file)' is longer than \(GuardLimits.fileBytesMax) bytes, or not UTF-8 text",
          hint: "Name another file with --file.")
      }
      return text
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("'\(file)' cannot be read: \(Output.reason(error))", hint: "May this user read the file?")
    }
  }

  /// Whole or not at all, with the rights that the file had.
  private func write(_ text: String, to place: URL, isNew: Bool) throws {
    do {
      let rights = isNew ? nil : try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
      try Data(text.utf8).write(to: place, options: .atomic)
      guard let rights else { return }
      try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: place.path)
    } catch {
      throw CommandFailure("'\(file)' cannot be written: \(Output.reason(error))", hint: "May this user write there?")
    }
  }
}
