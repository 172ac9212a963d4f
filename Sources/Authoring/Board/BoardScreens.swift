import Chronology
import Documents
package import Incidents
package import Postmortems

/// One screen for the people who answer for the company: one idea, said in a sentence.
package struct BoardScreen: Hashable, Sendable {
  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case happened
    case cost
    case why
    case done
    case ask
  }

  /// A figure with what it counts.
  package struct Fact: Hashable, Sendable {
    package enum Basis: String, Hashable, Sendable {
      case measured
      case estimated
      /// Counted in the document itself.
      case counted
      /// The document does not say.
      case unstated
    }

    package var value: String
    package var label: String
    package var basis: Basis
  }

  /// One bar of a plot.
  package struct Bar: Hashable, Sendable {
    package var label: String
    /// Nil: not known; it is drawn as missing, not as nothing.
    package var seconds: Double?
    /// The length in words, or why there is none.
    package var text: String
  }

  package var topic: Topic
  /// What the screen is about, as its title.
  package var title: String
  package var headline: String
  package var facts: [Fact]
  /// At most ``BoardScreens/itemsMax``.
  package var items: [String]
  /// How many more there are than ``items`` shows.
  package var more: Int
  package var bars: [Bar]

  package init(
    topic: Topic, title: String, headline: String, facts: [Fact] = [], items: [String] = [], more: Int = 0,
    bars: [Bar] = []
  ) {
    self.topic = topic
    self.title = title
    self.headline = headline
    self.facts = facts
    self.items = items
    self.more = more
    self.bars = bars
  }
}

