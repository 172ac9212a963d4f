/// Who caused an event: a person or a program, as the record names it.
///
/// Printable text of at most ``JournalLimits/actorBytesMax`` bytes; a journal refuses any other on append.
package struct ActorName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ text: String) { self.text = text }

  package var description: String { text }
}
