import Chronology
import EvidenceReading
import PatternMining

/// How the instants of one log are to be read.
struct SourceClock: Equatable {
  /// To be added to an instant as it was read.
  var shiftNanoseconds: Int64 = 0
  /// Offset from UTC with which its stamps are read; nil when the zone is stated on each.
  var zoneOffsetSeconds: Int?
  var zoneBasis: ZoneBasis
  /// Written minus true time; nil: cannot tell.
  var skewSeconds: Double?
  /// What tells so: shared identifiers with other sources.
  var sharedIdentifiers = 0
  /// What an inferred zone was inferred from.
  var zoneSource: ZoneSource?
  var basis: InstantBasis

  func corrected(_ instant: Instant) -> Instant { instant.advanced(byNanoseconds: shiftNanoseconds) }

  var zoneName: String {
    guard let offset = zoneOffsetSeconds, offset != 0 else { return "UTC" }
    return Self.name(ofOffset: offset)
  }

  /// `+01:00`, `-05:30`.
  static func name(ofOffset offset: Int) -> String {
    let minutes = abs(offset) / 60
    let two = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    return (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }
}

/// What the zone of a log was inferred from.
enum ZoneSource: Equatable {
  case sharedIdentifiers
  /// The same service, or the file of the same name, on other hosts.
  case sameService
  case fileTimes
  /// The other logs of the host.
  case sameHost
}

/// Logs that one process wrote with one clock: rotations of a file in one folder.
struct ClockGroup {
  var logs: [Int]
  var host: String?
  var service: String
  var folder: String
  /// Name of the file without rotation.
  var stem: String
  var isZoneStated: Bool
  var preliminaryOffsetSeconds: Int
  /// Earliest instant of each sampled identifier, as read.
  var identifiers: [UInt64: Instant]

  /// Where a clock is shared: the processes of a host that log into one folder.
  var domain: String { "\(host ?? "")|\(folder)" }
  var name: String { "\(folder)/\(service)" }

  /// Groups in the order of their first log.
  static func groups(of logs: [MinedLog]) -> [ClockGroup] {
    var places: [String: Int] = [:]
    var groups: [ClockGroup] = []
    for (index, log) in logs.enumerated() {
      let file = LogFileName(log.summary.path)
      let key = "\(log.host ?? "")|\(file.folder)|\(file.stem)|\(log.isZoneStated)"
      if let place = places[key] {
        groups[place].logs.append(index)
        groups[place].identifiers.merge(log.mined.identifiers) { min($0, $1) }
      } else {
        places[key] = groups.count
        groups.append(
          ClockGroup(
            logs: [index], host: log.host, service: log.service, folder: file.folder, stem: file.stem,
            isZoneStated: log.isZoneStated,
            preliminaryOffsetSeconds: log.preliminaryOffsetSeconds, identifiers: log.mined.identifiers))
      }
    }
    return groups
  }
}
