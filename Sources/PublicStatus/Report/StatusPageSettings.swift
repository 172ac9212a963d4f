/// What is said about the status page as a whole.
package struct StatusPageSettings: Codable, Hashable, Sendable {
  /// Stands at the top and in the tab: the name of the service, as its customers know it.
  package var name: String
  /// Where the page is reached from outside, `https://status.example.org` or with a path; nil when nobody has said so.
  ///
  /// Feeds and JSON carry whole addresses where it is known. The identities of feed entries hold its host, so that a
  /// changed host makes readers show old entries as new ones.
  package var url: String?
  /// Where to ask: an e-mail address, a web address or a telephone number.
  package var contact: String?
  /// The language that updates are written in, as BCP 47 names it: `en`, `de-AT`.
  package var language: String

  package init(name: String, url: String? = nil, contact: String? = nil, language: String = "en") {
    self.name = name
    self.url = url
    self.contact = contact
    self.language = language
  }

  /// `url` without the slashes at its end, when it is an http address; nil for anything else.
  package var base: String? {
    guard let url, url.utf8.count <= 2048, url.hasPrefix("https://") || url.hasPrefix("http://"),
      url.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 && !"\"<>\\^`{|}?#".unicodeScalars.contains($0) })
    else { return nil }
    let text = String(url.reversed().drop { $0 == "/" }.reversed())
    return text.hasSuffix(":") ? nil : text
  }

  /// The host of ``base`` without its port; nil where there is none.
  package var host: String? {
    guard let base, let start = base.firstIndex(of: "/") else { return nil }
    let authority = base[start...].dropFirst(2).prefix { $0 != "/" }
    let host = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased()
    guard let host, !host.isEmpty,
      host.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || 48...57 ~= $0 || $0 == 45 || $0 == 46 })
    else { return nil }
    return host
  }
}
