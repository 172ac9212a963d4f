import Chronology
import Foundation
import Incidents
import Journal
import JournalSQLite
import Postmortems

/// Writes a record of a team's years with a postmortem for every incident: some written here, some brought in, some
/// somebody else's; the same for the same numbers and seed, but for the salts of its payloads.
struct LessonGenerator {
  let count: Int
  let seed: UInt64

  private static let componentCount = 24
  /// Of every ten postmortems.
  private static let importedPerTen = 3
  private static let othersPerTen = 1
  private static let secondsBetween = 80_000.0

  private enum Kind {
    case live
    case imported
    case others
  }

  private static func kind(_ number: Int) -> Kind {
    switch number % 10 {
    case 0..<othersPerTen: .others
    case othersPerTen..<(othersPerTen + importedPerTen): .imported
    default: .live
    }
  }

  func write(to file: String) async throws {
    let began = Instant(nanoseconds: Int64(Date.now.timeIntervalSince1970) * 1_000_000_000, fractionDigits: 6)
      .advanced(bySeconds: -Double(count + 1) * Self.secondsBetween)
    let speech = Speech(seed: seed)
    let components = (1...Self.componentCount).map { ComponentDefinition(id: "part-\($0)", name: "Part \($0)") }
    var writer = LessonWriter(
      journal: file, began: began, speech: speech, random: SplitMix(state: seed &+ 1), components: components.map(\.id))
    try await writer.begin(components)
    for number in 1...count {
      switch Self.kind(number) {
      case .live: try await writer.live(number, of: count)
      case .imported: try await writer.imported(number)
      case .others: try await writer.others(number)
      }
      try await writer.pass(Self.secondsBetween, case: number)
    }
    try await writer.running(count + 1)
    try await writer.guards(of: count)
    print("\(writer.written) events, \(count) postmortems, \(writer.wordCount / count) words each in the middle")
  }
}

/// Writes one case after the other, each event at its time.
struct LessonWriter {
  private static let eventsPerAppend = 10
  private static let privateEvery = 50

  private let journal: SQLiteJournal
  private let time: MovingClock
  private let people = (1...60).map { "owner-\($0)" }
  let speech: Speech
  let components: [String]
  let evidence: EvidenceMaker
  var random: SplitMix
  private var versions: [StreamName: Int64] = [:]
  /// What happens when later cases have passed.
  private var later: [Int: [(stream: StreamName, event: NewEvent)]] = [:]
  private(set) var written = 0
  var wordCount = 0

  init(journal file: String, began: Instant, speech: Speech, random: SplitMix, components: [String]) {
    let time = MovingClock(began)
    self.time = time
    // A record that cannot be made is no use to go on with.
    guard let journal = try? SQLiteJournal(path: file, clock: RecordClock { time.now }) else {
      fatalError("'\(file)' cannot be made a record")
    }
    self.journal = journal
    self.speech = speech
    self.random = random
    self.components = components
    evidence = EvidenceMaker(speech: speech, components: components)
  }

  var now: Instant { time.now }

  mutating func person() -> String { people[Int(random.next() % UInt64(people.count))] }

