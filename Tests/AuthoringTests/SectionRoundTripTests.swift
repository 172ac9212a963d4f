import Authoring
import Documents
import Incidents
import Postmortems
import Testing

/// Whatever words are taken for a section stand in the document with their parts, and are read back.
struct SectionRoundTripTests {
  private static let pieces = [
    "Orders failed for 41 minutes.", "```", "```swift", "~~~", "````", "<!-- to do", "-->", "<!-- to do -->", "<pre>",
    "</pre>", "<div>", "<script>", "</script>", "- a point", "  - a deeper one", "  ```", "    four blanks", "> quoted",
    "> ```", "| a | b |", "|---|---|", "---", "***", "<!-- parts: luck -->", "<!-- end parts -->",
    "<!--  parts: luck -->", "`<!-- parts: luck -->`", "### Deeper", "1. one", "[a]: b", "<?php", "?>", "<!X", "", "",
    "", "a \\", "**bold**:", "<!--", "\ttab", "text <!-- open",
  ]

  @Test func `words that are accepted are read back, and take nothing along`() {
    let first = UInt64.random(in: 0...UInt64.max / 2)
    var accepted = 0
    for seed in first..<(first + 400) {
      var random = RandomParts(seed: seed)
      var postmortem = RandomParts.postmortem(random.events())
      if postmortem.stage == .final { continue }
      let kind = SectionKind.allCases[Int(seed % UInt64(SectionKind.allCases.count))]
      guard kind != .titleAndOwnership else { continue }
      let words = (0...random.next(8)).map { _ in Self.pieces[random.next(Self.pieces.count)] }
        .joined(separator: "\n")
      let context = PostmortemContext(actor: "kim", now: Mill.at("15:00:00"))
      guard let events = try? postmortem.events(for: .writeSection(kind, markdown: words), in: context) else {
        continue
      }
      accepted += 1
      let before = parts(of: postmortem)
      for event in events {
        postmortem.apply(
          event, EventStamp(version: postmortem.version + 1, recorded: context.now, actor: context.actor))
      }
      let after = parts(of: postmortem)
      let isSame =
        after.lines == before.lines && after.factors == before.factors && after.assumptions == before.assumptions
        && after.lucks == before.lucks && after.actions == before.actions && after.accounts == before.accounts
        && after.gaps == before.gaps && plain(after, kind) == postmortem.words(of: kind)
      #expect(isSame, "seed \(seed), \(kind): \(words)")
      for other in SectionKind.allCases where other != kind {
        #expect(plain(after, other) == plain(before, other), "seed \(seed), \(kind) changes \(other): \(words)")
      }
    }
    #expect(accepted > 50, "\(accepted) of 400 were accepted, seed \(first)")
  }

  /// A document may have the line ends of another system.
  private func plain(_ parts: AssembledParts, _ kind: SectionKind) -> String {
    parts.words(of: kind).replacing("\r\n", with: "\n")
  }

  private func parts(of postmortem: Postmortem) -> AssembledParts {
    AssembledParts(
      reading: PostmortemDocument(
        parsing: PostmortemAssembly(postmortem: postmortem, incident: nil, zoneLabel: "UTC") { _ in 0 }.markdown()))
  }
}
