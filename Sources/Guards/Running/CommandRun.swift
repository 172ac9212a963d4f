import Foundation

/// Runs the command of a guard and compares what it did with what is expected.
struct CommandRun {
  /// Variables that every command gets.
  static let environmentUsual = ["PATH", "HOME", "LANG", "TZ"]

  let check: CommandCheck
  /// The folder of the guard's file.
  let base: String
  let environment: [String: String]

  /// Blocks its thread.
  func run(until deadline: GuardDeadline) -> GuardSight {
    let folder = GuardFolder.resolve(check.folder, in: base)
    guard GuardFolder.isThere(folder) else {
      return .unknown("the folder '\(check.folder ?? base)' is not there")
    }
    var output = BoundedOutput()
    var has = check.outputHas.map(StreamSearch.init)
    var lacks = check.outputLacks.map(StreamSearch.init)
    let end: ChildProcess.End
    do {
      let child = ChildProcess(arguments: arguments, environment: passed, folder: folder)
      end = try child.run(until: deadline) { bytes in
        output.append(bytes)
        has?.append(bytes)
        lacks?.append(bytes)
      }
    } catch {
      return .unknown("'\(arguments.first ?? "")' cannot be started: \(GuardFolder.reason(error.number))")
    }
    switch end {
    case .late, .cancelled: return deadline.sight(detail: output.text)
    case .tooMuchOutput:
      return .unknown("stopped: it wrote more than \(ChildProcess.readBytesMax / 1024 / 1024) MiB", detail: output.text)
    case .signalled(let number):
      return .broken("ended by signal \(number), expected exit status \(check.exit)", detail: output.text)
    case .exited(let status):
      if let reason = notRun(status) {
        let words = output.lastLine.map { "\(reason): \($0)" } ?? reason
        return .unknown(words, detail: output.text)
      }
      return judge(status: status, output, has: has, lacks: lacks, deadline)
    }
  }

  private var arguments: [String] {
    switch check.command {
    case .shell(let text): ["/bin/sh", "-c", text]
    case .program(let words): words
    }
  }

  private var passed: [String: String] {
    var passed: [String: String] = [:]
    for name in Self.environmentUsual + check.env { passed[name] = environment[name] }
    return passed
  }

  /// What the shell says with its own status (POSIX, Shell Command Language, 2.8.2): a tool that is missing shows nothing.
  private func notRun(_ status: Int32) -> String? {
    guard status != check.exit else { return nil }
    switch status {
    case 126: return "a program cannot be run"
    case 127: return "a program was not found"
    default: return nil
    }
  }

  private func judge(
    status: Int32, _ output: BoundedOutput, has: StreamSearch?, lacks: StreamSearch?, _ deadline: GuardDeadline
  ) -> GuardSight {
    var differences: [String] = []
    var doubts: [String] = []
    if status != check.exit { differences.append("exit status \(status), expected \(check.exit)") }
    if let has, !has.isFound { differences.append("the output lacks '\(GuardText.shortened(has.text, to: 60))'") }
    if let lacks, lacks.isFound { differences.append("the output has '\(GuardText.shortened(lacks.text, to: 60))'") }
    if let pattern = check.outputMatches {
      let found = output.parts.map { PatternText.search(pattern, in: $0, max: 1, until: deadline) }
      let isFound = found.contains { $0?.isEmpty == false }
      if !isFound {
        if found.contains(where: { $0 == nil }) { return deadline.sight(detail: output.text) }
        if output.isCut {
          doubts.append("the output is longer than \(GuardLimits.outputBytesMax / 1024) KiB, too long to match")
        } else {
          differences.append("the output does not match '\(GuardText.shortened(pattern, to: 60))'")
        }
      }
    }
    let line = output.lastLine
    guard differences.isEmpty else {
      let said = line.map { "\($0) (" + differences.joined(separator: "; ") + ")" }
      return .broken(said ?? differences.joined(separator: "; "), detail: output.text)
    }
    if let doubt = doubts.first { return .unknown(doubt, detail: output.text) }
    return .held(line ?? "exit status \(status)", detail: output.text)
  }
}
