package import Desk
package import PublicStatus

/// Every address of the site; the one place that knows them.
package enum SitePath: Sendable, Hashable {
  case home
  case incident(IncidentID, TimelineQuery = TimelineQuery(), moment: String? = nil)
  case incidentTimeline(IncidentID)
  case postmortem(PostmortemID)
  case asset(Asset)
  case design
  case health
  /// The public status page.
  case status
  /// An incident or a piece of planned work, as the public sees it; `update` is a place on its page.
  case statusItem(PublicID, update: PublicID? = nil)
  /// What was told in a month; without one, in the last months.
  case statusHistory(StatusMonth? = nil)
  case statusFeed
  case statusCalendar
  case statusDocument(StatuspageDocument)

  /// Path, query and fragment, as they stand in a link.
  package var text: String {
    switch self {
    case .home: "/"
    case .incident(let id, let query, let moment):
      "/incidents/\(id)" + query.text + (moment.map { "#\(MomentAnchor.id($0))" } ?? "")
    case .incidentTimeline(let id): "/incidents/\(id)/timeline.json"
    case .postmortem(let id): "/postmortems/\(id)"
    case .asset(let asset): "/assets/\(asset.hashedName)"
    case .design: "/design"
    case .health: "/healthz"
    case .status: "/status"
    case .statusItem(let id, let update):
      "/status/incidents/\(id)" + (update.map { "#\(UpdateAnchor.id($0))" } ?? "")
    case .statusHistory(let month): "/status/history" + (month.map { "/\($0)" } ?? "")
    case .statusFeed: "/status/feed.atom"
    case .statusCalendar: "/status/maintenance.ics"
    case .statusDocument(let document): document.path
    }
  }
}

/// What a reader chose about a timeline: the zone of its times, and whether all moments are shown.
package struct TimelineQuery: Sendable, Hashable {
  /// As typed; nil: UTC.
  package var zone: String?
  package var isAll: Bool

  package init(zone: String? = nil, isAll: Bool = false) {
    self.zone = zone
    self.isAll = isAll
  }

  /// With its question mark; empty when nothing was chosen.
  var text: String {
    var parts: [String] = []
    if let zone { parts.append("zone=\(Self.percentEncoded(zone))") }
    if isAll { parts.append("all=1") }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  /// RFC 3986, section 2.3: all but the unreserved characters, and the slash, which a query may hold (3.4).
  private static func percentEncoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}

/// The name of a moment's place on a page.
enum MomentAnchor {
  static func id(_ moment: String) -> String { "moment-\(moment)" }
}

/// The name of an update's place on a page; the feed's links lead there too.
enum UpdateAnchor {
  static func id(_ update: PublicID) -> String { "update-\(update)" }
}
