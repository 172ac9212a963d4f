/// Where the parts of a status page are found, for the files that point to them.
///
/// The server gives whole addresses, the static copy relative ones.
package struct StatusLinks: Sendable {
  package var home: String
  package var history: String
  package var feed: String
  package var calendar: String
  /// The page of an incident or a maintenance.
  package var item: @Sendable (PublicID) -> String
  /// The page of a postmortem.
  package var postmortem: @Sendable (PublicID) -> String

  package init(
    home: String, history: String, feed: String, calendar: String, item: @escaping @Sendable (PublicID) -> String,
    postmortem: @escaping @Sendable (PublicID) -> String
  ) {
    self.home = home
    self.history = history
    self.feed = feed
    self.calendar = calendar
    self.item = item
    self.postmortem = postmortem
  }
}
