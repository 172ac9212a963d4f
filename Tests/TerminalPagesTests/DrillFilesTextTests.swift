import Chronology
import Drills
import Incidents
import TerminalPages
import Testing

/// Files that come with messages of a drill, as a terminal shows them.
struct DrillFilesTextTests {
  private static let scenario = """
    ---
    minutes: 20
    ---
    # Slow

    ## Injects
    | at | kind | from | what comes | file |
    |---|---|---|---|---|
    | 0 min | evidence | queue | What it wrote | queue.log |
    | 9 min | evidence | queue | And then | later.log |

    ## Files
    ### queue.log
    ```
    09:00:00 \u{1B}[31mred\u{1B}[0m line
    ```
    ### later.log
    ```
    x
    ```
    """

  /// The drill after commands, as somebody sees it.
  private func whole(_ commands: [DrillCommand], for name: String, leads: Bool) throws -> DrillWhole {
    var drill = Drill(number: 3)
    let now = Instant(seconds: 1_772_355_600)
    let people = [DrillPerson(name: "ana", part: .facilitator), DrillPerson(name: "ben", part: .responder)]
    let plan = DrillPlanned(scenario: "slow", title: "Slow", text: Self.scenario, people: people)
    for command in [DrillCommand.plan(plan), .start(incident: nil), .releaseDue] + commands {
      for event in try drill.events(for: command, in: DrillContext(actor: "ana", now: now)) {
        drill.apply(event, EventStamp(version: drill.version + 1, recorded: now, actor: "ana"))
      }
    }
    return DrillWhole(drill, for: name, mayLead: leads, now: now)
  }

  @Test(
    arguments: [
      ([], "goes into the incident's evidence once it is declared"),
      ([.linkIncident(7)], "not in the incident's evidence yet"),
      ([.linkIncident(7), .landFile("queue.log", evidence: 2)], "in the evidence of INC-7, number 2"),
      (
        [.linkIncident(7), .refuseFile("queue.log", reason: "it is full")], "not in the incident's evidence: it is full"
      ),
    ] as [([DrillCommand], String)])
  func `a message names its files and says where they are`(commands: [DrillCommand], words: String) throws {
    let text = DrillText(try whole(commands, for: "ana", leads: true)).render(for: Snapshot.terminal)
    let flat = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(flat.contains("queue.log 27 bytes \(words)"), "\(text)")
    #expect(text.contains("mayday drill file queue.log --drill 3") && text.contains("with later.log"))
    let other = DrillText(try whole(commands, for: "ben", leads: false)).render(for: Snapshot.terminal)
    #expect(other.contains("queue.log") && !other.contains("later.log") && !other.contains("it is full"))
    #expect((text + other).split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `its text is shown line by line, and nothing in it is obeyed`() throws {
    let whole = try whole([], for: "ben", leads: false)
    let file = try #require(Scenario(parsing: Self.scenario).file("queue.log"))
    var lines = TextLines(Snapshot.terminal)
    DrillFilesText(whole).add(DrillFile(file, in: Drill(number: 3)), to: &lines)
    #expect(lines.lines == ["    09:00:00 ·[31mred·[0m line"])
  }
}
