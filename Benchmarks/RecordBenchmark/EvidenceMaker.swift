import Chronology
import Foundation
import Incidents

/// Makes timelines as evidence gives them: lines that are known from other incidents, and some that are not.
struct EvidenceMaker {
  private struct Window: Encodable {
    var from: Instant
    var to: Instant
  }

  private struct Line: Encodable {
    var line: Int
    var text: String
  }

  private struct Evidence: Encodable {
    var source: String
    var line: Int
    var sha256: String
    var excerpt: [Line]
  }

  private struct Moment: Encodable {
    var id: String
    var instant: Instant
    var instantBasis = "stated"
    var kind: String
    var title: String
    var reason: String
    var count: Int
    var rank: Int
    var service: String
    var hosts: [String]
    var evidence: [Evidence]
  }

  private struct Certainty: Encodable {
    var score = 0.4
    var reasons = ["no change was found within an hour before the onset"]
  }

  private struct Report: Encodable {
    var schemaVersion = 1
    var evidence = ["logs"]
    var window: Window
    var sources: [String] = []
    var clockNotes: [String] = []
    var onset: Window
    var moments: [Moment]
    var suspects: [String] = []
    var noChange = Certainty()
  }

  private static let shapeCount = 900
  private static let kinds = ["first", "burst", "first", "alert", "connection", "silence", "shift"]

  /// Lines of logs with a gap for what varies.
  private let shapes: [(service: String, text: String)]

  init(speech: Speech, components: [String]) {
    var random = SplitMix(state: 99)
    shapes = (0..<Self.shapeCount).map { index in
      let text = (0..<6).map { _ in speech.word(of: index % Speech.subjectCount, &random) }.joined(separator: " ")
      return ("service-\(index % 30)", text)
    }
  }

  func timeline(from began: Instant, _ subject: Int, _ random: inout SplitMix) throws -> AttachedTimeline {
    let count = 25 + Int(random.next() % 60)
    let moments = (0..<count).map { index in moment(index, count, began, subject, &random) }
    let window = Window(from: began.advanced(bySeconds: -7200), to: began.advanced(bySeconds: 7200))
    let report = Report(
      window: window, onset: Window(from: began, to: began.advanced(bySeconds: 5)),
      moments: moments.sorted { $0.instant < $1.instant })
    return AttachedTimeline(json: Array(try JSONEncoder().encode(report)))
  }

  private func moment(
    _ index: Int, _ count: Int, _ began: Instant, _ subject: Int, _ random: inout SplitMix
  ) -> Moment {
    // A third belongs to the subject, the rest to whatever else goes on, the usual more than the rare.
    let share = Double(random.next() % 1_000_000) / 1e6
    let place =
      random.next() % 3 == 0
      ? subject + Speech.subjectCount * Int(random.next() % 10) : Int(share * share * Double(Self.shapeCount - 1))
    let shape = shapes[place % shapes.count]
    let number = random.next() % 90_000
    let line = 1000 + Int(number)
    return Moment(
      id: String(random.next(), radix: 16), instant: began.advanced(bySeconds: Double(index - count / 3) * 40),
      kind: Self.kinds[index % Self.kinds.count], title: "\(shape.service): \(shape.text) id=\(number) failed",
      reason: "never seen before; \(number % 300) times in the first minute", count: Int(number % 300) + 1,
      rank: index + 1, service: shape.service, hosts: ["app0\(number % 9)"],
      evidence: [
        Evidence(
          source: "logs/\(shape.service).log", line: line, sha256: String(repeating: "ab", count: 32),
          excerpt: (-2...2).map { offset in
            Line(line: line + offset, text: "\(began.rfc3339) ERROR \(shape.service) \(shape.text) id=\(number) failed")
          })
      ])
  }
}
