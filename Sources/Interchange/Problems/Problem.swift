package import Schemas
import WireSchemas

/// Why an operation was refused: RFC 9457, with a place, a hint, and what is wrong with which field.
package struct Problem: Error, Codable, Hashable, Sendable {
  /// A stable reference: `/problems/stale-version`.
  package var type: String
  package var title: String
  package var status: Int
  /// This occurrence: the fact, in one lower-case sentence without a full stop, a user's values in single quotes.
  package var detail: String
  /// The path that was asked for.
  package var instance: String?
  /// What it is about: `INC-12`, `query parameter 'limit'`.
  package var place: String?
  /// What to do.
  package var hint: String?
  package var errors: [FieldProblem]?
  /// Of a section that somebody else wrote meanwhile: what the caller wrote, what stands there, what both began with.
  package var mine: String?
  package var theirs: String?
  package var base: String?

  package init(
    _ kind: ProblemKind, _ detail: String, place: String? = nil, hint: String? = nil, errors: [FieldProblem]? = nil
  ) {
    type = kind.type
    title = kind.title
    status = kind.status
    self.detail = Self.harmless(detail)
    self.place = place.map(Self.harmless)
    self.hint = hint
    self.errors = errors
  }

  /// With a dot for each control character: what a caller sent is told back, and terminals and logs show it.
  private static func harmless(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard !isPlain else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
  }

  /// Nil for a type that this Mayday does not know.
  package var kind: ProblemKind? { ProblemKind(type: type) }

  /// The answer that tells it.
  package func answer(headers: [(name: String, value: String)] = []) -> APIAnswer {
    APIAnswer(
      status: status, headers: headers, mediaType: "application/problem+json", body: WireCoding.bytes(of: self))
  }
}

extension Problem: CustomStringConvertible {
  /// On one line: place, fact, hint.
  package var description: String {
    [place, detail].compactMap { $0 }.joined(separator: ": ") + (hint.map { "; \($0)" } ?? "")
  }
}

extension Problem {
  /// What an answer that is no success says; nil for a success.
  package init?(_ answer: APIAnswer) {
    guard answer.status >= 400 else { return nil }
    if let problem = try? WireCoding.decode(Problem.self, from: answer.body) {
      self = problem
    } else {
      self.init(.failure, "the answer has status \(answer.status) and is no problem+json")
      status = answer.status
      title = "No answer of Mayday"
    }
  }

  /// Fields that do not fit; the first stands in the detail.
  package static func fields(_ errors: [FieldProblem], hint: String? = nil) -> Problem {
    let first = errors.first.map { "\(FormBridge.fieldName(of: $0.pointer)): \($0.message)" } ?? ""
    let more = errors.count > 1 ? ", and \(errors.count - 1) more" : ""
    return Problem(
      .invalidFields, errors.first?.pointer.isEmpty == true ? errors[0].message + more : first + more, hint: hint,
      errors: errors)
  }

  /// What ``notFound(_:)`` says of every place.
  package static let nothingThere = "there is nothing of that name"

  /// The one answer for what is not there and for what the caller may not know of.
  package static func notFound(_ place: String) -> Problem {
    Problem(.notFound, nothingThere, place: place, hint: "check the name, or list what there is")
  }
}
