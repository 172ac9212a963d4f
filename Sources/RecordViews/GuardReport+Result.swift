package import Guards
package import Postmortems

extension Postmortems.GuardReport {
  /// What a run showed, as the record keeps it: nothing in it that a terminal would obey, and in bounds.
  package init(_ result: GuardResult, place: String) {
    self.init(
      standing: GuardStanding(result.outcome), summary: Self.plain(result.summary, max: 1000, isLine: true),
      detail: Self.plain(result.detail, max: PostmortemLimits.guardDetailScalarsMax), place: String(place.prefix(200)))
    if summary.isEmpty { summary = standing.rawValue }
  }

  /// Without controls; where it is too long its end is cut, and says so.
  private static func plain(_ text: String, max: Int, isLine: Bool = false) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\t"
      if isBreak ? isLine : scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        scalars.append(" ")
      } else {
        scalars.append(scalar)
      }
    }
    guard scalars.count > max else { return String(scalars) }
    let mark = "… (cut)"
    return String(String.UnicodeScalarView(scalars.prefix(max - mark.unicodeScalars.count))) + mark
  }
}

extension GuardStanding {
  /// What could not be checked never counts as green.
  package init(_ outcome: GuardOutcome) {
    switch outcome {
    case .held: self = .holds
    case .broken: self = .broken
    case .unknown: self = .unknown
    }
  }
}

extension GuardDeclaration {
  /// What a file tells of a guard; how it is checked stays in the file.
  package init(_ definition: GuardDefinition) {
    self.init(
      name: definition.name, title: definition.title,
      incident: definition.protects.flatMap { IncidentID($0)?.number },
      action: definition.action.flatMap { ActionID($0) })
  }
}
