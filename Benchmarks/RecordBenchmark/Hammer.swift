import Accounts
import Composition
import Desk
import Foundation
import Incidents
import RecordViews

/// Several tasks that write through the desk with keys until somebody ends them.
///
/// Says `try KEY INC-1` before each write and `ack KEY` once it is acknowledged.
struct Hammer {
  let file: String
  let run: Int
  let taskCount: Int

  func run() async throws {
    let desk = try DeskOpening.open(record: file)
    let caller = Caller.local("hammer")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<taskCount {
        group.addTask {
          let key = "\(run)-\(task)"
          let receipt = try await desk.declare(
            Declaration(title: "Trial \(key)"), by: caller, terms: WriteTerms(idempotencyKey: "declare-\(key)"))
          // All write to the first incident too, so that they are in each other's way.
          let own = receipt.incident ?? IncidentID(number: 1)
          for step in 0... {
            let incident = step % 2 == 0 ? own : IncidentID(number: 1)
            try await Self.write("\(key)-\(step)", on: incident, desk, caller)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func write(_ key: String, on incident: IncidentID, _ desk: Desk, _ caller: Caller) async throws {
    say("try \(key) \(incident)")
    _ = try await note(key, on: incident, desk, caller)
    say("ack \(key)")
  }

  @discardableResult
  static func note(_ key: String, on incident: IncidentID, _ desk: Desk, _ caller: Caller) async throws -> WriteReceipt
  {
    try await desk.perform(
      .note(NoteWritten(text: "key \(key)"), at: nil), on: incident, by: caller,
      terms: WriteTerms(idempotencyKey: key, requestDigest: key))
  }

  /// In one write, so that lines of several tasks do not mix.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }
}
