import Chronology
import Drills
import Incidents
import Testing

struct ScenarioRecordTests {
  @Test func `savings of a scenario add up, and it can be retired and come back`() throws {
    var record = ScenarioRecord(number: 2)
    let events: [ScenarioEvent] = [
      .written(ScenarioText(name: "quiet-queue", text: "one", note: "first", origin: "starter")),
      .retired(reason: "nobody plays it"), .written(ScenarioText(name: "quiet-queue", text: "two")),
    ]
    for (index, event) in events.enumerated() {
      let read = try #require(try ScenarioEvent(event.document()))
      #expect(read == event)
      let at = Instant(seconds: Int64(index))
      record.apply(read, EventStamp(version: Int64(index + 1), recorded: at, actor: "ana"))
      #expect((record.retired == nil) == (index != 1))
    }
    #expect(record.text == "two" && record.origin == "starter" && record.version == 3)
    #expect(record.versions.map(\.version) == [1, 3] && record.versions[0].note == "first")
    #expect(try ScenarioEvent(EventDocument(kind: "scenario-sung", version: 1, json: [])) == nil)
  }
}