  mutating func draw(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  mutating func sentence(_ length: Int, _ subject: Int) -> String { speech.sentence(length, of: subject, &random) }

  mutating func append(_ events: [NewEvent], to stream: StreamName, every seconds: Double = 60) async throws {
    var rest = events[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.eventsPerAppend))
      rest = rest.dropFirst(part.count)
      time.pass(seconds: seconds)
      let version = versions[stream, default: 0]
      let expected: ExpectedVersion = version == 0 ? .noStream : .exactly(StreamVersion(version))
      try await journal.append([StreamAppend(stream: stream, expected: expected, events: part)])
      versions[stream] = version + Int64(part.count)
      written += part.count
    }
  }

  mutating func plan(_ event: NewEvent, for stream: StreamName, after cases: Int, from number: Int) {
    later[number + cases, default: []].append((stream, event))
  }

  /// Lets time pass until the next case, and writes down what was to happen by then.
  mutating func pass(_ seconds: Double, case number: Int) async throws {
    for step in later.removeValue(forKey: number) ?? [] { try await append([step.event], to: step.stream, every: 30) }
    time.pass(seconds: seconds / 2)
  }

  mutating func begin(_ components: [ComponentDefinition]) async throws {
    try await append([RecordGenerator.event(try PolicyEvent.set(.standard).document())], to: StreamName("policy"))
    try await append(
      [RecordGenerator.event(try ComponentEvent.listed(ComponentList(components: components)).document())],
      to: StreamName("components"))
  }

  // MARK: Cases

  /// An incident that was declared and worked on here, with its postmortem; some are private.
  mutating func live(_ index: Int, of count: Int) async throws {
    let isPrivate = index % Self.privateEvery == 4
    let number = isPrivate ? 100_000 + index : index
    let subject = draw(0...(Speech.subjectCount - 1))
    let stream = StreamName("incident", number: number)
    let (began, title) = try await incident(number, subject, isPrivate: isPrivate, isOver: true)
    var end: [IncidentEvent] = [.instantStated(InstantStatement(name: .impactStarted, at: began))]
    if index % 3 != 0 {
      end.append(
        .instantStated(InstantStatement(name: .detected, at: began.advanced(bySeconds: Double(draw(20...900))))))
      end.append(
        .instantStated(InstantStatement(name: .mitigated, at: began.advanced(bySeconds: Double(draw(1200...9000))))))
    }
    if index % 5 < 2 { end.append(.timelineAttached(try evidence.timeline(from: began, subject, &random))) }
    end.append(.postmortemLinked(PostmortemLink(postmortem: number)))
    try await append(try end.map { RecordGenerator.event(try $0.document()) }, to: stream)
    let story = LessonStory(number: number, title: title, subject: subject, isFinal: index < count - 12)
    try await append(
      try story.events(&self).map { RecordGenerator.event(try $0.document(), by: person()) },
      to: StreamName("postmortem", number: number), every: 1200)
    try follow(number, index)
  }

  /// Declares an incident and lets it take its course; says when users began to feel it.
  private mutating func incident(
    _ number: Int, _ subject: Int, isPrivate: Bool, isOver: Bool
  ) async throws -> (began: Instant, title: String) {
    let title = speech.title(of: subject, &random)
    let began = now.advanced(bySeconds: -Double(draw(60...2400)))
    let first = subject % components.count
    let declaration = Declaration(
      title: title, severity: draw(1...4), impact: sentence(14, subject),
      components: Array(Set([components[first], components[(first + draw(0...2)) % components.count]])).sorted(),
      isPrivate: isPrivate, isDrill: number % 40 == 7, commander: person())
    let speech = speech
    var teller = StoryTeller(
      number: number, size: draw(18...70), isPrivate: isPrivate, components: components, declaration: declaration
    ) { length, random in speech.sentence(length, of: subject, &random) }
    var events: [NewEvent] = []
    var at = now
    while !teller.isDone {
      at = at.advanced(bySeconds: 25)
      events += try teller.next(at: at, &random)
    }
    try await append(isOver ? events : events.dropLast(), to: teller.stream, every: 240)
    return (began, title)
  }

  /// What became of its actions: most were done in the weeks after, some are open to this day.
  private mutating func follow(_ number: Int, _ index: Int) throws {
    let stream = StreamName("postmortem", number: number)
    for action in 1...LessonStory.actionCount {
      var steps: [(ActionState, Int)] = []
      switch draw(0...99) {
      case 0..<9: steps = [(.declined, 2)]
      case 9..<16: steps = []
      case 16..<30: steps = [(.accepted, 2)]
      case 30..<40: steps = [(.accepted, 2), (.done, draw(4...60))]
      default:
        let done = draw(4...60)
        steps = [(.accepted, 2), (.done, done), (.verified, done + draw(1...30))]
      }
      for (state, after) in steps {
        let step = ActionStepped(action: action, state: state, note: state == .accepted ? "" : sentence(9, index))
        plan(
          RecordGenerator.event(try PostmortemEvent.actionStepped(step).document(), by: person()), for: stream,
          after: after, from: index)
      }
    }
  }

  /// A document of ours about an incident that was over before there was Mayday here.
  mutating func imported(_ number: Int) async throws {
    let subject = draw(0...(Speech.subjectCount - 1))
    let title = speech.title(of: subject, &random)
    let began = now.advanced(bySeconds: -36_000)
    let facts = IncidentFacts(
      title: title, severity: number % 4 == 0 ? nil : draw(1...4), status: "resolved", started: began,
      ended: began.advanced(bySeconds: Double(draw(600...20_000))),
      detected: number % 2 == 0 ? began.advanced(bySeconds: Double(draw(30...1800))) : nil,
      impact: sentence(14, subject))
    let incident: [IncidentEvent] = [.recorded(facts), .postmortemLinked(PostmortemLink(postmortem: number))]
    try await append(
      try incident.map { RecordGenerator.event(try $0.document()) }, to: StreamName("incident", number: number))
    let story = LessonStory(number: number, title: title, subject: subject, isFinal: true)
    let text = story.document(&self, began: began)
    var events: [PostmortemEvent] = [
      .imported(
        PostmortemText(
          incident: number, title: title, status: "final", path: "\(number)-postmortem.md",
          sha256: ContentHash(of: Array(text.utf8)).description, text: text))
    ]
    for action in 1...LessonStory.actionCount {
      events.append(.actionWritten(story.action(action, &self, factors: [])))
    }
    try await append(
      try events.map { RecordGenerator.event(try $0.document()) }, to: StreamName("postmortem", number: number))
    try follow(number, number)
  }

  /// Somebody else's, to be read.
  mutating func others(_ number: Int) async throws {
    let subject = draw(0...(Speech.subjectCount - 1))
    let title = speech.title(of: subject, &random)
    let story = LessonStory(number: number, title: title, subject: subject, isFinal: true)
    let start = PostmortemStart(
      incident: nil, origin: .library, title: title, text: story.document(&self, began: now),
      source: "https://example.org/postmortems/\(number)",
      facts: IncidentFacts(title: title, status: "resolved", started: now))
    try await append(
      [RecordGenerator.event(try PostmortemEvent.started(start).document())],
      to: StreamName("postmortem", number: number))
  }

  /// What runs right now, with evidence at hand.
  mutating func running(_ number: Int) async throws {
    let subject = 5
    _ = try await incident(number, subject, isPrivate: false, isOver: false)
    let timeline = IncidentEvent.timelineAttached(try evidence.timeline(from: now, subject, &random))
    try await append(
      [RecordGenerator.event(try timeline.document())], to: StreamName("incident", number: number))
  }

  /// Guards that watch actions, each with what it saw in the last weeks.
  mutating func guards(of count: Int) async throws {
    for number in 1...40 {
      let home = (count - number * 20) / 10 * 10 + 7
      let declared = GuardEvent.declared(
        GuardDeclaration(
          name: "guard-\(number)", title: sentence(8, number), incident: home > 0 ? home : nil,
          action: home > 0 ? ActionID(postmortem: home, action: 1) : nil))
      let reports = (0..<20).map { index in
        GuardEvent.reported(
          GuardReport(standing: index == 19 && number % 9 == 0 ? .broken : .holds, summary: sentence(9, number)))
      }
      try await append(
        try ([declared] + reports).map { RecordGenerator.event(try $0.document()) },
        to: StreamName("guard", number: number))
    }
  }
}
