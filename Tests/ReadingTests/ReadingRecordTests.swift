import Chronology
import Incidents
import Reading
import Testing

struct ReadingRecordTests {
  private static let today = CivilDate(year: 2026, month: 3, day: 2)

  private static func stamp(_ version: Int64) -> EventStamp {
    EventStamp(version: version, recorded: Instant(seconds: version), claimed: nil, actor: "ines")
  }

  @Test func `circles are kept by day, the newest first, and survive the journal`() throws {
    var record = ReadingRecord(number: 1)
    for (version, day) in [(1, 1), (2, 3), (3, 2)] {
      let mark = ReadingMark(reading: "a-2020", day: CivilDate(year: 2026, month: 2, day: day), note: "n\(day)")
      let event = try #require(try ReadingEvent(try ReadingEvent.marked(mark).document()))
      record.apply(event, Self.stamp(Int64(version)))
    }
    #expect(record.circles.map(\.note) == ["n3", "n2", "n1"])
    #expect(record.circleCount == 3)
    #expect(record.reading == "a-2020")
    record.skip(Self.stamp(4))
    #expect(record.version == 4)
  }

  @Test func `only so many circles are kept`() {
    var record = ReadingRecord(number: 1)
    for version in 1...60 {
      record.apply(.marked(ReadingMark(reading: "a", day: Self.today, note: "\(version)")), Self.stamp(Int64(version)))
    }
    #expect(record.circles.count == ReadingLimits.circlesShown)
    #expect(record.circleCount == 60)
    #expect(record.circles.first?.note == "60")
  }

  @Test func `an unknown kind is left alone`() throws {
    #expect(try ReadingEvent(EventDocument(kind: "reading-burnt", version: 1, json: [])) == nil)
  }

  @Test(arguments: [
    (CivilDate(year: 2026, month: 2, day: 30), "", "day"), (CivilDate(year: 2026, month: 3, day: 4), "", "day"),
    (CivilDate(year: 2026, month: 3, day: 2), String(repeating: "a", count: 4001), "note"),
    (CivilDate(year: 2026, month: 3, day: 2), "a\u{1B}[1m", "note"),
  ])
  func `what cannot be recorded says where`(day: CivilDate, note: String, place: String) {
    #expect {
      _ = try ReadingMark(reading: "a", day: day, note: note).checked(today: Self.today)
    } throws: { ($0 as? IncidentRefusal)?.place == place }
  }

  @Test func `an empty note is none, and tomorrow may be today elsewhere`() throws {
    let mark = ReadingMark(reading: "a", day: CivilDate(year: 2026, month: 3, day: 3), note: "  ")
    #expect(try mark.checked(today: Self.today).note == nil)
  }
}
