import Chronology
import EvidenceReading

/// Sentences about clocks that a reader needs: who runs ahead or behind, which zone was inferred.
enum ClockNotes {
  static func notes(_ logs: [MinedLog], _ clocks: [SourceClock]) -> [String] {
    skews(logs, clocks) + zones(logs, clocks)
  }

  private static func skews(_ logs: [MinedLog], _ clocks: [SourceClock]) -> [String] {
    var byHost: [String: (services: Set<String>, skew: Double, shared: Int)] = [:]
    for (log, clock) in zip(logs, clocks) {
      guard let skew = clock.skewSeconds, skew != 0 else { continue }
      let host = log.host ?? log.summary.path
      var entry = byHost[host] ?? ([], skew, 0)
      entry.services.insert(log.service)
      if clock.sharedIdentifiers > entry.shared { entry = (entry.services, skew, clock.sharedIdentifiers) }
      byHost[host] = entry
    }
    return byHost.sorted { $0.key < $1.key }.map { host, entry in
      let verb = entry.services.count == 1 ? "runs" : "run"
      let way = entry.skew < 0 ? "behind" : "ahead"
      return "\(entry.services.sorted().joined(separator: ", ")) on \(host) \(verb) \(seconds(abs(entry.skew))) \(way) "
        + "(\(entry.shared) shared request ids)"
    }
  }

  private static func zones(_ logs: [MinedLog], _ clocks: [SourceClock]) -> [String] {
    var notes: [Key: (hosts: Set<String>, shared: Int)] = [:]
    for (log, clock) in zip(logs, clocks) where clock.zoneBasis == .inferred && clock.zoneOffsetSeconds != 0 {
      let key = Key(zone: clock.zoneName, service: log.service, source: words(clock.zoneSource))
      var entry = notes[key] ?? ([], 0)
      entry.hosts.insert(log.host ?? log.summary.path)
      entry.shared = max(entry.shared, clock.sharedIdentifiers)
      notes[key] = entry
    }
    return notes.sorted { ($0.key.zone, $0.key.service, $0.key.source) < ($1.key.zone, $1.key.service, $1.key.source) }
      .map { key, entry in
        let basis = entry.shared > 0 ? "\(entry.shared) shared request ids" : key.source
        let places = entry.hosts.sorted()
        let named =
          places.count > 3 && places[0].contains("/") ? "\(places.count) files" : places.joined(separator: ", ")
        return "\(key.service) logs (\(named)) are read as UTC\(key.zone), "
          + "inferred from \(basis)"
      }
  }

  private struct Key: Hashable {
    var zone: String
    var service: String
    var source: String
  }

  private static func words(_ source: ZoneSource?) -> String {
    switch source {
    case .sameHost: "the other logs of the host"
    case .sameService: "such logs of other hosts"
    case .sharedIdentifiers: "shared request ids"
    case .fileTimes, nil: "file times and overlap"
    }
  }

  private static func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
