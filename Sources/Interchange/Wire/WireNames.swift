internal import Incidents
package import Schemas

/// How things are called on the wire: `INC-12`, `MW-3`, `NM-4`, `PM-5`.
package enum WireName {
  package static func incident(_ number: Int) -> String { "INC-\(number)" }
  package static func maintenance(_ number: Int) -> String { "MW-\(number)" }
  package static func nearMiss(_ number: Int) -> String { "NM-\(number)" }
  package static func postmortem(_ number: Int) -> String { "PM-\(number)" }

  /// The number in `INC-12`, in any case; nil where it is not written so.
  package static func number(_ text: String, prefix: String) -> Int? {
    let digits = text.dropFirst(prefix.count + 1)
    guard text.lowercased().hasPrefix(prefix.lowercased() + "-"), (1...10).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.first != "0"
    else { return nil }
    return Int(digits)
  }
}

/// Schemas that many operations share.
package enum WireSchema {
  package static let incidentName = Schema.matching("^[Ii][Nn][Cc]-[1-9][0-9]{0,9}$", max: 14)
  package static let identifier = Schema.matching("^[a-z0-9-]{1,60}$", max: 60)
  package static let level = Schema.integer(1...Int64(IncidentLimits.severitiesMax))
  package static let count = Schema.integer(0...1_000_000_000)
  package static let version = Schema.integer(0...9_007_199_254_740_991)
  package static let person = Schema.line(IncidentLimits.nameScalarsMax)
  package static let text = Schema.lines(IncidentLimits.textScalarsMax)
  package static let textOrEmpty = Schema.lines(IncidentLimits.textScalarsMax, min: 0)
  package static let reason = Schema.lines(IncidentLimits.reasonScalarsMax)
  /// What the record holds, whatever limits were in force when it was written.
  package static let anyText = Schema.lines(100_000, min: 0)
  /// A whole document, as it was brought in.
  package static let anyDocument = Schema.matching("^[\\s\\S]*$", max: 16 << 20, min: 0)
}
