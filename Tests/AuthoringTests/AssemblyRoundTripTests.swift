import Authoring
import Chronology
import Documents
import Incidents
import Postmortems
import Testing

/// What is written out is read back, whatever people wrote.
struct AssemblyRoundTripTests {
  private static let zones: [(label: String, offset: @Sendable (Instant) -> Int)] = [
    ("UTC", { _ in 0 }), ("Asia/Kolkata", { _ in 19_800 }),
    ("America/New_York", { $0.nanoseconds / 3_600_000_000_000 % 2 == 0 ? -14_400 : -18_000 }), ("local", { _ in 17 }),
  ]

  @Test func `parts travel through Markdown without loss`() {
    let first = UInt64.random(in: 0...UInt64.max / 2)
    for seed in first..<(first + 150) {
      var random = RandomParts(seed: seed)
      let postmortem = RandomParts.postmortem(random.events())
      let zone = Self.zones[Int(seed % 4)]
      let text = PostmortemAssembly(
        postmortem: postmortem, incident: nil, zoneLabel: zone.label, offsetSeconds: zone.offset
      ).markdown()
      let parts = AssembledParts(reading: PostmortemDocument(parsing: text))
      guard differences(parts, postmortem).isEmpty else {
        Issue.record("seed \(seed): \(differences(parts, postmortem).joined(separator: "\n"))\n\(text)")
        return
      }
    }
  }

  private func differences(_ parts: AssembledParts, _ postmortem: Postmortem) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ name: String, _ read: Value, _ meant: Value) {
      if read != meant { found.append("\(name): read \(read), meant \(meant)") }
    }
    compare("lines", parts.lines, postmortem.lines)
    compare("gaps", parts.gaps, postmortem.gaps)
    compare("factors", parts.factors, postmortem.factors)
    compare("assumptions", parts.assumptions, postmortem.assumptions)
    compare("lucks", parts.lucks, postmortem.lucks)
    compare("actions", parts.actions.map(\.content), postmortem.actions.map(\.content))
    compare("numbers", parts.actions.map(\.number), postmortem.actions.map(\.number))
    compare("states", parts.actions.map(\.state), postmortem.actions.map(\.state))
    compare("notes", parts.actions.map(\.note), postmortem.actions.map { $0.steps.last?.note ?? "" })
    let isOpen = postmortem.accountsOpened != nil && !postmortem.accounts.isEmpty
    compare("accounts", parts.accounts, isOpen ? postmortem.accounts : [])
    compare("opened", parts.accountsOpened, isOpen ? postmortem.accountsOpened : nil)
    compare("details", parts.details, postmortem.details)
    compare("stage", parts.stage, postmortem.stage)
    compare("revision", parts.revision ?? 1, postmortem.revision)
    for kind in SectionKind.allCases {
      let words = postmortem.document.section(kind)?.body.trimmed ?? ""
      compare(
        "words of \(kind)", parts.words(of: kind).replacing("\r\n", with: "\n"), words.replacing("\r\n", with: "\n"))
    }
    return found
  }

  @Test func `a second writing is the same text`() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = RandomParts(seed: seed)
      let postmortem = RandomParts.postmortem(random.events())
      let assembly = PostmortemAssembly(postmortem: postmortem, incident: nil, zoneLabel: "UTC") { _ in 0 }
      #expect(assembly.markdown() == assembly.document().text)
      let parts = AssembledParts(reading: assembly.document())
      #expect(parts.changes(since: AssembledParts(reading: PostmortemDocument(parsing: assembly.markdown()))).isEmpty)
    }
  }
}

extension String {
  /// Without blank lines around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    let start = self[..<first].lastIndex(where: \.isNewline).map { index(after: $0) } ?? startIndex
    return String(self[start...last])
  }
}
