import Foundation
import Interchange
import SafetySurveys
import Schemas

/// Answers with their ticket, as they came in: from a form or as JSON.
struct SentAnswers {
  let round: Int
  let ticket: SurveyTicket
  let answers: SurveyAnswers

  /// Fields `round`, `ticket`, `signature` and `answer.1` to `answer.7`.
  init(form: FormFields) throws(SurveyError) {
    round = form["round"].flatMap { Int($0) } ?? 0
    ticket = try Self.ticket(form["ticket"], form["signature"])
    answers = try SurveyAnswers(
      SurveyItem.all.compactMap { item in form["answer.\(item.number)"].flatMap { Int($0) } })
  }

  /// `{"round": 1, "ticket": "…", "signature": "…", "answers": [1, 2, 3, 4, 5, 6, 7]}`.
  init(json bytes: [UInt8]) throws(SurveyError) {
    guard let body = try? JSONText.parse(bytes) else {
      throw SurveyError(
        .invalidAnswers, place: "body", message: "it is no JSON",
        hint: "send an object with round, ticket, signature and answers")
    }
    round = body["round"]?.integer.flatMap { Int(exactly: $0) } ?? 0
    ticket = try Self.ticket(body["ticket"]?.string, body["signature"]?.string)
    answers = try SurveyAnswers((body["answers"]?.array ?? []).prefix(20).map { Int($0.integer ?? 0) })
  }

  private static func ticket(_ secret: String?, _ signature: String?) throws(SurveyError) -> SurveyTicket {
    guard let secret = secret.flatMap({ Data(base64Encoded: $0) }),
      let signature = signature.flatMap({ Data(base64Encoded: $0) })
    else { throw .foreignTicket }
    return SurveyTicket(secret: secret, signature: signature)
  }
}
