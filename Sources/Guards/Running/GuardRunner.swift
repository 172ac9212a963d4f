import Chronology
import Foundation

/// Runs guards, several at one time.
package struct GuardRunner: Sendable {
  /// Where a guard comes from, and so what it may do.
  package enum Origin: Sendable {
    /// A file on this machine: every kind, and variables that the guard names.
    case file
    /// The record: what is remote only, no variables of this machine, and no machine of the network inside.
    case record
  }

  /// The folder of the guards' file, from which their folders are read.
  private let folder: String
  private let environment: [String: String]
  private let concurrency: Int
  /// Machines of the network inside that a guard of the record may ask.
  private let reach: Set<String>

  /// `environment` is what guards may name variables of; `reach` are the machines of the network inside that a guard of
  /// the record may ask, as its address names them.
  package init(
    folder: String = ".", environment: [String: String] = ProcessInfo.processInfo.environment,
    concurrency: Int = GuardLimits.concurrencyUsual, reach: [String] = []
  ) {
    self.folder = folder
    self.environment = environment
    self.concurrency = max(1, concurrency)
    self.reach = Set(reach)
  }

  /// Runs guards and returns their results in the same order; `onResult` hears of each as it ends.
  ///
  /// Cancelling the task that waits ends what runs, with all its processes; what was not done is then unknown.
  package func run(
    _ guards: [GuardDefinition], origin: Origin = .file,
    onResult: @escaping @Sendable (GuardResult) -> Void = { _ in }
  ) async -> GuardRunReport {
    let started = Self.now()
    let clock = ContinuousClock.now
    var results: [Int: GuardResult] = [:]
    await withTaskGroup(of: (Int, GuardResult).self) { group in
      var next = 0
      func start() {
        guard next < guards.count else { return }
        let index = next
        group.addTask { (index, await run(guards[index], origin: origin)) }
        next += 1
      }
      for _ in 0..<min(concurrency, guards.count) { start() }
      while let (index, result) = await group.next() {
        results[index] = result
        onResult(result)
        start()
      }
    }
    return GuardRunReport(
      results: guards.indices.compactMap { results[$0] }, started: started, seconds: Self.seconds(since: clock))
  }

  /// Runs one guard.
  package func run(_ definition: GuardDefinition, origin: Origin = .file) async -> GuardResult {
    let started = Self.now()
    let clock = ContinuousClock.now
    let sight = await sight(definition, origin)
    return GuardResult(
      of: definition, outcome: sight.outcome, summary: sight.summary, detail: sight.detail, started: started,
      seconds: Self.seconds(since: clock))
  }

  private func sight(_ definition: GuardDefinition, _ origin: Origin) async -> GuardSight {
    let isOfFile = origin == .file
    guard isOfFile || definition.kind.isRemote else {
      return .unknown("commands and patterns run from a file only: declare it in \(GuardFile.nameUsual)")
    }
    if !isOfFile, let problem = definition.problems.first { return .unknown(problem) }
    guard !Task.isCancelled else { return .cancelled }
    let deadline = GuardDeadline(seconds: definition.withinSeconds)
    let variables = isOfFile ? environment : [:]
    let reach = isOfFile ? ReachRule.everywhere : .outside(and: reach)
    return await withTaskCancellationHandler {
      switch definition.kind {
      case .command(let check):
        await Self.blocking {
          CommandRun(check: check, base: folder, environment: variables).run(until: deadline)
        }
      case .pattern(let check): await Self.blocking { PatternRun(check: check, base: folder).run(until: deadline) }
      case .http(let check): await HTTPRun(check: check, environment: variables, reach: reach).run(until: deadline)
      case .promql(let check): await PromQLRun(check: check, environment: variables, reach: reach).run(until: deadline)
      }
    } onCancel: {
      deadline.cancel()
    }
  }

  /// Does work that waits on a thread of its own: the threads of tasks are few, and others need them.
  static func blocking<Answer: Sendable>(_ work: @escaping @Sendable () -> Answer) async -> Answer {
    await withCheckedContinuation { continuation in
      Thread { continuation.resume(returning: work()) }.start()
    }
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let took = start.duration(to: .now)
    return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
  }

  /// To the millisecond.
  private static func now() -> Instant {
    Instant(nanoseconds: Int64(Date().timeIntervalSince1970 * 1000) * 1_000_000, fractionDigits: 3)
  }
}
