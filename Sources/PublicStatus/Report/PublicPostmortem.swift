package import Chronology

/// What happened and what changes, as everybody may read it.
package struct PublicPostmortem: Codable, Hashable, Sendable {
  package var id: PublicID
  /// The incident that it is about, where the page tells of that one.
  package var incident: PublicID?
  package var title: String
  /// As it was prepared for the public.
  package var markdown: String
  /// When it first went out.
  package var published: Instant
  /// When the text that stands here went out.
  package var updated: Instant

  package init(
    id: PublicID, incident: PublicID? = nil, title: String, markdown: String, published: Instant,
    updated: Instant? = nil
  ) {
    self.id = id
    self.incident = incident
    self.title = title
    self.markdown = markdown
    self.published = published
    self.updated = updated ?? published
  }
}
