internal import Chronology
internal import Postmortems

/// Finds incidents that began while an action of an earlier postmortem was open, declined or not verified.
///
/// Certain is what a factor names. Worth examining is what shares patterns of evidence, a factor in near-same words, or a
/// component with telling words, with the incident that the action came of. All incidents are looked at, the newest first,
/// until there is as much as is told.
package struct ActionHits {
  /// Actions of one earlier postmortem that are told for one incident.
  private static let actionsPerPairMax = 4

  /// By when they began, the newest first; ours, no drills.
  private let later: [LearnedCase]
  private let earlier: EarlierCases

  /// `cases` are all that may be told of; incidents that were hit are told as far as the query asks for them.
  package init(_ cases: [LearnedCase], _ query: TrendQuery = TrendQuery()) {
    let ours = cases.filter { $0.isOurs && !$0.isDrill && ($0.incident?.counts ?? true) }
    let dated = ours.compactMap { known in
      known.incident.flatMap { incident in
        known.began.map { (began: $0, number: incident.number, known: known) }
      }
    }
    later = dated.filter { query.asksFor($0.known) }.sorted { ($1.began, $1.number) < ($0.began, $0.number) }.map(
      \.known)
    earlier = EarlierCases(ours)
  }

  /// The newest incident first, certain ones before the others.
  package func all() -> [ActionHit] {
    var certain: [ActionHit] = []
    for known in later {
      certain += named(known).hits
      if certain.count >= LearningLimits.hitsMax {
        return Array(certain.prefix(LearningLimits.hitsMax))
      }
    }
    var others: [ActionHit] = []
    for known in later where certain.count + others.count < LearningLimits.hitsMax {
      others += alike(known)
    }
    return Array((certain + others).prefix(LearningLimits.hitsMax))
  }

  /// Actions that a factor of the incident's postmortem names.
  private func named(_ known: LearnedCase) -> (hits: [ActionHit], named: Set<ActionID>) {
    var hits: [ActionHit] = []
    var named: Set<ActionID> = []
    for factor in known.lesson?.factors ?? [] {
      for id in factor.hits where named.insert(id).inserted {
        guard let target = earlier.cases[id.postmortem],
          let action = target.lesson?.actions.first(where: { $0.number == id.action })
        else { continue }
        hits += hit(
          known, target, action, .certain, ["its factor F\(factor.number) names the action"])
      }
    }
    return (hits, named)
  }

  /// Actions of earlier postmortems that the incident is like.
  private func alike(_ known: LearnedCase) -> [ActionHit] {
    let named = named(known).named
    return earlier.alike(known).sorted { $0.key < $1.key }.flatMap {
      number, reasons -> ArraySlice<ActionHit> in
      guard let target = earlier.cases[number], let lesson = target.lesson else { return [] }
      let open = lesson.actions.filter {
        !named.contains(ActionID(postmortem: number, action: $0.number))
      }
      return open.flatMap { hit(known, target, $0, .worthExamining, reasons) }.prefix(
        Self.actionsPerPairMax)
    }
  }

  /// None where the action was not there yet, or was verified.
  private func hit(
    _ known: LearnedCase, _ target: LearnedCase, _ action: Lesson.LessonAction,
    _ sureness: ActionHit.Sureness,
    _ reasons: [String]
  ) -> [ActionHit] {
    guard let incident = known.incident, let began = known.began, let lesson = target.lesson,
      lesson.number != known.lesson?.number, let state = action.state(at: began), state != .verified
    else { return [] }
    let isLate = action.due.map { $0 < began.clock().date } ?? false
    return [
      ActionHit(
        incident: incident.name, incidentTitle: incident.title, began: began,
        action: ActionID(postmortem: lesson.number, action: action.number), actionText: action.text,
        state: state,
        due: action.due, wasOverdue: isLate && (state == .proposed || state == .accepted),
        postmortemTitle: lesson.title, earlierIncident: target.incident?.name, sureness: sureness, reasons: reasons)
    ]
  }
}
