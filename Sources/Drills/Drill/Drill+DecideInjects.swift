import Incidents

extension Drill {
  func injected(_ command: DrillCommand, in context: DrillContext) throws(IncidentRefusal) -> [DrillEvent] {
    guard state == .running || state == .paused else {
      throw IncidentRefusal(
        .wrongState, place: "drill \(number)", message: "it is \(state.rawValue), and nothing comes in it",
        hint: state == .planned ? "start it first" : "plan another drill")
    }
    switch command {
    case .release(let number):
      let inject = try known(number)
      guard inject.released == nil else {
        throw IncidentRefusal(
          .nothingNew, place: "inject \(number)", message: "it came already", hint: "nothing was changed")
      }
      return [.released(InjectReleased(inject: number))]
    case .releaseDue:
      return due(at: context.now).map { .released(InjectReleased(inject: $0.number, isByClock: true)) }
    case .delay(let number, let seconds): return [try delayed(number, seconds, in: context)]
    case .skip(let number, let reason):
      let inject = try waiting(number)
      let reason = try CommandCheck.needed(reason, "leaving out inject \(inject.number)")
      return [.skipped(InjectSkipped(inject: number, reason: reason))]
    case .add(let content): return try added(content)
    default: preconditionFailure("only injects are decided here")
    }
  }

  private func delayed(_ number: String, _ seconds: Int, in context: DrillContext) throws(IncidentRefusal) -> DrillEvent
  {
    let inject = try waiting(number)
    guard (1...DrillLimits.delaySecondsMax).contains(seconds) else {
      throw IncidentRefusal(
        .limitPassed, place: "seconds",
        message: "\(seconds) is outside of 1 to \(DrillLimits.delaySecondsMax)",
        hint: "say by how many seconds of drill time it comes later; to have it come now, release it")
    }
    // What should have come already is put off from now on.
    let now = Int((self.seconds(at: context.now) ?? 0).rounded(.up))
    let until = max(inject.dueSeconds ?? now, now) + seconds
    return .delayed(InjectDelayed(inject: number, seconds: seconds, until: until))
  }

  /// An inject without a time comes at once.
  private func added(_ content: InjectAdded) throws(IncidentRefusal) -> [DrillEvent] {
    guard injects.count < DrillLimits.injectsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "injects",
        message: "there are \(injects.count), and \(DrillLimits.injectsMax) are possible", hint: "say the rest aloud")
    }
    var content = content
    content.text = try TextCheck.required(content.text, "text", max: DrillLimits.injectScalarsMax)
    content.from = try TextCheck.optional(content.from, "from", max: IncidentLimits.titleScalarsMax)
    content.inject = "+\(injects.count { $0.isAdded } + 1)"
    guard let at = content.atSeconds else {
      return [.added(content), .released(InjectReleased(inject: content.inject))]
    }
    guard (0...DrillLimits.minutesMax * 60).contains(at) else {
      throw IncidentRefusal(
        .limitPassed, place: "at", message: "\(at) s is outside of 0 to \(DrillLimits.minutesMax * 60) s",
        hint: "say after how many minutes of drill time it comes")
    }
    return [.added(content)]
  }

  private func waiting(_ number: String) throws(IncidentRefusal) -> DrillInject {
    let inject = try known(number)
    guard inject.released == nil else {
      throw IncidentRefusal(
        .wrongState, place: "inject \(number)", message: "it came already", hint: "what was read cannot be taken back")
    }
    if let reason = inject.skipped {
      throw IncidentRefusal(
        .wrongState, place: "inject \(number)", message: "it was left out: \(reason)",
        hint: "release it, if it is to come after all")
    }
    return inject
  }

  private func known(_ number: String) throws(IncidentRefusal) -> DrillInject {
    if let inject = inject(number) { return inject }
    throw IncidentRefusal(
      .unknownPart, place: "inject \(number)", message: "drill \(self.number) has no such inject",
      hint: "its injects: \(injects.prefix(30).map(\.number).joined(separator: ", "))")
  }
}
