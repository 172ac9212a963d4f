import Findings
import Postmortems
import Publishing
import Testing

struct AudienceMarkTests {
  private let head = "# Title\n\n## Executive summary\n\nWe are sorry.\n\n"

  private func shown(_ body: String, _ audience: PublicationAudience) -> String {
    let text = Preparing.text(head + body, for: audience).markdown
    return String(text.dropFirst(head.count - 1).drop { $0 == "\n" })
  }

  @Test func `a marked block is seen by the audiences it names`() {
    let body = "Seen.\n\n<!-- only: internal, stakeholders -->\n\nInside.\n\n<!-- end only -->\n\nSeen too.\n"
    #expect(shown(body, .internal) == "Seen.\n\nInside.\n\nSeen too.\n")
    #expect(shown(body, .stakeholders) == "Seen.\n\nInside.\n\nSeen too.\n")
    #expect(shown(body, .public) == "Seen.\n\nSeen too.\n")
    let outward = "<!--only:public-->\nTo you.\n<!-- END ONLY -->\n\nRest.\n"
    #expect(shown(outward, .internal) == "Rest.\n")
    #expect(shown(outward, .public) == "To you.\n\nRest.\n")
  }

  @Test func `inline parts leave the sentence whole`() {
    #expect(
      shown("It failed <!-- only: internal -->on app03 <!-- end only -->at noon.\n", .public) == "It failed at noon.\n")
    #expect(shown("It failed <!-- only: internal -->on app03<!-- end only -->.\n", .public) == "It failed.\n")
    #expect(
      shown("It failed <!-- only: internal -->on app03<!-- end only -->.\n", .internal) == "It failed on app03.\n")
    #expect(shown("It failed<!-- only: internal --> on app03<!-- end only -->\n\nb\n", .public) == "It failed\n\nb\n")
  }

  @Test func `what is hidden is listed with its lines`() throws {
    let text = Preparing.text(head + "<!-- only: internal -->\nSecret plans.\nMore.\n<!-- end only -->\n")
    let part = try #require(text.dropped.first { $0.reason == .audienceMark })
    #expect(part.lines == 7...10)
    #expect(part.title == "Secret plans. More.")
  }

  @Test func `a part without an end hides the rest from wider audiences`() throws {
    let body = "Seen.\n\n<!-- only: internal -->\n\nInside.\n\n## Lessons learned\n\nAlso inside.\n"
    let text = Preparing.text(head + body)
    #expect(!text.markdown.contains("nside"))
    #expect(text.markdown.contains("Seen."))
    let finding = try #require(text.findings.first { $0.rule == "unclosed-audience-mark" })
    #expect((finding.span.line, finding.span.column, finding.severity) == (9, 1, .error))
    #expect(shown(body, .internal).contains("Also inside."))
    // Marked for the public alone and never closed: nothing is lost inside.
    #expect(shown("<!-- only: public -->\nx\n", .internal) == "x\n")
    #expect(shown("<!-- only: public -->\nx\n", .stakeholders).isEmpty)
  }

  @Test func `nesting shows the inner part to those whom both name`() {
    let body = """
      <!-- only: internal, stakeholders -->
      Outer.
      <!-- only: internal -->
      Inner.
      <!-- end only -->
      Outer again.
      <!-- end only -->
      Rest.
      """
    #expect(shown(body, .stakeholders) == "Outer.\nOuter again.\nRest.\n")
    #expect(shown(body, .public) == "Rest.\n")
    #expect(Preparing.rules(Preparing.text(head + body)) == ["nested-audience-mark"])
  }

  @Test(arguments: [
    ("<!-- only: intern -->\nhidden\n<!-- end only -->\n", "unknown-audience"),
    ("<!-- only: -->\nhidden\n<!-- end only -->\n", "unknown-audience"),
    ("<!-- only internal -->\nhidden\n<!-- end only -->\n", "unreadable-audience-mark"),
    ("<!-- for only: internal -->\nhidden\n<!-- end only -->\n", "unreadable-audience-mark"),
    ("<!-- only: internal\nhidden\n", "unreadable-audience-mark"),
    ("<!-- only: internal -->\nhidden\n<!-- /only -->\n", "unclosed-audience-mark"),
  ])
  func `marks that cannot be read hide what follows`(body: String, rule: String) {
    let text = Preparing.text(head + body + "\n")
    #expect(Preparing.rules(text).contains(rule))
    #expect(!text.markdown.contains("hidden"))
    #expect(!text.mayLeave)
  }

  @Test func `an unknown word beside known ones takes nothing from them`() {
    let body = "<!-- only: board, public -->\nx\n<!-- end only -->\n"
    #expect(shown(body, .public) == "x\n")
    #expect(shown(body, .stakeholders).isEmpty)
  }

  @Test func `an end without a beginning is an error`() throws {
    let finding = try #require(Preparing.text(head + "a\n\nb <!-- end only --> c\n").findings.first)
    #expect((finding.rule, finding.span.line, finding.span.column) == ("stray-audience-end", 9, 3))
  }

  @Test func `marks inside code are text`() {
    let fenced = head + "```html\n<!-- only: internal -->\n```\n\nSeen `<!-- end only -->`.\n"
    let text = Preparing.text(fenced)
    #expect(Preparing.rules(text) == ["audience-mark-in-code", "audience-mark-in-code"])
    #expect(text.markdown == fenced)
    // An end in code does not close what is open.
    let open = Preparing.text(head + "<!-- only: internal -->\n\nhidden `<!-- end only -->` hidden\n")
    #expect(!open.markdown.contains("hidden"))
  }

  @Test func `other comments stay inside, and prose about the word is one`() {
    let body = "a\n\n<!-- ask legal -->\n\nb <!-- only three of the hosts had the release --> c\n"
    #expect(shown(body, .public) == "a\n\nb c\n")
    #expect(Preparing.rules(Preparing.text(head + body)).isEmpty)
    #expect(shown(body, .internal).contains("ask legal"))
  }

  @Test func `line ends of other systems change nothing`() {
    let body = "Seen.\r\n\r\n<!-- only: internal -->\r\nInside.\r\n<!-- end only -->\r\n\r\nEnd.\r\n"
    #expect(shown(body, .public) == "Seen.\n\nEnd.\n")
    let finding = Preparing.text((head + "x\n\n<!-- end only -->\n").replacing("\n", with: "\r\n")).findings.first
    #expect(finding?.span.line == 9)
  }
}
