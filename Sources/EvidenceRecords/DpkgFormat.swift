import Chronology
import Foundation

/// The log of dpkg: `2026-01-31 13:26:56 upgrade openssl:amd64 1.1 1.2`.
///
/// Line forms as in dpkg's manual page (option `--log`); local time without a zone.
package struct DpkgFormat: RecordFormat {
  package let name = "dpkg"

  package init() {}

  private static let actions: Set<String> = [
    "install", "upgrade", "remove", "purge", "disappear", "startup", "configure", "trigproc", "status", "conffile",
  ]

  package func confidence(head: [UInt8], path: String) -> Double {
    let lines = String(decoding: head.prefix(8192), as: UTF8.self).split(separator: "\n").prefix(20)
    guard !lines.isEmpty else { return 0 }
    // The last line of a cut head may be cut itself.
    let understood = lines.count { Self.fields(of: $0) != nil }
    let share = Double(understood) / Double(lines.count)
    return share == 1 ? 0.97 : share >= 0.8 ? 0.9 : 0
  }

  private static func fields(of line: some StringProtocol) -> (stamp: RecordStamp, words: [String])? {
    let words = line.split { $0 == " " }.map { String($0) }
    guard words.count >= 4, words[0].count == 10, words[1].count == 8, actions.contains(words[2]),
      let stamp = RecordStamp("\(words[0]) \(words[1])")
    else { return nil }
    return (stamp, Array(words[2...]))
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading(zone: "UTC", zoneBasis: .assumed)
    text.noteLimit(in: &reading)
    text.forEachLine { number, line in
      if line.isBlank { return true }
      reading.lines += 1
      let written = line.prefix(Limits.lineBytesMax).text
      guard let fields = Self.fields(of: written) else {
        reading.countUnrecognised(line: number, text: written)
        return true
      }
      guard let change = PackageChange(dpkg: fields.words) else { return true }
      return reading.keep(change.entry(at: fields.stamp, input: input, line: number))
    }
    return reading
  }
}

/// A package that was installed, upgraded or removed.
struct PackageChange {
  var action: String
  var package: String
  var old: String?
  var new: String?

  init(action: String, package: String, old: String? = nil, new: String? = nil) {
    self.action = action
    self.package = package
    self.old = old
    self.new = new
  }

  /// From `install pkg:arch old new` and its kin; nil for lines that are steps within one (`status`, `configure`, …).
  init?(dpkg words: [String]) {
    guard words.count >= 3, ["install", "upgrade", "remove", "purge", "disappear"].contains(words[0]) else {
      return nil
    }
    func version(_ index: Int) -> String? { index < words.count && words[index] != "<none>" ? words[index] : nil }
    action = words[0]
    package = words[1].split(separator: ":").first.map(String.init) ?? words[1]
    old = version(2)
    new = version(3)
  }

  func entry(at stamp: RecordStamp, input: RecordInput, line: Int) -> RecordEntry {
    var title = "\(action) \(package)"
    switch (old, new) {
    case (let old?, let new?) where old != new: title += " \(old) → \(new)"
    case (_, let new?): title += " \(new)"
    case (let old?, nil): title += " \(old)"
    case (nil, nil): break
    }
    if let host = input.host { title += " on \(host)" }
    let facts = ChangeFacts(
      kind: .package, id: package, hosts: input.host.map { [$0] } ?? [], terms: [package],
      detail: [old, new].compactMap(\.self).joined(separator: " → "))
    return RecordEntry(
      instant: stamp.instant, basis: stamp.basis, reference: input.reference(line: line), host: input.host,
      title: title,
      facts: .change(facts))
  }
}
