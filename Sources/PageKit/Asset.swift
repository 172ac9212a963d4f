import Crypto

/// A file that pages need, embedded in the program and served under a name that changes with its content.
package enum Asset: String, Sendable, CaseIterable {
  case mark = "mark.svg"
  case style = "mayday.css"
  case rail = "rail.js"
  case statusStyle = "status.css"
  case readerZone = "zone.js"
  case response = "response.css"
  case clocks = "clocks.js"
  case keys = "keys.js"
  case live = "live.js"
  case say = "say.js"
  case lessons = "lessons.css"
  case readiness = "readiness.css"
  case postmortem = "postmortem.css"
  case writing = "postmortem.js"
  case present = "present.js"
  case reading = "reading.css"
  case survey = "survey.css"
  case answering = "survey.js"
  case drills = "drills.css"
  case drill = "drill.js"
  case composer = "composer.js"

  package var bytes: [UInt8] {
    switch self {
    case .mark: PackageResources.mark_svg
    case .style: PackageResources.mayday_css
    case .rail: PackageResources.rail_js
    case .statusStyle: PackageResources.status_css
    case .readerZone: PackageResources.zone_js
    case .response: PackageResources.response_css
    case .clocks: PackageResources.clocks_js
    case .keys: PackageResources.keys_js
    case .live: PackageResources.live_js
    case .say: PackageResources.say_js
    case .lessons: PackageResources.lessons_css
    case .readiness: PackageResources.readiness_css
    case .postmortem: PackageResources.postmortem_css
    case .writing: PackageResources.postmortem_js
    case .present: PackageResources.present_js
    case .reading: PackageResources.reading_css
    case .survey: PackageResources.survey_css
    case .answering: PackageResources.survey_js
    case .drills: PackageResources.drills_css
    case .drill: PackageResources.drill_js
    case .composer: PackageResources.composer_js
    }
  }

  /// The media type with its character set.
  package var mediaType: String {
    switch self {
    case .mark: "image/svg+xml"
    case .style, .statusStyle, .response, .lessons, .postmortem, .reading, .readiness, .survey, .drills:
      "text/css; charset=utf-8"
    case .rail, .readerZone, .clocks, .keys, .live, .say, .writing, .present, .answering, .drill, .composer:
      "text/javascript; charset=utf-8"
    }
  }

  /// `mayday-3f2a9c04d1e8.css`: the first twelve digits of the content's SHA-256 stand in the name.
  package var hashedName: String { Self.hashedNames[self] ?? rawValue }

  /// The asset that is served under a name; nil when there is none, or the name is one of an older program.
  package init?(hashedName: some StringProtocol) {
    guard let asset = Self.allCases.first(where: { $0.hashedName == hashedName }) else { return nil }
    self = asset
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  private static let hashedNames = Dictionary(
    uniqueKeysWithValues: allCases.map { asset in
      let digest = SHA256.hash(data: asset.bytes).prefix(6).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }
      let parts = asset.rawValue.split(separator: ".", maxSplits: 1)
      return (asset, "\(parts[0])-\(digest.joined()).\(parts[1])")
    })
}
