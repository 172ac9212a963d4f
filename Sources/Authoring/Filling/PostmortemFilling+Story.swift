import Chronology
import Documents
import Incidents
import TimelineBuilding

/// What happened and what it did to people.
extension PostmortemFilling {
  // MARK: Summary

  func summary() -> [String?] {
    let why = ask("Why could it happen, and what keeps it from happening again? One sentence each, without jargon.")
    guard let incident else {
      return [evidenceSummary(), ask("What could people not do, for how long, and how many were they?"), why]
    }
    var sentences: [String] = []
    if let impact = incident.facts.impact { sentences.append(sentence(impact)) }
    sentences.append(course(of: incident))
    sentences +=
      [
        (IncidentSpan.toDetect, "It took %@ until it was noticed"),
        (.toFirstWord, "customers had a first word after %@"), (.toMitigate, "they were no longer affected after %@"),
      ].reduce(into: [String]()) { result, part in
        if case .seconds(let seconds) = incident.length(of: part.0) {
          result.append(part.1.replacing("%@", with: DraftText.duration(seconds)))
        }
      }.joinedAsSentence
    let names = incident.components.map(componentName)
    if !names.isEmpty { sentences.append("Affected: \(plain(DraftText.list(names))).") }
    let felt =
      incident.facts.impact == nil ? ask("What could people not do, for how long, and how many were they?") : nil
    return [sentences.joined(separator: " "), felt, why]
  }

  /// When it began and ended, as far as that is known.
  private func course(of incident: Incident) -> String {
    let zone = " (\(clock.zoneLabel))"
    guard let started else {
      let declared = incident.instants[.declared].map { " It was declared on \(clock.dated($0.at))\(zone)." } ?? ""
      return "When users began to be affected is not known.\(declared)"
    }
    let begin = "It began on \(clock.dated(started))\(zone)"
    guard let ended else { return "\(begin); it is \(incident.state.words)." }
    guard ended >= started else { return "\(begin)." }
    return "\(begin) and was resolved \(DraftText.duration(ended.seconds(since: started))) later."
  }

  private func evidenceSummary() -> String {
    let window = report?.impactWindow
    let times = window.map { "on \(clock.date($0.from)) from \(clock.timed($0.from))" } ?? "at a time still to be found"
    let services = affectedServices.isEmpty ? "" : " The evidence names \(DraftText.list(affectedServices))."
    return "It began \(times) (\(clock.zoneLabel)).\(plain(services))"
  }

