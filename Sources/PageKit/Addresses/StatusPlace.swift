package import PublicStatus

/// Where the pages stand that are being made, which decides how they link to each other.
package enum StatusPlace: Hashable, Sendable {
  /// Served by Mayday, from the root of its host.
  case server
  /// A copy of files: every link leads from a file in a folder `depth` below the top. `address` is where the copy is
  /// published, when that is known.
  case copy(depth: Int, address: String?)

  /// The link to a part of the public site from a page that stands here.
  package func link(_ path: SitePath) -> StatusLink {
    switch self {
    case .server: StatusLink(text: path.text)
    case .copy(let depth, _):
      StatusLink(text: String(repeating: "../", count: depth) + (Self.file(path) ?? "index.html") + Self.fragment(path))
    }
  }

  /// The links that files carry to where the pages are found.
  package func links(base: String?) -> StatusLinks {
    let prefix =
      switch self {
      case .server: base ?? ""
      case .copy(_, let address): address.map { $0 + "/" } ?? ""
      }
    let depth = depth
    let full: @Sendable (SitePath) -> String = { path in
      switch self {
      case .server: prefix + path.text
      case .copy:
        (prefix.isEmpty ? String(repeating: "../", count: depth) : prefix) + (Self.file(path) ?? "index.html")
      }
    }
    return StatusLinks(
      home: full(.status), history: full(.statusHistory()), feed: full(.statusFeed), calendar: full(.statusCalendar),
      item: { full(.statusItem($0)) }, postmortem: { full(.statusPostmortem($0)) })
  }

  private var depth: Int {
    switch self {
    case .server: 0
    case .copy(let depth, _): depth
    }
  }

  /// The file of a copy that holds a part; nil for parts that a copy has not.
  package static func file(_ path: SitePath) -> String? {
    switch path {
    case .status: "index.html"
    case .statusItem(let id, _): "incidents/\(id).html"
    case .statusPostmortem(let id): "postmortems/\(id).html"
    case .statusHistory(nil): "history.html"
    case .statusHistory(let month?): "history/\(month).html"
    case .statusFeed: "feed.atom"
    case .statusCalendar: "maintenance.ics"
    case .statusDocument(let document): String(document.path.dropFirst())
    case .asset(let asset): "assets/\(asset.hashedName)"
    case .home, .incident, .incidentTimeline, .postmortem, .postmortems, .design, .health, .access, .act, .response,
      .lessons, .readiness, .drills, .safety:
      nil
    }
  }

  private static func fragment(_ path: SitePath) -> String {
    guard case .statusItem(_, let update?) = path else { return "" }
    return "#\(UpdateAnchor.id(update))"
  }
}

/// A link within the public site, on the server or in a copy; only ``StatusPlace`` makes one.
package struct StatusLink: Hashable, Sendable {
  package let text: String

  fileprivate init(text: String) { self.text = text }
}
