package import Schemas

extension AuditChecklist {
  /// What it looks like as JSON.
  package static let schema = Schema.object(
    [
      .required("from", day), .required("until", day), .required("today", day),
      .required("controls", .list(of: control, max: 20)),
    ], name: "AuditChecklist")

  private static let day = Schema.matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", max: 10)
  private static let text = Schema.lines(100_000, min: 0)
  private static let texts = Schema.list(of: text, max: 20)
  private static let control = Schema.object([
    .required("number", text.noted("As Annex A numbers it: `5.24`.")), .required("title", text.noted("In our words.")),
    .required("lines", .list(of: line, max: 20)),
    .required("notShown", texts.noted("What this record does not show.")),
  ])
  private static let line = Schema.object([
    .required("question", text), .required("state", .choice(of: State.self)), .required("shows", text),
    .required("missing", texts), .required("proofs", .list(of: proof, max: proofsMax)),
    .required("proofCount", Schema.integer(0...1_000_000).noted("Of which the first are listed.")),
  ])
  private static let proof = Schema.object([
    .required("kind", .choice(of: Proof.Kind.self)), .required("name", text), .required("title", text),
    .required("words", text),
  ])
}
