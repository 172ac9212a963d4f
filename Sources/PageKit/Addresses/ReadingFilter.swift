/// Which readings of the library are shown, as it stands in the address.
package struct ReadingFilter: Sendable, Hashable {
  /// Of failure, as readings name it: `data loss`.
  package var kind: String?
  /// As readings name it: `PostgreSQL`.
  package var technology: String?
  /// Only those that were not read yet.
  package var isUnread: Bool

  package init(kind: String? = nil, technology: String? = nil, isUnread: Bool = false) {
    self.kind = kind
    self.technology = technology
    self.isUnread = isUnread
  }

  /// Reads the parameters of an address; what does not fit is left out.
  package init(parameter: (String) -> String?) {
    func text(_ name: String) -> String? {
      guard let value = parameter(name), !value.isEmpty, value.unicodeScalars.count <= 60 else { return nil }
      return value
    }
    self.init(kind: text("kind"), technology: text("technology"), isUnread: text("unread") == "1")
  }

  package var isEmpty: Bool { self == ReadingFilter() }

  package var text: String {
    QueryText.text([("kind", kind), ("technology", technology), ("unread", isUnread ? "1" : nil)])
  }
}