/// The five screens of a postmortem for a board: what happened, what it cost, why it could happen, what is done, what is
/// asked of them.
///
/// Everything on them stands in the document, its parts or the instants of the incident; what does not is said to be not
/// known.
package struct BoardScreens {
  package static let itemsMax = 5

  private let postmortem: Postmortem
  private let incident: Incident?
  private let policy: Policy
  private let text: BoardText

  package init(postmortem: Postmortem, incident: Incident?, policy: Policy) {
    self.postmortem = postmortem
    self.incident = incident
    self.policy = policy
    text = BoardText(postmortem.document)
  }

  /// Always five, in their order.
  package func screens() -> [BoardScreen] { [happened(), cost(), why(), done(), asked()] }

  // MARK: What happened

  private func happened() -> BoardScreen {
    let said = text.sentence(in: .summary) ?? facts?.impact
    var figures: [BoardScreen.Fact] = []
    if let level = facts?.severity {
      figures.append(.init(value: policy.severityName(level), label: "severity", basis: .unstated))
    }
    if let started = facts?.started {
      figures.append(
        .init(value: CivilDate(started).description, label: "day on which it began (UTC)", basis: .unstated))
    }
    return BoardScreen(
      topic: .happened, title: "What happened",
      headline: said ?? "\(postmortem.title). What people could not do is not written yet.", facts: figures,
      bars: bars())
  }

  private var facts: IncidentFacts? { incident?.facts ?? postmortem.facts }

  private func bars() -> [BoardScreen.Bar] {
    let spans: [(IncidentSpan, String)] = [
      (.toDetect, "until it was noticed"), (.toFirstWord, "until customers had a first word"),
      (.toMitigate, "until nobody was affected any more"), (.toResolve, "until it was resolved"),
    ]
    return spans.map { span, label in
      switch length(of: span) {
      case .seconds(let seconds): .init(label: label, seconds: seconds, text: DraftText.duration(seconds))
      case .missing: .init(label: label, seconds: nil, text: "not known")
      case .invalid: .init(label: label, seconds: nil, text: "not known: its instants contradict each other")
      }
    }
  }

  private func length(of span: IncidentSpan) -> IncidentSpan.Length {
    if let incident { return incident.length(of: span) }
    let known: [InstantName: Instant?] = [
      .impactStarted: facts?.started, .detected: facts?.detected, .resolved: facts?.ended,
    ]
    guard let from = known[span.ends.from] ?? nil, let to = known[span.ends.to] ?? nil else {
      return .missing([span.ends.from, span.ends.to].filter { (known[$0] ?? nil) == nil })
    }
    return to < from ? .invalid : .seconds(to.seconds(since: from))
  }

  // MARK: What it cost

  private func cost() -> BoardScreen {
    let figures = text.figures(in: .impact)
    let items = text.items(in: .impact)
    let said = text.sentence(in: .impact) ?? facts?.impact
    let none =
      figures.isEmpty
      ? "How many were affected and what it cost is not known yet." : "What it cost, as far as is known."
    return BoardScreen(
      topic: .cost, title: "What it cost", headline: said ?? none, facts: Array(figures.prefix(Self.itemsMax)),
      items: Array(items.prefix(Self.itemsMax)), more: max(0, items.count - Self.itemsMax))
  }

  // MARK: Why

  private func why() -> BoardScreen {
    let roots = postmortem.factors.filter { factor in
      factor.parent.map { postmortem.factor($0) == nil } ?? true
    }
    let sorted = roots.sorted { (Self.rank($0.sureness), $0.number) < (Self.rank($1.sureness), $1.number) }
    let blind = postmortem.factors.filter { $0.kind == .detection }
    var figures: [BoardScreen.Fact] = Factor.Sureness.allCases.compactMap { sureness in
      let count = postmortem.factors.count { $0.sureness == sureness }
      guard count > 0 else { return nil }
      return .init(
        value: String(count), label: "of \(postmortem.factors.count) factors are \(sureness.rawValue)", basis: .counted)
    }
    if !postmortem.factors.isEmpty {
      figures.append(
        .init(value: String(blind.count), label: "of them kept us from seeing it", basis: .counted))
    }
    let headline =
      text.sentence(in: .rootCause)
      ?? (roots.isEmpty
        ? "Why it could happen is not known yet."
        : "\(DraftText.counted(roots.count, "thing")) had to come together, as far as is known.")
    return BoardScreen(
      topic: .why, title: "Why it could happen", headline: headline, facts: figures,
      items: sorted.prefix(Self.itemsMax).map { "\($0.text) (\($0.sureness.rawValue))" },
      more: max(0, sorted.count - Self.itemsMax))
  }

  private static func rank(_ sureness: Factor.Sureness) -> Int {
    Factor.Sureness.allCases.firstIndex(of: sureness) ?? 0
  }

  // MARK: What is done

  private func done() -> BoardScreen {
    let counted = postmortem.actions.filter { $0.state != .declined }
    let finished = counted.filter { $0.state == .done || $0.state == .verified }
    let verified = finished.filter { $0.state == .verified }
    let coming = counted.filter { $0.state == .accepted }.sorted(by: Self.sooner)
    guard !counted.isEmpty else {
      return BoardScreen(topic: .done, title: "What we have done", headline: "No action is written down yet.")
    }
    let all =
      finished.map { "Done\($0.state == .verified ? " and shown to work" : ""): \($0.content.text)" }
      + coming.map { "Coming\(when($0)): \($0.content.text)\(owner($0))" }
    return BoardScreen(
      topic: .done, title: "What we have done and what is coming",
      headline:
        "\(finished.count) of \(DraftText.counted(counted.count, "action")) \(finished.count == 1 ? "is" : "are") done; "
        + "\(verified.count) of them \(verified.count == 1 ? "is" : "are") shown to work.",
      facts: [
        .init(value: String(coming.count), label: "accepted and not done yet", basis: .counted),
        .init(
          value: String(postmortem.unansweredFactors.count), label: "factors that no action answers", basis: .counted),
      ], items: Array(all.prefix(Self.itemsMax)), more: max(0, all.count - Self.itemsMax))
  }

  private static func sooner(_ left: PostmortemAction, _ right: PostmortemAction) -> Bool {
    let last = CivilDate(year: 9999, month: 12, day: 31)
    return (left.content.due ?? last, left.number) < (right.content.due ?? last, right.number)
  }

  private func when(_ action: PostmortemAction) -> String {
    action.content.due.map { " by \($0)" } ?? ", without a date yet"
  }

  private func owner(_ action: PostmortemAction) -> String {
    action.content.owner.map { " (\($0))" } ?? ""
  }

  // MARK: What we ask

  private func asked() -> BoardScreen {
    let open = postmortem.actions.filter { $0.state == .proposed || $0.state == .accepted }.sorted(by: Self.sooner)
    let undecided = open.filter { $0.state == .proposed }
    let ownerless = open.filter { $0.state == .accepted && ($0.content.owner?.isEmpty ?? true) }
    let long = open.filter { $0.state == .accepted && $0.content.owner != nil && $0.content.term == .longTerm }
    let items =
      undecided.map { "Decide: \($0.content.text)\(owner($0))" }
      + ownerless.map { "Name an owner: \($0.content.text)" }
      + long.map { "Stand behind, to the end: \($0.content.text)\(owner($0))\(when($0))" }
    let asks = [
      undecided.isEmpty ? nil : "decide on \(DraftText.counted(undecided.count, "proposed action"))",
      ownerless.isEmpty ? nil : "name an owner for \(DraftText.counted(ownerless.count, "action"))",
      long.isEmpty
        ? nil
        : "stand behind \(DraftText.counted(long.count, "action")) that \(long.count == 1 ? "takes" : "take") longer",
    ].compactMap(\.self)
    let none =
      postmortem.actions.isEmpty
      ? "What we ask of you is not known before there are actions."
      : "Nothing: every action is decided on, has an owner, and needs no more than we have."
    return BoardScreen(
      topic: .ask, title: "What we ask of you",
      headline: asks.isEmpty ? none : "We ask you to \(DraftText.list(asks)).",
      items: Array(items.prefix(Self.itemsMax)), more: max(0, items.count - Self.itemsMax))
  }
}
