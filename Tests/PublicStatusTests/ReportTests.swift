import Chronology
import Foundation
import PublicStatus
import Testing

@Suite struct ReportTests {
  @Test func `a report survives its own encoding`() throws {
    var report = Orchard.report
    report.components[0].days = [
      DayRecord(date: CivilDate(year: 2026, month: 2, day: 28), worst: nil, incidents: ["a"])
    ]
    let decoded = try JSONDecoder().decode(StatusReport.self, from: JSONEncoder().encode(report))
    #expect(decoded == report)
  }

  @Test(
    arguments: [
      ("k3f9", "k3f9", "a plain name is kept"),
      ("INC-12_b", "INC-12_b", "hyphen and underscore are plain"),
      ("../../etc/passwd", nil, "no way out of a folder"),
      ("", nil, "a name is never empty"),
      (".", nil, "nor a folder"),
      ("a b", nil, "nor one that an address cannot hold"),
      ("é", nil, "nor one that a file system may change"),
      (String(repeating: "a", count: 65), nil, "nor a very long one"),
    ] as [(String, String?, String)]) func `a public name is safe`(text: String, kept: String?, reason: String) throws
  {
    let id = PublicID(text)
    if let kept {
      #expect(id.text == kept, "\(reason)")
    } else {
      #expect(id.text.wholeMatch(of: /[0-9a-z]{12}/) != nil, "\(reason)")
      #expect(id == PublicID(text))
    }
  }

  @Test(
    arguments: [
      ("https://status.example.org", "https://status.example.org", "status.example.org"),
      ("https://Example.org:8443/status//", "https://Example.org:8443/status", "example.org"),
      ("http://user@example.org/", "http://user@example.org", "example.org"),
      ("javascript:alert(1)", nil, nil),
      ("https://", nil, nil),
      ("https://exam ple.org", nil, nil),
      ("https://example.org/?a=1", nil, nil),
    ] as [(String, String?, String?)]) func `the address of the page is taken apart`(
      url: String, base: String?, host: String?
    )
  {
    let settings = StatusPageSettings(name: "x", url: url)
    #expect(settings.base == base)
    #expect(settings.host == host)
  }

  @Test func `the last change counts, whatever changed`() {
    #expect(Orchard.report.updated == Orchard.at("24T16:08:00"), "the correction came last")
    #expect(StatusReport(page: .init(name: "x"), generated: Orchard.now).updated == Orchard.now)
  }
}
