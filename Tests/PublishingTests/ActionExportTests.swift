import Chronology
import Interchange
import Postmortems
import Publishing
import Testing

struct ActionExportTests {
  private func action(
    _ number: Int, _ text: String, state: ActionState = .accepted, due: String? = "2026-03-08", isOverdue: Bool = false
  ) throws -> ActionAnswer {
    let at = try #require(Instant(rfc3339: "2026-03-01T10:00:00Z"))
    let step = PostmortemAction.Step(state: .proposed, at: at, by: "kim", note: "")
    var action = PostmortemAction(
      number: number,
      content: ActionContent(
        text: text, kind: .prevent, term: .immediate, owner: "kim", due: due.flatMap { CivilDate($0) },
        factors: [1, 2],
        verification: "A deploy with one host left out stops."), proposed: step)
    action.state = state
    action.steps.append(PostmortemAction.Step(state: state, at: at.advanced(bySeconds: 60), by: "lee", note: ""))
    return ActionAnswer(
      id: ActionID(postmortem: 3, action: number), action: action, postmortemTitle: "The eighth server",
      factorTexts: [], incident: 1, incidentTitle: nil, severity: 1, guards: [], isOverdue: isOverdue)
  }

  @Test func `a calendar has a whole day for each action that is to be done, and no other`() throws {
    let long = "Compare the build of all hosts; stop at a difference, whatever the reason — äöü, and say which hosts"
    let ics = ActionCalendar(
      actions: [
        try action(1, long), try action(2, "Done", state: .done), try action(3, "No day", due: nil),
        try action(4, "Late", due: "2026-02-28", isOverdue: true),
      ], host: "mayday.example.org", now: Instant(seconds: 0)
    ) { "https://mayday.example.org/actions#\($0.id)" }.ics
    let lines = ics.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(ics.hasSuffix("END:VCALENDAR\r\n"))
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = ics.replacing("\r\n ", with: "")
    #expect(unfolded.ranges(of: "BEGIN:VEVENT").count == 2)
    #expect(unfolded.contains("UID:PM-3-A1@mayday.example.org\r\n"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20260308\r\nDTEND;VALUE=DATE:20260309\r\n"))
    #expect(unfolded.contains("DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"))
    #expect(unfolded.contains("SUMMARY:Compare the build of all hosts\\; stop at a difference\\, whatever"))
    #expect(unfolded.contains("SUMMARY:Overdue: Late\r\n"))
    #expect(unfolded.contains("SEQUENCE:1\r\n"))
    #expect(unfolded.contains("URL:https://mayday.example.org/actions#PM-3-A1\r\n"))
    #expect(unfolded.contains("DESCRIPTION:PM-3-A1 · The eighth server\\nOwner: kim"))
  }

  @Test func `an empty calendar is one all the same`() {
    let ics = ActionCalendar(actions: [], host: "", now: Instant(seconds: 0)).ics
    #expect(ics.contains("BEGIN:VTIMEZONE") && ics.hasPrefix("BEGIN:VCALENDAR\r\n"))
  }

  @Test func `a table quotes what must be, and gives a spreadsheet nothing to run`() throws {
    let csv = ActionTable(actions: [try action(1, "=HYPERLINK(\"http://x\"), now")]).csv
    let rows = csv.split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("action,state,overdue,term,kind,owner,due,text,"))
    #expect(
      rows[1].hasPrefix(
        "PM-3-A1,accepted,no,immediate,prevent,kim,2026-03-08,\"'=HYPERLINK(\"\"http://x\"\"), now\","))
    #expect(rows[1].contains(",F1 F2,PM-3,The eighth server,INC-1,1,"))
  }
}
