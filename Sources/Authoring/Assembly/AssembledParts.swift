package import Chronology
package import Documents
package import Postmortems

/// What a document holds that was written out by ``PostmortemAssembly``, and its words without it.
///
/// Also after somebody has changed it in an editor: a row without a number is a new part (number 0), a missing one was
/// taken out. A document without such stretches has no parts, and its words are all of it.
package struct AssembledParts: Sendable {
  /// An action as a document tells of it.
  package struct ActionRow: Hashable, Sendable {
    /// 0: new.
    package var number: Int
    package var content: ActionContent
    package var state: ActionState
    /// What was said when it came to its state; empty without one.
    package var note: String
  }

  /// The document without its parts, byte for byte what it was before they were written into it, but for blank lines.
  package let words: PostmortemDocument
  /// Nil where the document says nothing of it.
  package private(set) var details: PostmortemDetails?
  package private(set) var stage: PostmortemStage?
  package private(set) var revision: Int?
  /// Number of the incident that it names.
  package private(set) var incident: Int?
  package private(set) var postmortem: Int?
  /// Stretches that were found; parts of other kinds are not known from this document.
  private(set) var found: Set<PartStretch> = []
  /// What in a stretch was written by somebody and cannot be read, as a clause.
  private(set) var unread: [PartStretch: String] = [:]
  package private(set) var lines: [TimelineLine] = []
  package private(set) var gaps: [Int: String] = [:]
  package private(set) var factors: [Factor] = []
  package private(set) var assumptions: [Assumption] = []
  package private(set) var lucks: [Luck] = []
  package private(set) var actions: [ActionRow] = []
  package private(set) var accounts: [ParticipantAccount] = []
  package private(set) var accountsOpened: Instant?

  package init(reading document: PostmortemDocument) {
    let stretches = StretchReader(document)
    words = stretches.words
    let zone = document.frontMatterZone
    for stretch in stretches.found {
      found.insert(stretch.kind)
      let lines = stretch.lines
      let reader = PartReader(lines: lines, zone: zone)
      unread[stretch.kind] = unread[stretch.kind] ?? reader.unread(stretch.kind)
      switch stretch.kind {
      case .timeline:
        self.lines += reader.timelineLines()
        gaps.merge(reader.gaps()) { $1 }
      case .causes:
        factors += FactorTree(reading: ListLine.items(of: lines)).factors
        assumptions += reader.assumptions()
      case .actions: actions += reader.actions()
      case .luck: lucks += reader.lucks()
      case .accounts:
        accounts += reader.accounts()
        accountsOpened = reader.accountsOpened() ?? accountsOpened
      }
    }
    readHead(document.frontMatter, title: document.title)
  }

  /// The words of a section without its parts and without blank lines around them; empty where it is missing.
  package func words(of kind: SectionKind) -> String {
    guard let section = words.section(kind) else { return "" }
    // Behind a bold label the words begin on its line.
    let words = section.body.trimmingBlankEnds
    return section.level == 0 ? words.trimmingSpaces : words
  }

  private mutating func readHead(_ head: FrontMatter, title: String?) {
    stage = head["status"].flatMap { PostmortemStage(rawValue: $0.lowercased()) }
    revision = head["revision"].flatMap { Int($0) }
    incident = number(head["incident"], "inc-")
    postmortem = number(head["postmortem"], "pm-")
    let keys = ["owner", "authors", "participants", "facilitator"]
    guard head.entry(AssembledHead.titleKey) != nil || keys.contains(where: { head.entry($0) != nil }) else { return }
    details = PostmortemDetails(
      title: title ?? "", owner: head["owner"], authors: head.entry("authors")?.values ?? [],
      participants: head.entry("participants")?.values ?? [], facilitator: head["facilitator"])
  }

  private func number(_ text: String?, _ prefix: String) -> Int? {
    guard let text = text?.lowercased(), text.hasPrefix(prefix) else { return nil }
    return Int(text.dropFirst(prefix.count)).flatMap { $0 > 0 ? $0 : nil }
  }
}
