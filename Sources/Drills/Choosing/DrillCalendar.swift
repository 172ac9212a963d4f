import Chronology
package import PublicStatus

/// Days on which drills are planned, as an iCalendar file (RFC 5545) that calendars subscribe to.
package enum DrillCalendar {
  /// Drills of the file at most, those of the latest days.
  package static let drillsMax = 500

  /// Planned drills with a day, and those that were played; not those that were cancelled.
  ///
  /// Nothing in it tells what the drill is about: everybody who takes part reads calendars.
  ///
  /// - Parameters:
  ///   - drills: all of the record.
  ///   - host: name of the machine, for identities that stay; no address.
  ///   - link: address of the page of a drill, by number; nil: none.
  /// - Returns: the file, to be served or saved.
  package static func file(_ drills: [Drill], host: String, link: (Int) -> String?) -> CalendarFile {
    var file = CalendarFile(name: "Drills", product: "Drills")
    let dated = drills.compactMap { drill -> (drill: Drill, day: CivilDate)? in
      guard drill.state != .cancelled, let day = drill.planned.day else { return nil }
      return (drill, day)
    }.sorted { ($0.day, $0.drill.number) < ($1.day, $1.drill.number) }
    for (drill, day) in dated.suffix(drillsMax) {
      file.addDay(
        CalendarFile.Day(
          uid: "drill-\(drill.number)@\(host)", day: day, changed: drill.changed ?? Instant(seconds: 0),
          sequence: Int(clamping: drill.version), summary: "Drill \(drill.number)", description: words(drill),
          url: link(drill.number)))
    }
    return file
  }

  private static func words(_ drill: Drill) -> String {
    var lines = ["A rehearsal: nothing is broken, and nobody outside is told."]
    if let minutes = drill.scenario.minutes {
      let real = (minutes + drill.planned.speed - 1) / drill.planned.speed
      lines.append("It takes about \(real) minute\(real == 1 ? "" : "s"), and a talk afterwards.")
    }
    for part in DrillPerson.Part.allCases {
      let names = drill.planned.people.filter { $0.part == part }.map(\.name)
      guard !names.isEmpty else { continue }
      lines.append("\(part.words(names.count)): \(names.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }
}

extension DrillPerson.Part {
  /// `Responders`, for so many people.
  package func words(_ count: Int) -> String {
    let word = rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    return count == 1 ? word : word + "s"
  }
}
