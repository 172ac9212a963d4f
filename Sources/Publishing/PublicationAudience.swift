/// For whom a text is prepared, from the narrowest to the widest.
package enum PublicationAudience: String, Codable, Sendable, CaseIterable {
  /// People of the house.
  case `internal`
  /// The board, partners, those who must know how it stands.
  case stakeholders
  /// Everybody, customers first.
  case `public`

  /// As it stands in marks of audience and on pages.
  package var word: String {
    switch self {
    case .internal: "internal"
    case .stakeholders: "stakeholders"
    case .public: "public"
    }
  }
}
