package import Findings

/// Something that a postmortem says will be done, or was.
package struct ActionItem: Sendable, Hashable {
  /// What is to be done, without markup; owner and date may stand in it.
  package var text: String
  /// As written; nil when nobody is named.
  package var owner: String?
  /// As written: a date, a quarter, a milestone; nil when none is named, as with `ASAP`.
  package var due: String?
  /// How it will be seen that it works, as written in a column of its own.
  package var verification: String?
  /// As written in a status column.
  package var status: String?
  package var isDone: Bool
  /// Where it is tracked: the first link or address.
  package var link: String?
  /// From 1.
  package var line: Int
  /// Where ``text`` stands.
  package var span: TextSpan

  package init(
    text: String, owner: String? = nil, due: String? = nil, status: String? = nil, isDone: Bool = false,
    link: String? = nil, line: Int = 1, span: TextSpan = TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
  ) {
    self.text = text
    self.owner = owner
    self.due = due
    self.status = status
    self.isDone = isDone
    self.link = link
    self.line = line
    self.span = span
  }
}