  func sentence(_ text: String) -> String {
    let text = plain(text)
    return text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  // MARK: Impact

  func impact() -> [String?] {
    var parts: [String?] = []
    if let incident {
      parts.append(incident.facts.impact.map { "What users felt: \(sentence($0))" })
      parts.append(components(of: incident))
      parts.append(failing())
      parts += words(of: incident)
    } else {
      parts.append(failing())
    }
    parts.append(ask("How many people, orders or requests were affected? Measured, or estimated from what?"))
    parts.append(ask("What did it cost: money, data, trust, promises broken? Where is the harm not repaired yet?"))
    return parts
  }

  private func failing() -> String? {
    let failing = failures.prefix(5).sorted { $0.instant < $1.instant }
    guard !failing.isEmpty else { return nil }
    let items = failing.map { moment in
      "- \(clock.timed(moment.instant)) \(plain(moment.title)) (\(plain(Self.short(moment.reason)))) \(place(moment))"
    }
    return "What the evidence shows failing:\n\n" + items.joined(separator: "\n")
  }

  /// The first reasons; all of them stand with the moment.
  private static func short(_ reason: String) -> String {
    guard reason.count > 120 else { return reason }
    let head = reason.prefix(120)
    return head.prefix(upTo: head.lastIndex { $0 == ";" || $0 == "," } ?? head.endIndex) + " …"
  }

  // MARK: Components

  func componentName(_ id: String) -> String {
    board?.list.components.first { $0.id == id }?.name ?? id
  }

  private func components(of incident: Incident) -> String? {
    let stretches = stretches(of: incident)
    let ids = incident.components + stretches.map(\.component).filter { !incident.components.contains($0) }
    var seen: Set<String> = []
    let rows = ids.filter { seen.insert($0).inserted }.flatMap { id -> [[String]] in
      let own = stretches.filter { $0.component == id && $0.condition != .operational }
      let name = PartText.cell.written(componentName(id))
      guard !own.isEmpty else { return [[name, "not recorded", "", ""]] }
      return own.map { stretch in
        let length = stretch.until.map { DraftText.duration($0.seconds(since: stretch.from)) } ?? "not known"
        return [
          name, stretch.condition.words,
          "\(clock.dated(stretch.from)) to \(stretch.until.map(clock.timed) ?? "not known")", length,
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return DraftText.table(["Component", "Condition as told", "From, to (\(clock.zoneLabel))", "How long"], rows)
  }

  private struct Stretch {
    var component: String
    var condition: ComponentCondition
    var from: Instant
    var until: Instant?
  }

  /// From the board, which also knows what was set by hand; else from the updates that set it.
  private func stretches(of incident: Incident) -> [Stretch] {
    var changes =
      board?.stretches.filter { $0.change.incident == incident.number }
      .map { Stretch(component: $0.change.component, condition: $0.change.condition, from: $0.from) } ?? []
    if changes.isEmpty {
      for update in incident.updates {
        guard let published = update.published else { continue }
        changes += update.components.sorted { $0.key < $1.key }
          .map { Stretch(component: $0.key, condition: $0.value, from: published) }
      }
    }
    changes.sort { $0.from < $1.from }
    for index in changes.indices {
      let next = changes[(index + 1)...].first { $0.component == changes[index].component }?.from
      changes[index].until = next ?? incident.instants[.resolved].map { max($0.at, changes[index].from) }
    }
    // The same condition told again goes on.
    return changes.reduce(into: []) { result, change in
      if let last = result.lastIndex(where: { $0.component == change.component }),
        result[last].condition == change.condition, result[last].until == change.from
      {
        result[last].until = change.until
      } else {
        result.append(change)
      }
    }
  }

  // MARK: What people were told

  private func words(of incident: Incident) -> [String?] {
    let out = incident.updates.filter { $0.published != nil }
      .sorted { ($0.published ?? $0.drafted, $0.number) < ($1.published ?? $1.drafted, $1.number) }
    let late = PromisedWords(incident: incident, clock: clock).sentences
    let missed = late.isEmpty ? nil : late.map { "- \(plain($0))" }.joined(separator: "\n")
    guard !out.isEmpty else {
      return ["The record holds no word to anybody outside the room.", missed]
    }
    let rows = out.map { update -> [String] in
      let text = update.former.first?.text ?? update.text
      return [
        update.published.map(clock.dated) ?? "", update.audience.words, update.state.rawValue, said(text, update),
        text.nextBy.map(clock.timed) ?? "none",
      ]
    }
    let table = DraftText.table(
      ["When (\(clock.zoneLabel))", "Told to", "State", "What we said", "Next word promised by"], rows)
    let silent =
      incident.updates.contains { $0.audience == .customers && $0.published != nil }
      ? nil : "Customers were told nothing."
    return ["What people were told:\n\n" + table, silent, missed]
  }

  private static func sentences(_ text: UpdateText) -> [String] {
    let affected = text.affected.isEmpty ? "" : "Affected: \(text.affected)"
    let doing = text.doing.isEmpty ? "" : "Doing: \(text.doing)"
    let meanwhile = text.meanwhile.isEmpty ? "" : "Meanwhile: \(text.meanwhile)"
    return [text.broken, affected, doing, meanwhile, text.more, text.apology].filter { !$0.isEmpty }.map { part in
      part.last.map { ".!?".contains($0) } == true ? part : part + "."
    }
  }

  private func said(_ text: UpdateText, _ update: IncidentUpdate) -> String {
    var parts = Self.sentences(text)
    for former in update.former { parts.append("(Corrected \(clock.timed(former.corrected)): \(former.reason))") }
    if !update.former.isEmpty { parts.append("Now: " + Self.sentences(update.text).joined(separator: " ")) }
    if let reason = update.withdrawnReason { parts.append("(Withdrawn: \(reason))") }
    if let reason = update.releaseReason { parts.append("(Went out although it was held back: \(reason))") }
    return PartText.cell.written(parts.joined(separator: " "))
  }
}

extension ComponentCondition {
  /// `partial outage`.
  var words: String { rawValue.replacing("-", with: " ") }
}

extension [String] {
  /// `It took a; b and c.` as one sentence in a list; none without any.
  fileprivate var joinedAsSentence: [String] {
    isEmpty ? [] : [DraftText.list(self).capitalisedFirst + "."]
  }
}
