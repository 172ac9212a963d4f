import Chronology
import EvidenceReading
import Foundation
import Testing

/// Formats as a person meets them: a file is written, read, and looked at.
struct TextLogFormatTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var format: String
    var text: String
    /// Per entry: line, instant, level, `+` for a continuation, message.
    var entries: [String]
    var host: String?
    var service: String?

    var testDescription: String { "\(format): \(text.prefix(60))" }
  }

  static let servers: [Case] = [
    // what is below an error is a part of its entry, wrapped statements are not said
    Case(
      format: "postgresql",
      text: """
        2012-08-01 13:30:00.250 UTC [3663] trade@book [api] ERROR:  deadlock detected
        2012-08-01 13:30:00.250 UTC [3663] trade@book [api] HINT:  See server log for query details.
        2012-08-01 13:30:00.250 UTC [3663] trade@book [api] STATEMENT:  UPDATE orders
        \tSET filled = 1
        2012-08-01 13:30:01.000 UTC [1] LOG:  checkpoint starting: time
        """,
      entries: [
        "1 2012-08-01T13:30:00.250Z error deadlock detected",
        "2 2012-08-01T13:30:00.250Z error + HINT:  See server log for query details.",
        "3 2012-08-01T13:30:00.250Z error + STATEMENT:  UPDATE orders",
        "5 2012-08-01T13:30:01.000Z info checkpoint starting: time",
      ])
  ]

  static let systems: [Case] = [
    // one program alone: its name says nothing in every line
    Case(
      format: "syslog",
      text: """
        <11>Aug  1 13:30:00 host7 router[7]: ERROR order refused
        <14>Aug  1 13:30:01 host7 router[7]: up
        """,
      entries: ["1 2012-08-01T13:30:00Z error ERROR order refused", "2 2012-08-01T13:30:01Z info up"],
      host: "host7", service: "router")
  ]

  static let structured: [Case] = [
    // journalctl -o json
    Case(
      format: "json-lines",
      text: """
        {"__REALTIME_TIMESTAMP":"1343827800250000","PRIORITY":"3","_PID":"7","SYSLOG_IDENTIFIER":"a","MESSAGE":"stopped"}
        {"__REALTIME_TIMESTAMP":"1343827800250000","PRIORITY":"6","_PID":"8","SYSLOG_IDENTIFIER":"b","MESSAGE":"up"}
        """,
      entries: ["1 2012-08-01T13:30:00.250000Z error a: stopped", "2 2012-08-01T13:30:00.250000Z info b: up"]),
    // keys that repeat what the whole source says are left out
    Case(
      format: "json-lines",
      text: """
        {"time":1343827800.25,"hostname":"h1","name":"router","msg":"a\\nb \\u00e9"}
        {"time":1343827801.25,"hostname":"h1","name":"router","msg":"c","n":{"x":"two words"}}
        """,
      entries: [
        "1 2012-08-01T13:30:00.25Z unknown a b é", #"2 2012-08-01T13:30:01.25Z unknown c n.x="two words""#,
      ], host: "h1", service: "router"),
  ]

  static let applications: [Case] = [
    // Python: the exception at the end of the trace is said, the frames are not
    Case(
      format: "stamped-lines",
      text: """
        2012-08-01 13:30:00,250 ERROR router [Thread-7 (worker)] order refused
        Traceback (most recent call last):
          File "router.py", line 7, in send
            raise ValueError("no such venue")
        ValueError: no such venue
        2012-08-01 13:30:01,250 INFO  router [Thread-7 (worker)] next
        """,
      entries: [
        "1 2012-08-01T13:30:00.250Z error router [Thread-7 (worker)] order refused",
        "5 2012-08-01T13:30:00.250Z error + ValueError: no such venue",
        "6 2012-08-01T13:30:01.250Z info router [Thread-7 (worker)] next",
      ]),
    // Java: first line and cause
    Case(
      format: "stamped-lines",
      text: """
        2012-08-01 13:30:00.250 [main] WARN  com.example.Router - order refused
        java.lang.IllegalStateException: no such venue
        \tat com.example.Router.send(Router.java:7)
        Caused by: java.io.IOException: closed
        \t... 12 more
        """,
      entries: [
        "1 2012-08-01T13:30:00.250Z warning com.example.Router - order refused",
        "2 2012-08-01T13:30:00.250Z warning + java.lang.IllegalStateException: no such venue",
        "4 2012-08-01T13:30:00.250Z warning + Caused by: java.io.IOException: closed",
      ]),
    // what follows the time stamp is a quantity, no process number
    Case(
      format: "stamped-lines",
      text: "2012-08-01T13:30:00Z INFO 12 orders sent\r\n2012-08-01T13:30:01Z INFO 7 orders sent",
      entries: ["1 2012-08-01T13:30:00Z info 12 orders sent", "2 2012-08-01T13:30:01Z info 7 orders sent"]),
  ]

  @Test(arguments: TextLogFormat.all.map(\.name))
  func `the samples of a format are recognised as it and read as they say`(name: String) throws {
    let format = try #require(TextLogFormat.all.first { $0.name == name })
    for sample in format.samples {
      let folder = try ScratchFolder()
      try folder.write(sample.line + "\n", to: "x", modified: "2026-12-01T00:00:00Z")
      let set = try folder.read()
      #expect(set.sources.first?.format == name, "\(sample.line)")
      let entries = set.logs.first?.consumer.entries ?? []
      #expect(
        entries.map { $0.replacing(" + ", with: " ") } == ["1 \(sample.instant) \(sample.level) \(sample.message)"])
    }
  }

  @Test(arguments: servers + systems + structured + applications)
  func `a format is recognised by its content and read`(_ sample: Case) throws {
    let folder = try ScratchFolder()
    try folder.write(sample.text, to: "x", modified: "2012-09-01T00:00:00Z")
    let set = try folder.read()
    let source = try #require(set.sources.first)
    #expect(source.format == sample.format)
    #expect(source.unrecognisedLines == 0)
    #expect(source.host == sample.host)
    if let service = sample.service { #expect(source.service == service) }
    #expect(set.logs.first?.consumer.entries == sample.entries)
  }
}
