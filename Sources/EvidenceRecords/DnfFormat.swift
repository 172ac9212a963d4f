import Chronology
import Foundation

/// The package logs of dnf and yum: `2026-01-31T13:26:56+0100 SUBDEBUG Upgrade: openssl-1:3.0.7-2.el9.x86_64` (`dnf.rpm.log`)
/// and `Jan 31 13:26:56 Updated: openssl-1.0.2k-19.el7.x86_64` (`yum.log`).
package struct DnfFormat: RecordFormat {
  package let name = "dnf"

  package init() {}

  /// What the log calls an action and what it is; nil: the old half of a pair whose new half stands on its own line.
  private static let actions: [String: String?] = [
    "Installed": "install", "Upgrade": "upgrade", "Updated": "upgrade", "Upgraded": nil, "Downgrade": "downgrade",
    "Downgraded": nil, "Reinstall": "reinstall", "Reinstalled": nil, "Erase": "remove", "Erased": "remove",
    "Removed": "remove", "Obsoleted": nil, "Cleanup": nil,
  ]

  package func confidence(head: [UInt8], path: String) -> Double {
    let lines = String(decoding: head.prefix(8192), as: UTF8.self).split(separator: "\n").prefix(20)
    let understood = lines.count { Self.parts(of: $0) != nil }
    return understood > 0 && understood * 10 >= lines.count * 7 ? 0.9 : 0
  }

  private static func parts(of line: Substring) -> (stamp: String, action: String, package: String)? {
    // Every file is asked, so lines without either stamp must cost nothing: `-` and `T`, or two colons, in their places.
    let start = Array(line.utf8.prefix(13))
    guard start.count == 13, (start[4] == 45 && start[10] == 84) || (start[9] == 58 && start[12] == 58) else {
      return nil
    }
    guard
      let match = line.wholeMatch(
        of:
          /(?<stamp>\d{4}-\d\d-\d\dT\S+|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) (?:[A-Z]+ )?(?<action>[A-Z][a-z]+): (?<package>\S+)\s*/
      ),
      actions[String(match.action)] != nil
    else { return nil }
    return (String(match.stamp), String(match.action), String(match.package))
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading()
    // A log without years ends about when the file was last written.
    let year = input.modified?.clock().date.year ?? 2000
    text.noteLimit(in: &reading)
    text.forEachLine { number, line in
      if line.isBlank { return true }
      reading.lines += 1
      let written = line.prefix(Limits.lineBytesMax).text
      if written.contains("--- logging initialized ---") { return true }
      guard let parts = Self.parts(of: written[...]), let stamp = RecordStamp(parts.stamp, year: year) else {
        reading.countUnrecognised(line: number, text: written)
        return true
      }
      guard let action = Self.actions[parts.action] ?? nil else { return true }
      let named = Self.nameAndVersion(parts.package)
      let change = PackageChange(action: action, package: named.name, new: named.version)
      return reading.keep(change.entry(at: stamp, input: input, line: number))
    }
    reading.settleZone()
    return reading
  }

  /// Splits `name-epoch:version-release.arch`: the version and the release hold no dash.
  private static func nameAndVersion(_ text: String) -> (name: String, version: String?) {
    let parts = text.split(separator: "-")
    guard parts.count >= 3 else { return (text, nil) }
    return (parts.dropLast(2).joined(separator: "-"), parts.suffix(2).joined(separator: "-"))
  }
}
