import Chronology
import EvidenceRecords
import Testing

struct ConfigurationChangeTests {
  private func read(_ text: String) throws -> RecordReading {
    try RecordSample(text).read(with: ConfigurationChangeFormat())
  }

  @Test func `a flag says what it was and what it became`() throws {
    let reading = try read(
      """
      at_ms,change,actor,action,target,detail
      1927000000123,C-1,kim,flag,web-1+web-2,dark_mode=off
      1927000060000,C-2,kim,flag,"web-1, web-2",dark_mode=on

      """)
    #expect(reading.titles == ["C-1 dark_mode → off (web-1, web-2)", "C-2 dark_mode: off → on (web-1, web-2)"])
    #expect(reading.changes.map(\.kind) == [.flag, .flag])
    #expect(reading.changes[1].hosts == ["web-1", "web-2"])
    #expect(reading.changes[1].terms == ["dark_mode"])
    #expect(reading.instants[0] == "2031-01-24T05:46:40.123Z")
    #expect(reading.entries[1].reference.line == 3)
  }

  @Test func `old and new stand in columns of their own`() throws {
    let reading = try read(
      "time;service;parameter;from;to;by\n2031-02-03 04:05:06;till;pool.size;5;9;kim\n")
    #expect(reading.titles == ["pool.size: 5 → 9 (till)"])
    #expect(reading.entries[0].service == "till")
    #expect(reading.entries[0].basis == .assumedZone)
    #expect(reading.zoneBasis == .assumed)
  }

  @Test func `a detail in words keeps files and commits`() throws {
    let reading = try read(
      "time,ticket,action,target,detail\n2031-02-03T04:05:06Z,C-9,apply,web-1,conf/tls/site.pem from ops@9f3c21ab04d1\n"
    )
    #expect(reading.titles == ["C-9 apply on web-1: conf/tls/site.pem from ops@9f3c21ab04d1"])
    #expect(reading.changes[0].kind == .configuration)
    #expect(reading.changes[0].commit == "9f3c21ab04d1")
    #expect(reading.changes[0].paths == ["conf/tls/site.pem"])
    #expect(reading.entries[0].host == "web-1")
  }

  @Test func `objects on lines are read alike`() throws {
    let reading = try read(
      #"""
      {"time":"2031-02-03T04:05:06Z","feature_flag":"dark_mode","old":false,"new":true,"user":"kim","hosts":["web-1"]}
      not json
      {"time":"2031-02-03T04:05:07Z","feature_flag":"dark_mode","old":true,"new":false,"user":"kim"}
      """#)
    #expect(reading.titles == ["dark_mode: false → true (web-1)", "dark_mode: true → false"])
    #expect(reading.unrecognisedLines == 1)
    #expect(reading.unrecognisedSamples == [NumberedLine(line: 2, text: "not json")])
  }

  @Test func `a row without a time is counted, and lines are counted across quoted cells`() throws {
    let reading = try read(
      """
      time,key,old,new,comment
      2031-02-03T04:05:06Z,a_b,1,2,"say ""why"",
      on two lines"
      soon,a_b,2,3,
      2031-02-03T04:05:08Z,a_b,3,4,
      """)
    #expect(reading.titles == ["a_b: 1 → 2", "a_b: 3 → 4"])
    #expect(reading.changes[0].detail == "say \"why\",\non two lines")
    #expect(reading.unrecognisedSamples.map(\.line) == [4])
    #expect(reading.entries[1].reference.line == 5)
  }

  @Test func `beside an id a column named change says what was changed`() throws {
    let reading = try read(
      """
      time,id,kind,target,change,actor,detail
      2031-02-03T04:05:06Z,C-1,flag,till,dark_mode: off -> on,kim,asked for by sales
      2031-02-03T04:06:06Z,C-2,config,web-1,new certificate,kim,

      """)
    #expect(reading.titles == ["C-1 dark_mode: off → on (till)", "C-2 config on web-1: new certificate"])
    #expect(reading.changes.map(\.id) == ["C-1", "C-2"])
    #expect(reading.changes.map(\.kind) == [.flag, .configuration])
    #expect(reading.changes.map(\.detail) == ["asked for by sales", "new certificate"])
    #expect(reading.entries.map(\.reference.record) == ["C-1", "C-2"])
  }
}
