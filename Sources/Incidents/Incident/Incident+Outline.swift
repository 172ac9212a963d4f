extension Incident {
  /// Kinds of events that change no more of an outline than its version.
  package static let kindsBeyondOutline: Set<String> = [
    "note-written", "decision-recorded", "dissent-recorded", "task-added", "task-changed", "entry-corrected",
    "evidence-added", "moment-picked", "suspect-judged",
  ]

  /// What lists, clocks and the status page need of it: without its timeline, what people did, and evidence.
  ///
  /// Further events can be folded into an outline; those of ``kindsBeyondOutline`` need not be read for it.
  package func outline() -> Incident {
    var outline = self
    outline.entries = []
    outline.decisions = []
    outline.tasks = []
    outline.evidence = []
    outline.suspects = []
    outline.timeline = nil
    outline.holdings.removeAll { $0.until != nil }
    return outline
  }

  /// Those who may see it while it is private, beside administrators.
  package var viewers: Set<String> {
    var viewers = members
    if let declaredBy { viewers.insert(declaredBy) }
    for holding in holdings where holding.until == nil { viewers.insert(holding.person) }
    return viewers
  }
}
