import Chronology
import Foundation

/// The history of apt: blocks of `Start-Date:`, `Commandline:`, `Install:`, `Upgrade:`, …, `End-Date:`.
///
/// Each package of a block is an entry at the block's start: `openssl:amd64 (3.0.2, 3.0.11)`, one version where it was
/// installed or removed, `automatic` behind it where another package asked for it. Local time without a zone.
package struct AptFormat: RecordFormat {
  package let name = "apt"

  package init() {}

  private static let actions = [
    "Install": "install", "Upgrade": "upgrade", "Downgrade": "downgrade", "Reinstall": "reinstall", "Remove": "remove",
    "Purge": "purge",
  ]

  package func confidence(head: [UInt8], path: String) -> Double {
    let lines = String(decoding: head.prefix(65_536), as: UTF8.self).split(separator: "\n").prefix(3)
    guard let first = lines.first, first.hasPrefix("Start-Date: "), RecordStamp(Self.value(of: first)) != nil else {
      return 0
    }
    return 0.97
  }

  /// What stands behind the colon; apt writes the date with two blanks between day and time.
  private static func value(of line: some StringProtocol) -> String {
    guard let colon = line.firstIndex(of: ":") else { return "" }
    return line[line.index(after: colon)...].split(separator: " ").joined(separator: " ")
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading(zone: "UTC", zoneBasis: .assumed)
    text.noteLimit(in: &reading)
    var block = Block()
    text.forEachLine { number, line in
      if line.isBlank { return true }
      reading.lines += 1
      let written = line.text
      let key = String(written.prefix { $0 != ":" })
      switch key {
      case "Start-Date":
        block = Block()
        block.stamp = RecordStamp(Self.value(of: written))
        if block.stamp == nil { reading.countUnrecognised(line: number, text: written) }
      case "Commandline": block.command = Self.value(of: written)
      case "Requested-By": block.actor = Self.value(of: written)
      case "Error": block.error = Self.value(of: written)
      case "End-Date": break
      default:
        guard let action = Self.actions[key], let stamp = block.stamp else {
          reading.countUnrecognised(line: number, text: written)
          return true
        }
        for package in Self.packages(in: Self.value(of: written)) {
          let change = PackageChange(action: action, package: package.name, old: package.old, new: package.new)
          var entry = change.entry(at: stamp, input: input, line: number)
          block.explain(&entry)
          guard reading.keep(entry) else { return false }
        }
      }
      return true
    }
    return reading
  }

  /// `name:arch (old, new), name:arch (version, automatic)`
  private static func packages(in list: String) -> [(name: String, old: String?, new: String?)] {
    list.matches(of: /(?<name>[^\s,():]+)(?::[\w\-]+)? \((?<versions>[^)]*)\)/).map { match in
      let versions = match.versions.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0 != "automatic" && !$0.isEmpty }
      return (String(match.name), versions.count > 1 ? versions[0] : nil, versions.last)
    }
  }
}

/// What a block of the history says of all its packages.
private struct Block {
  var stamp: RecordStamp?
  var command: String?
  var actor: String?
  var error: String?

  func explain(_ entry: inout RecordEntry) {
    guard case .change(var facts) = entry.facts else { return }
    facts.actor = actor
    facts.detail = [facts.detail, command, error].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "; ")
    entry.facts = .change(facts)
  }
}
