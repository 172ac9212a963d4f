import Chronology
import Foundation
import Guards
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct GuardReportTests {
  private static func result(_ outcome: GuardOutcome, summary: String = "seen", detail: String = "") -> GuardResult {
    GuardResult(
      of: GuardDefinition(
        name: "one-build", title: "All run <one> & the same", kind: .command(CommandCheck(.shell("x"))),
        protects: "INC-1", action: "PM-1-A2", next: "Copy it again.", place: GuardPlace(path: "a/\"m\".yaml", line: 7)),
      outcome: outcome, summary: summary, detail: detail, started: Instant(seconds: 1_343_822_400), seconds: 1.25)
  }

  private static func report(_ outcomes: [GuardOutcome]) -> GuardRunReport {
    GuardRunReport(results: outcomes.map { result($0) }, started: Instant(seconds: 1_343_822_400), seconds: 3)
  }

  @Test(
    arguments: [
      ([], 0), ([.held, .held], 0), ([.held, .unknown], 3), ([.unknown, .broken, .held], 1), ([.broken], 1),
    ] as [([GuardOutcome], Int32)])
  func `unknown is never as good as held`(outcomes: [GuardOutcome], status: Int32) {
    #expect(Self.report(outcomes).exitStatus == status)
  }

  @Test func `what is red says what it protects against and what to do`() {
    let broken = Self.result(.broken).advice.joined(separator: "\n")
    #expect(broken.contains("INC-1"))
    #expect(broken.contains("Next: Copy it again."))
    #expect(broken.contains("PM-1-A2"))
    #expect(broken.contains("mayday guard run one-build"))
    let unknown = Self.result(.unknown).advice.joined(separator: "\n")
    #expect(unknown.contains("INC-1"))
    #expect(unknown.contains("a/\"m\".yaml:7"))
    #expect(Self.result(.held).advice.isEmpty)
  }

  @Test func `a summary is one line of bounded length`() {
    let result = Self.result(.held, summary: "a\nb" + String(repeating: "c", count: 500))
    #expect(result.summary.hasPrefix("a b"))
    #expect(result.summary.count == GuardResult.summaryCharactersMax)
  }

  @Test func `JSON is read back as it was`() throws {
    let report = Self.report([.held, .broken, .unknown])
    let data = try JSONEncoder().encode(report)
    #expect(try JSONDecoder().decode(GuardRunReport.self, from: data) == report)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["schemaVersion"] as? Int == 1)
    #expect((object["counts"] as? [String: Int]) == ["held": 1, "broken": 1, "unknown": 1])
  }

  @Test func `definitions of every kind are read back as they were`() throws {
    let kinds: [GuardKind] = [
      .command(CommandCheck(.program(["a", "b"]), exit: 2, env: ["A"])),
      .http(HTTPCheck(url: "http://a", status: [200], json: ["/a": .number(1), "/b": .null])),
      .promql(PromQLCheck(query: "up", server: "http://a", expect: .every(.atLeast, 0.5))),
      .pattern(PatternCheck(.regex("a"), paths: ["b"], must: .appear)),
    ]
    for kind in kinds {
      let definition = GuardDefinition(name: "a", title: "A", kind: kind, everySeconds: 60)
      let data = try JSONEncoder().encode(definition)
      #expect(try JSONDecoder().decode(GuardDefinition.self, from: data) == definition)
    }
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(GuardKind.self, from: Data("{}".utf8)) }
  }

  @Test func `what comes from elsewhere than a file is held to the same rules`() {
    let good = GuardDefinition(name: "a", title: "A", kind: .http(HTTPCheck(url: "https://a.example")))
    #expect(good.problems.isEmpty)
    var bad = good
    bad.name = "A b"
    bad.title = " "
    bad.withinSeconds = 1e9
    bad.everySeconds = 1
    bad.protects = "x y"
    bad.kind = .promql(PromQLCheck(query: "", server: "file:///etc", expect: .empty, headers: ["a b": "c\nd"]))
    #expect(bad.problems.count == 8, "\(bad.problems)")
  }

  @Test func `JUnit is XML that counts failures and errors, whatever the output holds`() throws {
    let hostile = "<b>]]>&amp; \u{1B}[31m\u{0}\u{8} ✓ größe \"'\u{FFFF}\n\ttwo"
    var report = Self.report([.held, .broken, .unknown])
    report.results[1].detail = hostile
    let reader = JUnitReader()
    let parser = XMLParser(data: Data(report.junit.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(report.junit)")
    let counts = ["testsuites": 1, "testsuite": 1, "testcase": 3, "failure": 1, "error": 1, "system-out": 1]
    #expect(reader.counts == counts)
    #expect(reader.suite["tests"] == "3" && reader.suite["failures"] == "1" && reader.suite["errors"] == "1")
    #expect(reader.suite["time"] == "3.000" && reader.suite["timestamp"] == "2012-08-01T12:00:00")
    #expect(reader.testcase["name"] == "one-build" && reader.testcase["classname"] == "guards.command")
    #expect(reader.testcase["file"] == "a/\"m\".yaml" && reader.testcase["line"] == "7")
    #expect(reader.text.contains("All run <one> & the same"))
    #expect(reader.text.contains("<b>]]>&amp; \u{FFFD}[31m\u{FFFD}\u{FFFD} ✓ größe \"'\u{FFFD}\n\ttwo"))
  }

  private final class JUnitReader: NSObject, XMLParserDelegate {
    var counts: [String: Int] = [:]
    var suite: [String: String] = [:]
    var testcase: [String: String] = [:]
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      counts[name, default: 0] += 1
      if name == "testsuite" { suite = attributes }
      if name == "testcase" { testcase = attributes }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }
}
