/// What happened to a postmortem in the record.
package enum PostmortemEvent: Hashable, Sendable {
  case imported(PostmortemText)
  /// A newer state of the same document.
  case revised(PostmortemText)

  /// Nil for a kind or a version that this Mayday does not know, which a reader leaves alone.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("postmortem-imported", 1): self = .imported(try document.decoded(PostmortemText.self))
    case ("postmortem-revised", 1): self = .revised(try document.decoded(PostmortemText.self))
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .imported(let text): try EventDocument(kind: "postmortem-imported", version: 1, encoding: text)
    case .revised(let text): try EventDocument(kind: "postmortem-revised", version: 1, encoding: text)
    }
  }
}

extension PostmortemEvent {
  /// The state of the postmortem that it brings.
  package var text: PostmortemText {
    switch self {
    case .imported(let text), .revised(let text): text
    }
  }
}
