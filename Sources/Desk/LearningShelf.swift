internal import Chronology
internal import Incidents
internal import Learning
internal import RecordViews

/// What is remembered of all incidents and postmortems, kept for the next question and carried on with every new event.
struct LearningShelf {
  /// Up to which event it is.
  private(set) var position: Int64 = 0
  private(set) var cases: [CaseID: LearnedCase] = [:]
  private(set) var index = LikenessIndex()
  /// Where each postmortem stands.
  private(set) var homes: [Int: CaseID] = [:]
  /// What puts postmortems in order: when it happened, else when it was put into the record, in nanoseconds.
  private(set) var newest: [CaseID: Int64] = [:]

  /// Takes in what changed from one position to another; false where the shelf does not reach so far.
  ///
  /// What is older than the shelf is left: another question was faster.
  mutating func take(_ rows: LearnedRows, from known: Int64, upTo position: Int64) -> Bool {
    guard known <= self.position else { return false }
    guard position > self.position else { return true }
    var touched: Set<CaseID> = []
    for incident in rows.incidents {
      let id = CaseID.incident(incident.number)
      touched.insert(id)
      cases[id, default: LearnedCase()].incident = incident
      guard let known = rows.patterns[incident.number] else { continue }
      // What a drill's files show happened nowhere: no real incident is recognised by it.
      cases[id]?.patterns = incident.isDrill ? [] : known.patterns
      cases[id]?.onset = incident.isDrill ? nil : known.onset
    }
    for (lesson, words) in rows.lessons {
      let id = lesson.incident.map { CaseID.incident($0) } ?? .postmortem(lesson.number)
      if let former = homes[lesson.number], former != id {
        cases[former]?.lesson = nil
        cases[former]?.words = WordCounts()
        touched.insert(former)
      }
      homes[lesson.number] = id
      touched.insert(id)
      cases[id, default: LearnedCase()].lesson = lesson
      cases[id]?.words = words
    }
    for id in touched {
      if let known = cases[id], known.isEmpty { cases[id] = nil }
      index.set(cases[id]?.traits, for: id)
      let day = cases[id]?.day.map { Instant(seconds: Int64($0.daysSinceEpoch) * 86_400) }
      newest[id] = (cases[id]?.began ?? day ?? cases[id]?.lesson?.started)?.nanoseconds
    }
    self.position = position
    return true
  }
}

/// Which cases a reader may be told of: of their incidents those that they may know of, and what has none.
struct VisibleCases: Sendable {
  let incidents: Set<Int>

  func contains(_ id: CaseID) -> Bool {
    switch id {
    case .incident(let number): incidents.contains(number)
    case .postmortem: true
    }
  }
}
