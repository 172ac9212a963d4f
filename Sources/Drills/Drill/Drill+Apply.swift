package import Incidents

extension Drill {
  /// Folds an event in.
  ///
  /// What does not fit what is there changes nothing but the version: the record may hold events of a newer Mayday, or
  /// lack erased ones.
  package mutating func apply(_ event: DrillEvent, _ stamp: EventStamp) {
    version = stamp.version
    changed = stamp.recorded
    switch event {
    case .planned(let content): plan(content)
    case .started(let content):
      guard state == .planned else { return }
      clock = DrillClock(start: stamp.at, speed: planned.speed)
      state = .running
      incident = content.incident
    case .incidentLinked(let number): incident = number
    case .released(let content):
      change(content.inject) { inject in
        guard inject.released == nil else { return }
        inject.released = stamp.at
        inject.releasedBy = stamp.actor
        inject.releasedVersion = stamp.version
        inject.skipped = nil
      }
    case .delayed(let content): change(content.inject) { $0.dueSeconds = content.until }
    case .skipped(let content):
      change(content.inject) { if $0.released == nil { $0.skipped = content.reason } }
    case .added(let content):
      guard inject(content.inject) == nil else { return }
      injects.append(
        DrillInject(
          number: content.inject, kind: content.kind, from: content.from, text: content.text,
          dueSeconds: content.atSeconds, plannedSeconds: nil, isAdded: true))
    case .fileLanded(let content): change(file: content.file) { $0.evidence = content.evidence }
    case .fileRefused(let content): change(file: content.file) { $0.refused = content.reason }
    case .observed(let content): observations.append(Observed(content: content, at: stamp.at, by: stamp.actor))
    case .paused, .resumed, .ended, .cancelled: go(event, stamp)
    case .postmortemLinked(let number): postmortem = number
    }
  }

  /// An event whose content was erased, or that this Mayday does not know: only its place is left.
  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }

  private mutating func plan(_ content: DrillPlanned) {
    guard state == .planned else { return }
    planned = content
    let scenario = scenario
    injects = scenario.injects.map { inject in
      DrillInject(
        number: inject.number, kind: inject.kind, from: inject.from, text: inject.text,
        files: scenario.files(of: inject).map(\.name), dueSeconds: inject.atSeconds, plannedSeconds: inject.atSeconds,
        isAdded: false)
    }
    let named = Set(injects.flatMap(\.files))
    files = scenario.files.filter { named.contains($0.name) }.map { File(name: $0.name, bytes: $0.bytes) }
  }

  private mutating func go(_ event: DrillEvent, _ stamp: EventStamp) {
    switch (event, state) {
    case (.paused, .running):
      state = .paused
      let from = max(stamp.at, clock?.pauses.last?.until ?? stamp.at)
      clock?.pauses.append(DrillClock.Pause(from: from))
    case (.resumed, .paused):
      state = .running
      resume(stamp)
    case (.ended, .running), (.ended, .paused):
      state = .ended
      clock?.end = stamp.at
    case (.cancelled(let reason), .planned), (.cancelled(let reason), .running), (.cancelled(let reason), .paused):
      state = .cancelled
      cancelReason = reason
      clock?.end = stamp.at
    default: break
    }
  }

  private mutating func resume(_ stamp: EventStamp) {
    guard let last = clock?.pauses.indices.last, let from = clock?.pauses[last].from else { return }
    clock?.pauses[last].until = max(from, stamp.at)
  }

  private mutating func change(_ number: String, _ body: (inout DrillInject) -> Void) {
    guard let index = injects.firstIndex(where: { $0.number == number }) else { return }
    body(&injects[index])
  }
}
