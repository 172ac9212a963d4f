import Accounts
import Desk
package import Guards
import Logging
import Postmortems
import RecordViews
import ServiceLifecycle

/// Guards of a file of this machine that a server checks, and where it runs them.
package struct ServedGuards: Sendable {
  /// Those with an `every:`.
  package var guards: [GuardDefinition]
  package var runner: GuardRunner

  package init(guards: [GuardDefinition] = [], runner: GuardRunner = GuardRunner()) {
    self.guards = guards.filter { $0.everySeconds != nil }
    self.runner = runner
  }
}

/// Checks guards while the server runs: those of the record that say how often, and those of a file of this machine.
///
/// What comes from the record asks other machines and runs nothing here. As many run at one time as ``runningMax``, the one
/// that waits longest for its interval first, so that none is left out while others come again.
struct GuardKeeper: Service {
  static let seconds: Int64 = 15
  static let runningMax = 4

  let desk: Desk
  let served: ServedGuards
  /// Where results say that they come from.
  let place: String
  let logger: Logger
  let sleep: @Sendable (Duration) async throws -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      let rounds = GuardRounds()
      var isFailing = false
      await withDiscardingTaskGroup { group in
        while !Task.isCancelled {
          do {
            for due in try await due(rounds) {
              group.addTask { await check(due, rounds) }
            }
            isFailing = false
          } catch {
            // Said once, not every round; the next one may do better.
            if !isFailing, !Task.isCancelled { logger.error("guards could not be looked at: \(error)") }
            isFailing = true
          }
          do { try await sleep(.seconds(Self.seconds)) } catch { break }
        }
        group.cancelAll()
      }
    }
  }

  /// A guard whose time has come.
  struct Due: Sendable {
    var definition: GuardDefinition
    var declaration: GuardDeclaration?
    var origin: GuardRunner.Origin
  }

  private func due(_ rounds: GuardRounds) async throws -> [Due] {
    var all: [(due: Due, every: Double, since: Double?)] = served.guards.map { definition in
      (
        Due(definition: definition, declaration: GuardDeclaration(definition), origin: .file),
        Double(definition.everySeconds ?? 0), nil
      )
    }
    let ofFile = Set(served.guards.map(\.name))
    for scheduled in try await desk.scheduledGuards() where !ofFile.contains(scheduled.declaration.name) {
      // What was recorded by an older Mayday may not be read any more: it is said where it is shown, not every minute.
      guard let definition = try? GuardDefinitionText.read(scheduled.declaration) else { continue }
      all.append(
        (
          Due(definition: definition, declaration: nil, origin: .record), Double(scheduled.everyMinutes) * 60,
          scheduled.secondsSinceResult
        ))
    }
    return await rounds.begin(all.map { ($0.due.definition.name, $0.every, $0.since) }).map { all[$0].due }
  }

  private func check(_ due: Due, _ rounds: GuardRounds) async {
    let result = await served.runner.run(due.definition, origin: due.origin)
    await rounds.ends(due.definition.name)
    // What was stopped with the server says nothing about what it looks at.
    guard !Task.isCancelled else { return }
    do {
      _ = try await desk.reportGuard(
        due.definition.name, Postmortems.GuardReport(result, place: place), knownAs: due.declaration,
        by: .local("mayday"))
    } catch {
      logger.error("the result of the guard '\(due.definition.name)' could not be recorded: \(error)")
    }
  }
}
