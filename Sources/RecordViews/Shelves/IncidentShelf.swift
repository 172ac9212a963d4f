internal import Foundation
package import Incidents
package import TimelineBuilding

/// Incidents that were folded from the journal, kept for the next time; those that nobody asked for longest go first.
package struct IncidentShelf {
  private struct Fold {
    var incident: Incident
    /// Decoded from the timeline that is attached.
    var report: TimelineReport?
    var lastUse: Int
  }

  private var folds: [Int: Fold] = [:]
  private var useCount = 0
  private let max: Int

  /// Keeps at most so many.
  package init(max: Int) { self.max = max }

  package mutating func incident(_ number: Int) -> Incident? {
    useCount += 1
    folds[number]?.lastUse = useCount
    return folds[number]?.incident
  }

  package mutating func keep(_ incident: Incident) {
    useCount += 1
    var fold = folds[incident.number] ?? Fold(incident: incident, lastUse: useCount)
    guard fold.incident.version <= incident.version else { return }
    if fold.incident.timeline != incident.timeline { fold.report = nil }
    fold.incident = incident
    fold.lastUse = useCount
    folds[incident.number] = fold
    if folds.count > max, let oldest = folds.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      folds[oldest.key] = nil
    }
  }

  /// What the evidence of an incident says; nil where none is attached, or a newer Mayday wrote it.
  package mutating func report(of incident: Incident) -> TimelineReport? {
    guard let timeline = incident.timeline else { return nil }
    if let fold = folds[incident.number], let report = fold.report, fold.incident.timeline == timeline { return report }
    let report = try? JSONDecoder().decode(TimelineReport.self, from: Data(timeline.json))
    if folds[incident.number]?.incident.timeline == timeline { folds[incident.number]?.report = report }
    return report
  }
}
