/// What happened to the policy; its stream is `policy`.
package enum PolicyEvent: Hashable, Sendable {
  /// It was agreed on anew, as a whole.
  case set(Policy)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("policy-set", 1): self = .set(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .set(let policy): try .init("policy-set", policy)
    }
  }
}
