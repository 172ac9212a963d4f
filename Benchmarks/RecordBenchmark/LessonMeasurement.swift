import Accounts
import Chronology
import Composition
import Desk
import Foundation
import Incidents
import Journal
import JournalSQLite
import Learning
import Postmortems
import RecordViews

/// Writes a record of thousands of postmortems and times what is asked of them: search, likeness, trends, hits.
struct LessonMeasurement {
  let file: String
  let count: Int
  let seed: UInt64

  private static let repeats = 15
  private static let syllables = [
    "ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "tor", "lin", "mas",
    "ver",
  ]

  func run() async throws {
    try await generate()
    let caller = Caller.local("bench")
    let built = try await seconds { _ = try await DeskOpening.open(record: file).home(for: caller) }
    print("views of \(count) postmortems built in \(Self.shown(built))")
    let desk = try DeskOpening.open(record: file)
    let last = IncidentID(number: count)
    let words = vocabulary()
    try await measure("search, one word") {
      _ = try await desk.searchLibrary(LibraryQuery(words: words[300]), for: caller)
    }
    try await measure("search, a word of all") {
      _ = try await desk.searchLibrary(LibraryQuery(words: words[0]), for: caller)
    }
    try await measure("search, three words and a beginning") {
      _ = try await desk.searchLibrary(
        LibraryQuery(words: "\(words[1]) \(words[2]) \(words[40].prefix(3))"), for: caller)
    }
    try await measure("search, no words, a filter") {
      _ = try await desk.searchLibrary(LibraryQuery(component: "part-3"), for: caller)
    }
    try await measure("like an incident") { _ = try await desk.like(last, for: caller) }
    try await measure("like a postmortem") {
      _ = try await desk.like(PostmortemID(number: 40), for: caller)
    }
    try await measure("trends") { _ = try await desk.trends(for: caller) }
    try await measure("hits of actions") { _ = try await desk.actionHits(for: caller) }
  }

  /// Words by how common they are: the same for the same seed.
  private func vocabulary() -> [String] {
    var random = SplitMix(state: seed)
    return (0..<6000).map { _ in
      (0..<(2 + Int(random.next() % 3))).map { _ in
        Self.syllables[Int(random.next() % UInt64(Self.syllables.count))]
      }.joined()
    }
  }

  private func generate() async throws {
    let time = MovingClock(Instant(nanoseconds: 1_577_836_800_000_000_000, fractionDigits: 6))
    let journal = try SQLiteJournal(path: file, clock: RecordClock { time.now })
    var random = SplitMix(state: seed &+ 1)
    let words = vocabulary()
    // Few words are said often, many seldom.
    func sentence(_ length: Int) -> String {
      (0..<length).map { _ in
        let share = Double(random.next() % 1_000_000) / 1_000_000
        return words[Int(pow(share, 3) * Double(words.count - 1))]
      }.joined(separator: " ")
    }
    for number in 1...count {
      time.pass(seconds: 40_000)
      let began = time.now.advanced(bySeconds: -36_000)
      let title = sentence(6)
      let incident: [IncidentEvent] = [
        .recorded(
          IncidentFacts(
            title: title, severity: 1 + number % 4, status: "resolved", started: began,
            ended: began.advanced(bySeconds: 600 + Double(number * 37 % 9000)),
            detected: began.advanced(bySeconds: Double(number * 13 % 900)), impact: sentence(14))),
        .postmortemLinked(PostmortemLink(postmortem: number)),
      ]
      let text = """
        # \(title)

        ## Executive summary

        \(sentence(120))

        ## Impact analysis

        \(sentence(150))

        ## Root cause analysis

        \(sentence(400))

        ## Timeline of events

        \((0..<15).map { "- 10:\(10 + $0) UTC \(sentence(12))" }.joined(separator: "\n"))

        ## Lessons learned

        \(sentence(200))
        """
      var postmortem: [PostmortemEvent] = [
        .started(PostmortemStart(incident: number, origin: .incident, title: title, text: text))
      ]
      for factor in 1...4 {
        postmortem.append(
          .factorWritten(Factor(number: factor, text: sentence(10), kind: factor == 1 ? .trigger : .condition)))
      }
      for action in 1...3 {
        let content = ActionContent(
          text: sentence(9), kind: .prevent, term: .immediate, due: CivilDate(time.now.advanced(bySeconds: 1_000_000)),
          factors: [action])
        postmortem.append(.actionWritten(ActionWritten(action: action, content: content)))
        if action == 2 { postmortem.append(.actionStepped(ActionStepped(action: 2, state: .done))) }
      }
      try await journal.append([
        StreamAppend(
          stream: StreamName("incident", number: number), expected: .noStream,
          events: try incident.map { RecordGenerator.event(try $0.document()) }),
        StreamAppend(
          stream: StreamName("postmortem", number: number), expected: .noStream,
          events: try postmortem.map { RecordGenerator.event(try $0.document()) }),
      ])
    }
  }

  private func measure(_ name: String, _ body: () async throws -> Void) async throws {
    let first = try await seconds(body)
    var times: [Double] = []
    for _ in 0..<Self.repeats { times.append(try await seconds(body)) }
    times.sort()
    print(
      "\(name): first \(Self.shown(first)), then median \(Self.shown(times[times.count / 2])), most \(Self.shown(times[times.count - 1]))"
    )
  }

  private func seconds(_ body: () async throws -> Void) async throws -> Double {
    let duration = try await ContinuousClock().measure { try await body() }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func shown(_ seconds: Double) -> String {
    seconds < 1 ? "\((seconds * 10_000).rounded() / 10) ms" : "\((seconds * 100).rounded() / 100) s"
  }
}
