package import Postmortems

/// What a preparation needs to know beside the document.
package struct PublicationContext: Sendable {
  package var audience: PublicationAudience
  /// How findings name the document; `-` when it has no file.
  package var path: String
  package var people: [PersonRole]
  /// Host names that are internal beside those that look it: `app03`, `*.shop.example`.
  package var internalHosts: [String]
  /// Addresses that are meant for everybody: `help@shop.example`, or all of a domain as `@shop.example`.
  package var publicAddresses: [String]
  /// A text by the publisher that is put first, below the title.
  package var opening: String?
  /// Rules (``PublicationRule``) whose finds the publisher has agreed to have masked.
  package var masked: Set<PublicationRule>

  package init(
    audience: PublicationAudience, path: String = "-", people: [PersonRole] = [], internalHosts: [String] = [],
    publicAddresses: [String] = [], opening: String? = nil, masked: Set<PublicationRule> = []
  ) {
    self.audience = audience
    self.path = path
    self.people = people
    self.internalHosts = internalHosts
    self.publicAddresses = publicAddresses
    self.opening = opening
    self.masked = masked
  }
}
