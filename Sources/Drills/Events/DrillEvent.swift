package import Incidents

/// What happened to a drill; its stream is `drill-1`.
package enum DrillEvent: Hashable, Sendable {
  case planned(DrillPlanned)
  case started(DrillStarted)
  /// Responders declared the incident on whose screens it is played.
  case incidentLinked(Int)
  case released(InjectReleased)
  case delayed(InjectDelayed)
  case skipped(InjectSkipped)
  case added(InjectAdded)
  /// A file of what came is in the incident's evidence.
  case fileLanded(FileLanded)
  /// A file of what came could not be brought in there.
  case fileRefused(FileRefused)
  case observed(DrillObservation)
  case paused
  case resumed
  case ended
  case cancelled(reason: String)
  /// Number of the postmortem that is about it.
  case postmortemLinked(Int)

  private struct Number: Codable { var number: Int }
  private struct Reason: Codable { var reason: String }
  private struct Nothing: Codable {}

  /// Nil for a kind or a version that this Mayday does not know, which a reader leaves alone.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    guard document.version == 1 else { return nil }
    switch document.kind {
    case "drill-planned": self = .planned(try document.decoded())
    case "drill-started": self = .started(try document.decoded())
    case "drill-incident-linked": self = .incidentLinked(try document.decoded(Number.self).number)
    case "inject-released": self = .released(try document.decoded())
    case "inject-delayed": self = .delayed(try document.decoded())
    case "inject-skipped": self = .skipped(try document.decoded())
    case "inject-added": self = .added(try document.decoded())
    case "drill-file-landed": self = .fileLanded(try document.decoded())
    case "drill-file-refused": self = .fileRefused(try document.decoded())
    case "drill-observed": self = .observed(try document.decoded())
    case "drill-paused": self = .paused
    case "drill-resumed": self = .resumed
    case "drill-ended": self = .ended
    case "drill-cancelled": self = .cancelled(reason: try document.decoded(Reason.self).reason)
    case "drill-postmortem-linked": self = .postmortemLinked(try document.decoded(Number.self).number)
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .planned(let content): try .init("drill-planned", content)
    case .started(let content): try .init("drill-started", content)
    case .incidentLinked(let number): try .init("drill-incident-linked", Number(number: number))
    case .released(let content): try .init("inject-released", content)
    case .delayed(let content): try .init("inject-delayed", content)
    case .skipped(let content): try .init("inject-skipped", content)
    case .added(let content): try .init("inject-added", content)
    case .fileLanded(let content): try .init("drill-file-landed", content)
    case .fileRefused(let content): try .init("drill-file-refused", content)
    case .observed(let content): try .init("drill-observed", content)
    case .paused: try .init("drill-paused", Nothing())
    case .resumed: try .init("drill-resumed", Nothing())
    case .ended: try .init("drill-ended", Nothing())
    case .cancelled(let reason): try .init("drill-cancelled", Reason(reason: reason))
    case .postmortemLinked(let number): try .init("drill-postmortem-linked", Number(number: number))
    }
  }
}
