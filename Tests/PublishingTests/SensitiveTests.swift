import Findings
import Postmortems
import Publishing
import Testing

struct SensitiveTests {
  private let head = "# T\n\n## Summary\n\nWe are sorry.\n\n"

  private func rules(_ words: String, _ audience: PublicationAudience = .public, hosts: [String] = []) -> [String] {
    Preparing.rules(Preparing.text(head + words + "\n", for: audience, hosts: hosts))
  }

  @Test(arguments: [
    ("The password=hunter2-x was used.", "secret"), ("`api_key: 9f8e7d6c5b4a3210`", "secret"),
    ("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlLXBhcnQ here", "secret"),
    ("postgres://app:s3cretpw@db.example/x", "secret"),
    ("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----", "private-key"),
    ("Write to kim.lee@example.com now.", "e-mail-address"),
    ("Call +49 30 1234567 now.", "telephone-number"), ("Call +49 (0)30 123456.", "telephone-number"),
    ("Call (555) 010-0123.", "telephone-number"), ("Tel. 030/1234567", "telephone-number"),
    ("Paid with 4111 1111 1111 1111.", "card-number"), ("Paid with 378282246310005.", "card-number"),
    ("To DE89 3704 0044 0532 0130 00.", "bank-account-number"), ("To GB82WEST12345698765432", "bank-account-number"),
    ("SSN: 078-05-1120", "national-identifier"), ("At 10.20.30.40:8080 it was.", "ip-address"),
    ("At 192.168.0.0/16.", "ip-address"), ("From 2001:db8::8a2e:370:7334.", "ip-address"),
    ("On fe80::1 too.", "ip-address"),
    ("Host db1.shop.internal failed.", "internal-host"), ("Host printer.local failed.", "internal-host"),
    ("Host `app03` failed.", "internal-host"), ("See https://wiki2.eu.corp/x.", "internal-host"),
  ])
  func `secrets and personal data are refused`(words: String, rule: String) throws {
    let text = Preparing.text(head + words + "\n", hosts: ["app03"])
    #expect(Preparing.rules(text) == [rule])
    let finding = try #require(text.findings.first)
    #expect(finding.severity == .error && !text.mayLeave)
    #expect(finding.span.line >= 7)
    #expect(finding.fix == "[masked]")
  }

  @Test(arguments: [
    "At 13:30:01 it began, on 2012-08-01.", "Version 1.2.3.4 and release 10.0.0.1 of it.", "Order 4111 1111 1111 1112.",
    "397 million shares in 154 stocks.", "Calls to std::vector and Face::add.", "DE89 3704 0044 0532 0130 01 is none.",
    "Section 1.2.3.4.5 of it.", "A ratio of 16:9 and 3::4.", "The local file and the internal review.",
    "The app03x host.", "Commit 5f3c9a1b2d4e6f708192a3b4c5d6e7f801234567.", "From 2012.06.1 to 2012.07.2.",
    "Token expired; the password was wrong.", "It took 100-200-300 ms.",
  ])
  func `ordinary numbers and words pass`(words: String) {
    #expect(rules(words, hosts: ["app03"]).isEmpty)
  }

  @Test func `audiences differ`() {
    #expect(rules("kim@example.com on 10.1.2.3, db.shop.internal", .internal).isEmpty)
    #expect(rules("password=hunter2-x", .internal) == ["secret"])
    let text = Preparing.text(head + "kim@example.com on 10.1.2.3, db.shop.internal\n", for: .stakeholders)
    #expect(text.findings.map(\.severity) == [.error, .warning, .warning])
  }

  @Test func `the place is that of the source, also behind what was dropped`() throws {
    let source =
      "---\ntitle: T\n---\n# T\n\n## Authors and participants\n\n- Kim\n\n## Summary\n\nSorry. Ärger: x@example.com.\n"
    let finding = try #require(Preparing.text(source).findings.first { $0.rule == "e-mail-address" })
    #expect(finding.span == TextSpan(line: 12, column: 15, endLine: 12, endColumn: 28))
    #expect(!finding.message.contains("example"))
  }

  @Test func `kinds that the publisher agreed to have masked are masked`() {
    let text = Preparing.text(head + "Mail a@example.com or b@example.com, at 10.1.2.3.\n", masked: [.mailAddress])
    #expect(text.markdown.contains("Mail [masked] or [masked], at 10.1.2.3."))
    #expect(Preparing.rules(text) == ["ip-address"])
    #expect(text.replaced.map(\.original) == ["an e-mail address", "an e-mail address"])
    let again = Preparing.text(head + "password=[masked] iban: [masked]\n")
    #expect(Preparing.rules(again).isEmpty)
  }

  @Test func `addresses meant for everybody pass`() {
    let context = PublicationContext(
      audience: .public, publicAddresses: ["help@shop.example", "@press.shop.example"])
    let text = AudienceText.prepare(
      head + "Ask Help@shop.example or a@press.shop.example, not kim@shop.example.\n", context)
    #expect(text.findings.map(\.rule) == ["e-mail-address"])
    #expect(text.findings.first?.span.column == 52)
  }

  @Test func `a list of many finds ends`() {
    let words = (0..<400).map { "a\($0)@example.com" }.joined(separator: " ")
    let text = Preparing.text(head + words + "\n")
    #expect(text.findings.count == PublicationLimits.findingsPerRuleMax)
    #expect(text.findings.last?.message.contains("further") == true)
  }
}
