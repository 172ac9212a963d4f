import Accounts
import Composition
import Desk
import Foundation
import Incidents
import Journal
import JournalSQLite
import RecordViews

/// Kills writers at random moments and looks at what they left: the record verifies, what was acknowledged is there
/// exactly once, and what was not can be asked for again and is then there exactly once.
struct KillTrial {
  let file: String
  let times: Int

  func run() async throws -> Bool {
    var tried: [String: IncidentID] = [:]
    var acknowledged: Set<String> = []
    let caller = Caller.local("trial")
    _ = try await DeskOpening.open(record: file).declare(Declaration(title: "Shared"), by: caller)
    for round in 0..<times {
      for line in try hammered(round) {
        let words = line.split(separator: " ").map(String.init)
        if words.first == "ack", words.count == 2 { acknowledged.insert(words[1]) }
        if words.first == "try", words.count == 3 { tried[words[1]] = IncidentID(words[2]) }
      }
      let report = try await DeskOpening.verify(record: file)
      guard report.damage == nil else {
        print("round \(round): the record does not verify: \(report)")
        return false
      }
    }
    let before = try await counts()
    let lost = acknowledged.filter { before[$0] != 1 }
    let doubled = before.filter { $0.value > 1 }
    let desk = try DeskOpening.open(record: file)
    let hammer = Caller.local("hammer")
    for (key, incident) in tried { try await Hammer.note(key, on: incident, desk, hammer) }
    let after = try await counts()
    let wrong = tried.keys.filter { after[$0] != 1 }
    print(
      "\(times) kills: \(tried.count) writes tried, \(acknowledged.count) acknowledged, \(lost.count) of those not there exactly once, \(doubled.count) there twice; asked for again: \(wrong.count) not there exactly once"
    )
    return lost.isEmpty && doubled.isEmpty && wrong.isEmpty && !acknowledged.isEmpty
  }

  /// The lines that a writer said before it was killed.
  private func hammered(_ round: Int) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["hammer", file, "--run", String(round)]
    let out = file + ".out"
    try Data().write(to: URL(fileURLWithPath: out))
    process.standardOutput = FileHandle(forWritingAtPath: out)
    try process.run()
    // It writes from the first moments on; a kill may come before that, in the midst of opening.
    Thread.sleep(forTimeInterval: Double.random(in: 0.02...0.8))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  /// How often the note of each key is in the record.
  private func counts() async throws -> [String: Int] {
    let journal = try SQLiteJournal(path: file, access: .existing)
    var counts: [String: Int] = [:]
    var position = EventPosition.start
    while true {
      let events = try await journal.events(after: position, limit: 1000)
      guard let last = events.last else { return counts }
      for event in events where event.kind.name == "note-written" {
        guard let bytes = event.payload.bytes,
          let note = try? JSONDecoder().decode(NoteWritten.self, from: Data(bytes)), note.text.hasPrefix("key ")
        else { continue }
        counts[String(note.text.dropFirst(4)), default: 0] += 1
      }
      position = last.position
    }
  }
}
