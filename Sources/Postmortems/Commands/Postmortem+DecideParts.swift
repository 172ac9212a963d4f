import Incidents

extension Postmortem {
  func parted(_ command: PostmortemCommand) throws(IncidentRefusal) -> PostmortemEvent {
    switch command {
    case .writeFactor(let factor): return .factorWritten(try written(factor))
    case .writeAssumption(let assumption): return .assumptionWritten(try written(assumption))
    case .writeLuck(var luck):
      let old = luck.number == 0 ? nil : try existing(luck.number, in: lucks, \.number, "luck")
      if old == nil { try PartCheck.room(lucks.count, PostmortemLimits.luckMax, "luck") }
      luck.text = try PartCheck.text(luck.text, "text")
      if luck.number == 0 { luck.number = luckNext }
      guard luck != old else { throw .nothingNew("luck \(luck.number)") }
      return .luckWritten(luck)
    case .removePart(let removed):
      switch removed.part {
      case .factor: _ = try existing(removed.number, in: factors, \.number, "factor")
      case .assumption: _ = try existing(removed.number, in: assumptions, \.number, "assumption")
      case .luck: _ = try existing(removed.number, in: lucks, \.number, "luck")
      }
      return .partRemoved(removed)
    default: preconditionFailure("only parts are decided here")
    }
  }

  private func existing<Part>(
    _ number: Int, in parts: [Part], _ key: KeyPath<Part, Int>, _ what: String
  ) throws(IncidentRefusal) -> Part {
    guard let part = parts.first(where: { $0[keyPath: key] == number }) else {
      throw PartCheck.unknown(what, number, among: parts.map { $0[keyPath: key] })
    }
    return part
  }

  private func written(_ assumption: Assumption) throws(IncidentRefusal) -> Assumption {
    var news = assumption
    let old = news.number == 0 ? nil : try existing(news.number, in: assumptions, \.number, "assumption")
    if old == nil { try PartCheck.room(assumptions.count, PostmortemLimits.assumptionsMax, "assumptions") }
    news.believed = try PartCheck.text(news.believed, "believed")
    news.shown = try PartCheck.optional(news.shown, "shown")
    news.now = try PartCheck.optional(news.now, "now")
    news.evidence = try PartCheck.references(news.evidence, "evidence")
    if news.number == 0 { news.number = assumptionNext }
    guard news != old else { throw .nothingNew("assumption \(news.number)") }
    return news
  }

  private func written(_ factor: Factor) throws(IncidentRefusal) -> Factor {
    var news = factor
    let old = news.number == 0 ? nil : try existing(news.number, in: factors, \.number, "factor")
    if old == nil { try PartCheck.room(factors.count, PostmortemLimits.factorsMax, "factors") }
    news.text = try PartCheck.text(news.text, "text")
    news.evidence = try PartCheck.references(news.evidence, "evidence")
    var catches: [Factor.Catch] = []
    for item in news.catches {
      let answer = try PartCheck.optional(item.answer, "catches")
      guard !catches.contains(where: { $0.means == item.means }) else {
        throw IncidentRefusal(
          .invalidText, place: "catches", message: "'\(item.means.rawValue)' is answered twice",
          hint: "put both answers into one")
      }
      if !answer.isEmpty { catches.append(Factor.Catch(means: item.means, answer: answer)) }
    }
    news.catches = catches
    try PartCheck.room(news.hits.count, PostmortemLimits.hitsMax, "hits", isAdding: false)
    var hits: [ActionID] = []
    for hit in news.hits where !hits.contains(hit) {
      guard hit.postmortem != number else {
        throw IncidentRefusal(
          .invalidText, place: "hits", message: "\(hit) is an action of this postmortem",
          hint: "name actions of earlier ones: what should have prevented it")
      }
      hits.append(hit)
    }
    news.hits = hits
    if news.number == 0 { news.number = factorNext }
    try checkParent(of: news)
    guard news != old else { throw .nothingNew("factor \(news.number)") }
    return news
  }

  /// Every chain of "how did that come to be?" ends, and not too deep.
  private func checkParent(of factor: Factor) throws(IncidentRefusal) {
    guard let parent = factor.parent else { return }
    guard self.factor(parent) != nil else {
      throw PartCheck.unknown("factor", parent, among: factors.map(\.number), place: "parent")
    }
    var above = 0
    var next: Int? = parent
    while let number = next, above <= PostmortemLimits.factorsMax {
      guard number != factor.number else {
        throw IncidentRefusal(
          .invalidText, place: "parent", message: "F\(factor.number) would lead back to itself",
          hint: "name a factor that does not follow from it")
      }
      above += 1
      next = self.factor(number)?.parent
    }
    let depth = above + height(of: factor.number, limit: PostmortemLimits.factorDepthMax)
    guard depth <= PostmortemLimits.factorDepthMax else {
      throw IncidentRefusal(
        .limitPassed, place: "parent",
        message: "the chain would be \(depth) long, and \(PostmortemLimits.factorDepthMax) are possible",
        hint: "put two steps into one")
    }
  }

  /// How many factors stand below each other from one down, itself included.
  private func height(of number: Int, limit: Int) -> Int {
    guard limit > 0 else { return 1 }
    let below = factors.filter { $0.parent == number && $0.number != number }
    return 1 + (below.map { height(of: $0.number, limit: limit - 1) }.max() ?? 0)
  }
}
