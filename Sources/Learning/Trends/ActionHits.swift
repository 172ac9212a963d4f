internal import Chronology
internal import Postmortems

/// Finds incidents that began while an action of an earlier postmortem was open, declined or not verified.
///
/// Certain is what a factor names. Worth examining is what shares patterns of evidence, a factor in near-same words, or a
/// component with telling words, with the incident that the action came of.
package struct ActionHits {
  private struct Pair: Hashable {
    var later: Int
    var earlier: Int
  }

  /// Actions of one earlier postmortem that are told for one incident.
  private static let actionsPerPairMax = 4
  /// Words of a title and its factors that two cases of one component share at least.
  private static let sharedWordsMin = 2

  /// By when they began, the newest first; ours, no drills.
  private let later: [LearnedCase]
  /// Ours with actions, by number of the postmortem.
  private let earlier: [Int: LearnedCase]
  private let places: Places

  /// `cases` are all that may be told of.
  package init(_ cases: [LearnedCase]) {
    let ours = cases.filter { $0.isOurs && !$0.isDrill && ($0.incident?.counts ?? true) }
    later = Array(
      ours.filter { $0.incident != nil && $0.began != nil }.sorted { left, right in
        (right.began ?? Self.never, right.incident?.number ?? 0) < (
          left.began ?? Self.never, left.incident?.number ?? 0
        )
      }.prefix(LearningLimits.incidentsForHitsMax))
    earlier = Dictionary(
      ours.compactMap { known in
        known.lesson.flatMap { $0.actions.isEmpty ? nil : ($0.number, known) }
      }
    ) { first, _ in first }
    places = Places(earlier)
  }

  private static let never = Instant(nanoseconds: .min)

  /// The newest incident first, certain ones before the others.
  package func all() -> [ActionHit] {
    let lessons = Dictionary((later + earlier.values).compactMap(\.lesson).map { ($0.number, $0) }) { first, _ in first
    }
    let kin = FactorClusters(lessons.values.sorted { $0.number < $1.number }).kin()
    var hits: [ActionHit] = []
    for known in later {
      guard let incident = known.incident, let began = known.began else { continue }
      var named: Set<ActionID> = []
      for factor in known.lesson?.factors ?? [] {
        for id in factor.hits where named.insert(id).inserted {
          guard let target = earlier[id.postmortem],
            let action = target.lesson?.actions.first(where: { $0.number == id.action })
          else { continue }
          hits += hit(
            incident.name, known, began, target, action, .certain, ["its factor F\(factor.number) names the action"])
        }
      }
      for (number, reasons) in alike(known, began, kin).sorted(by: { $0.key < $1.key }) {
        guard let target = earlier[number], let lesson = target.lesson else { continue }
        let open = lesson.actions.filter { action in
          !named.contains(ActionID(postmortem: number, action: action.number))
        }
        hits += open.flatMap { hit(incident.name, known, began, target, $0, .worthExamining, reasons) }
          .prefix(Self.actionsPerPairMax)
      }
    }
    let certain = hits.filter { $0.sureness == .certain }
    return Array((certain + hits.filter { $0.sureness != .certain }).prefix(LearningLimits.hitsMax))
  }

  /// None where the action was not there yet, or was verified.
  private func hit(
    _ incident: String, _ known: LearnedCase, _ began: Instant, _ target: LearnedCase, _ action: Lesson.LessonAction,
    _ sureness: ActionHit.Sureness, _ reasons: [String]
  ) -> [ActionHit] {
    guard let lesson = target.lesson, lesson.number != known.lesson?.number,
      let state = action.state(at: began), state != .verified
    else { return [] }
    let isLate = action.due.map { $0 < began.clock().date } ?? false
    return [
      ActionHit(
        incident: incident, incidentTitle: known.incident?.title ?? known.title, began: began,
        action: ActionID(postmortem: lesson.number, action: action.number), actionText: action.text, state: state,
        due: action.due, wasOverdue: isLate && (state == .proposed || state == .accepted),
        postmortemTitle: lesson.title, earlierIncident: target.incident?.name, sureness: sureness, reasons: reasons)
    ]
  }

  // MARK: Likeness

  /// Earlier postmortems that the incident is like, with reasons.
  private func alike(
    _ known: LearnedCase, _ began: Instant, _ kin: [Int: [(postmortem: Int, factor: Int, text: String)]]
  ) -> [Int: [String]] {
    var reasons: [Int: [String]] = [:]
    var shared: [Int: [String]] = [:]
    for pattern in known.patterns {
      for number in places.byShape[pattern.shape] ?? [] { shared[number, default: []].append(pattern.title) }
    }
    for (number, titles) in shared {
      reasons[number, default: []].append(
        titles.count == 1
          ? "shares a pattern of its evidence: '\(titles[0])'"
          : "shares \(titles.count) patterns of its evidence, first '\(titles[0])'")
    }
    for other in kin[known.lesson?.number ?? 0] ?? [] where earlier[other.postmortem] != nil {
      reasons[other.postmortem, default: []].append("its factor F\(other.factor) says nearly the same: '\(other.text)'")
    }
    let words = Self.words(of: known)
    for component in known.components {
      for number in places.byComponent[component] ?? [] {
        let common = words.intersection(places.words[number] ?? []).sorted()
        guard common.count >= Self.sharedWordsMin else { continue }
        reasons[number, default: []].append(
          "the component \(component), and the words \(common.prefix(6).joined(separator: ", "))")
      }
    }
    reasons[known.lesson?.number ?? 0] = nil
    return reasons.filter { number, _ in earlier[number]?.began.map { $0 < began } ?? false }
  }

  /// Where earlier postmortems are found.
  private struct Places {
    var byShape: [String: [Int]] = [:]
    var byComponent: [String: [Int]] = [:]
    var words: [Int: Set<String>] = [:]

    init(_ earlier: [Int: LearnedCase]) {
      for (number, known) in earlier {
        for pattern in known.patterns { byShape[pattern.shape, default: []].append(number) }
        for component in known.components { byComponent[component, default: []].append(number) }
        words[number] = ActionHits.words(of: known)
      }
    }
  }

  private static func words(of known: LearnedCase) -> Set<String> {
    let texts = [known.title, known.incident?.title ?? ""] + (known.lesson?.factors.map(\.text) ?? [])
    return Set(texts.flatMap { WordCounts.words(in: $0) })
  }
}
