package import Chronology
import Incidents
package import Interchange
package import PageKit
package import RecordViews

/// What was typed into the one input of an incident's page, understood.
///
/// Its sign is read as ``SaidLine`` does. A time of day at the beginning of a note or a decision (`03:12 saw …`) says when
/// it happened: its last occurrence in the reader's zone before now.
package struct Saying: Sendable, Hashable {
  package enum Meaning: Sendable, Hashable {
    case note(String)
    case decision(String)
    case task(String, owner: String?)
    /// An update is written in full before it goes out: this leads to where.
    case update(String)
  }

  package let meaning: Meaning
  /// What it leaves open, where a sign was typed and nothing behind it.
  package let question: String?
  /// When it happened, as far as it was said.
  package let at: Instant?

  /// `at` is what stood in the field for it; `people` are handles.
  package init(_ text: String, at: Instant? = nil, now: Instant, zone: PageZone, people: [String] = []) {
    let line = SaidLine(text, people: people)
    question = line.question
    var rest: String
    switch line {
    case .update(let broken):
      meaning = .update(broken)
      self.at = nil
      return
    case .task(let task, let owner):
      meaning = .task(task, owner: owner)
      self.at = nil
      return
    case .decision(let said), .note(let said): rest = said
    }
    var instant = at
    if instant == nil, let time = ClockAtStart(rest), let found = time.instant(before: now, zone: zone) {
      instant = found
      rest = Self.trimmed(String(rest.dropFirst(time.length)))
    }
    if case .decision = line { meaning = .decision(rest) } else { meaning = .note(rest) }
    self.at = instant
  }

  /// The operation that it comes to, with the fields of its form; nil for an update, which ``page(of:)`` leads to.
  package func request() -> (operation: OperationID, fields: [(name: String, value: String)])? {
    let instant = at.map { [(name: "at", value: $0.rfc3339)] } ?? []
    switch meaning {
    case .note(let text): return (.writeNote, [("text", text)] + instant)
    case .decision(let what): return (.recordDecision, [("what", what)] + instant)
    case .task(let text, let owner): return (.addTask, [("text", text)] + (owner.map { [("owner", $0)] } ?? []))
    case .update: return nil
    }
  }

  /// Where an update is written in full.
  package func page(of incident: IncidentID) -> SitePath? {
    guard case .update(let text) = meaning else { return nil }
    return .response(.newUpdate(incident, .customers, broken: text.isEmpty ? nil : String(text.prefix(2000))))
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// A time of day with which a text begins: `03:12`, `3:12:07`, `[03:12]`; a space, a colon or a dash follows it.
struct ClockAtStart: Sendable, Hashable {
  let seconds: Int
  /// Characters that it takes, with what follows it.
  let length: Int

  init?(_ text: String) {
    var rest = text[...]
    let isBracketed = rest.first == "["
    if isBracketed { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ":") }
    rest = rest.dropFirst(digits.count)
    var numbers = digits.split(separator: ":", omittingEmptySubsequences: false)
    // `03:12: saw` ends with a colon of its own.
    if numbers.last == "" { numbers.removeLast() }
    guard numbers.count == 2 || numbers.count == 3, (1...2).contains(numbers[0].count),
      numbers.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let values = numbers.compactMap { Int($0) }
    guard values.count == numbers.count, values[0] < 24, values.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    if isBracketed {
      guard rest.first == "]" else { return nil }
      rest.removeFirst()
    }
    let after = rest.prefix { $0.isWhitespace || $0 == "–" || $0 == "—" || $0 == "-" || $0 == "," }
    guard !after.isEmpty || digits.last == ":", !rest.dropFirst(after.count).isEmpty else { return nil }
    seconds = values[0] * 3600 + values[1] * 60 + (values.count == 3 ? values[2] : 0)
    length = text.count - rest.count + after.count
  }

  /// The last time that clocks of the zone showed this, at most a minute ahead of now.
  func instant(before now: Instant, zone: PageZone) -> Instant? {
    let date = String(zone.local(now).prefix(10))
    guard let midnight = Instant(rfc3339: "\(date)T00:00:00Z") else { return nil }
    let today = zone.instant(local: midnight.advanced(bySeconds: Double(seconds)))
    if today.seconds(since: now) <= 60 { return today }
    return zone.instant(local: midnight.advanced(bySeconds: Double(seconds) - 86_400))
  }
}
