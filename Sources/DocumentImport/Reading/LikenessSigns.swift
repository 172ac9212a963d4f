import Documents

/// What speaks for a document being the report of an incident, and what against it, in points.
///
/// No single sign decides: a report may have none of the headings, a plan all of them.
struct LikenessSigns {
  private(set) var points = 0
  /// Whether something went wrong at all: by the title, or by what is told.
  let tellsOfTrouble: Bool
  let isDated: Bool
  /// The word of the title that makes it something else: `runbook`.
  let foreignWord: String?
  /// What its headings make of it: `a decision record`.
  let genre: String?

  init(_ document: PostmortemDocument, path: String, said: Set<SectionKind>) {
    let title = document.title ?? ""
    let headings = document.blocks.filter(\.isHeading).map(\.prose.text)
    let telling = PastTelling(document)
    let isReport = Self.names(title, Self.reports) || Self.callsItselfReport(document)
    let isTrouble = isReport || Self.names(title, Self.troubles)
    let foreign = DocumentGenre.word(inTitle: title)
    foreignWord = foreign?.text
    genre = isReport ? nil : DocumentGenre.kind(ofHeadings: headings)
    isDated = Self.isDated(document) || PostmortemDocument.day(ofFile: path) != nil
    let saysWhy = said.isSuperset(of: [.impact, .rootCause])
    tellsOfTrouble = isTrouble || saysWhy || telling.troubles >= 2 && telling.troubles * 6 >= telling.told
    // A timeline without times is the heading of something else.
    let rows = document.timelineRows.count
    let strong = said.intersection(Self.strong).subtracting(rows == 0 ? [.timeline] : [])

    points += isReport ? 3 : isTrouble ? 2 : 0
    points += min(strong.count, 3)
    if saysWhy { points += 2 }
    if said.count >= 4 { points += 1 }
    if rows >= 3 { points += 1 }
    if headings.contains(where: { Self.marks.contains(DocumentGenre.plain($0)) }) { points += 1 }
    points += isDated ? 1 : -2
    points += min(telling.troubles, 3)
    if telling.recoveries > 0 { points += 1 }
    if telling.toldShare >= 0.4 { points += 1 }
    if telling.sentences >= 5, telling.toldShare < 0.12, !isReport { points -= 3 }
    if telling.foretold > telling.told, telling.troubles == 0 { points -= 3 }
    if document.title == nil, said.isEmpty { points -= 1 }
    points -= foreign?.weight ?? 0
    if genre != nil { points -= 4 }
  }

  /// Sections that hardly anything but a postmortem has.
  private static let strong: Set<SectionKind> = [.impact, .rootCause, .timeline, .actions, .lessons]

  /// Headings that are none of the ten, and that reports of incidents have.
  private static let marks: Set<String> = [
    "issue summary", "incident summary", "resolution", "resolution and recovery", "recovery", "detection", "disclosure",
    "what went wrong", "affected versions", "workaround", "attribution", "credits", "the incident", "the outage",
    "the problem", "the fix", "how it was noticed", "how we noticed", "background and impact",
  ]

  /// Words of a title that name an incident.
  private static let reports = [
    "incident", "outage", "outages", "postmortem", "post mortem", "downtime", "disruption", "root cause", "rca",
    "breach", "compromise", "compromised", "degraded", "degradation", "unavailable", "unavailability", "went wrong",
    "interruption", "cve",
  ]

  /// Words of a title that name what can go wrong.
  private static let troubles = [
    "disclosure", "vulnerability", "failure", "failures", "failed", "failing", "fails", "error", "errors", "attack",
    "attacks", "phishing", "leak", "leaked", "stall", "stalled", "crash", "crashed", "crashes", "loss", "lost", "bug",
    "slow", "slowness", "latency", "abuse", "down", "stuck", "broken", "broke", "exploit", "issue", "issues", "problem",
    "problems", "hack", "hacked", "theft", "malware", "expired", "deleted", "timeouts", "dos", "overload", "overloaded",
    "unreachable", "corruption", "hijack", "evicted", "evictions", "vulnerable",
    "unauthorized", "unauthorised", "intrusion", "what happened", "404", "500", "502", "503", "504",
  ]

  private static func names(_ title: String, _ words: [String]) -> Bool {
    let title = " " + DocumentGenre.plain(title) + " "
    return words.contains { title.contains(" \($0) ") }
  }

  /// Whether its first words say what it is: `This post-mortem …`.
  private static func callsItselfReport(_ document: PostmortemDocument) -> Bool {
    let text = document.text.prefix(4_000).lowercased()
    return [
      "this postmortem", "this post-mortem", "this post mortem", "this incident report", "this outage", "post-incident",
    ].contains {
      text.contains($0)
    }
  }

  /// Whether a full date stands in it.
  private static func isDated(_ document: PostmortemDocument) -> Bool {
    if document.frontMatter["date"] != nil { return true }
    for block in document.blocks {
      for prose in block.proses where TimeScanner.mentions(in: prose).contains(where: { $0.isDated }) { return true }
    }
    return false
  }
}
