import Chronology
import Documents
import Interchange
import Postmortems
import RecordViews
import Schemas

extension Call {
  /// The postmortem in the path.
  var postmortem: PostmortemID {
    get throws(Problem) {
      guard let id = PostmortemID(request.path["postmortem"] ?? "") else { throw notFound }
      return id
    }
  }

  /// The section in the path.
  var section: SectionKind {
    get throws(Problem) {
      guard let section = SectionKind(rawValue: request.path["section"] ?? "") else { throw notFound }
      return section
    }
  }

  /// The audience in the path.
  var audience: PublicationAudience {
    get throws(Problem) {
      guard let audience = PublicationAudience(rawValue: request.path["audience"] ?? "") else { throw notFound }
      return audience
    }
  }

  /// A list of numbers of the body; empty where it is absent.
  func numbers(_ name: String) -> [Int] { (request.body[name]?.array ?? []).compactMap { $0.integer.map(Int.init) } }

  func queryVersion(_ name: String) -> Int64? { request.query[name]?.integer }
}

extension TimelineLine {
  /// From a body; `number` 0 is a new one.
  init(_ request: CheckedRequest, number: Int) {
    let at = request.instant("at")
    self.init(
      number: number, at: at, until: request.instant("until"),
      basis: request.word("basis") ?? (at == nil ? .unknown : .said), text: request.text("text") ?? "",
      references: request.texts("references") ?? [], group: request.text("group"))
  }
}

extension Factor {
  /// From a body; `number` 0 is a new one.
  init(_ request: CheckedRequest, number: Int) {
    self.init(
      number: number, text: request.text("text") ?? "", kind: request.word("kind") ?? .condition,
      parent: request.integer("parent"), sureness: request.word("sureness") ?? .possible,
      evidence: request.texts("evidence") ?? [],
      catches: (request.body["catches"]?.array ?? []).compactMap { item in
        item["means"]?.string.flatMap(Factor.Catch.Means.init(rawValue:)).map {
          Factor.Catch(means: $0, answer: item["answer"]?.string ?? "")
        }
      }, hits: (request.texts("hits") ?? []).compactMap { ActionID($0) })
  }
}

extension Assumption {
  /// From a body; `number` 0 is a new one.
  init(_ request: CheckedRequest, number: Int) {
    self.init(
      number: number, believed: request.text("believed") ?? "", shown: request.text("shown") ?? "",
      now: request.text("now") ?? "", evidence: request.texts("evidence") ?? [])
  }
}
