package import Chronology

/// The passage that a comment is about, by its words, so that it is found again after the text around it has changed.
package struct CommentAnchor: Codable, Hashable, Sendable {
  /// A `SectionKind` of Documents, by its raw value.
  package var section: String
  /// Empty: the section as a whole.
  package var quote: String
  /// Up to 32 characters before and after.
  package var prefix: String
  package var suffix: String
  /// Offset in the section in Unicode scalars when it was written.
  package var offset: Int

  package init(section: String, quote: String = "", prefix: String = "", suffix: String = "", offset: Int = 0) {
    self.section = section
    self.quote = quote
    self.prefix = prefix
    self.suffix = suffix
    self.offset = offset
  }
}

/// Somebody said something about a passage, or answered.
package struct CommentWritten: Codable, Hashable, Sendable {
  /// Names it within the postmortem.
  package var number: Int
  package var anchor: CommentAnchor
  package var text: String
  package var replyTo: Int?

  package init(number: Int = 0, anchor: CommentAnchor, text: String, replyTo: Int? = nil) {
    self.number = number
    self.anchor = anchor
    self.text = text
    self.replyTo = replyTo
  }
}

/// A conversation was settled, or taken up again.
package struct CommentSettled: Codable, Hashable, Sendable {
  package var number: Int
  package var isSettled: Bool

  package init(number: Int, isSettled: Bool) {
    self.number = number
    self.isSettled = isSettled
  }
}

/// A comment as it stands.
package struct PostmortemComment: Codable, Hashable, Sendable {
  package var content: CommentWritten
  package var by: String
  package var at: Instant
  package var isSettled = false

  package init(content: CommentWritten, by: String, at: Instant) {
    self.content = content
    self.by = by
    self.at = at
  }
}
