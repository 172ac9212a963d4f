import Accounts
import Chronology
import Desk
import Foundation
import Incidents
import Journal
import RecordViews
import Testing

/// A clock that only the test moves.
final class TestClock: @unchecked Sendable {
  // Read and moved under the lock alone.
  private let lock = NSLock()
  private var instant = Instant(seconds: 1_772_334_000)

  var now: Instant { lock.withLock { instant } }
  var recordClock: RecordClock { RecordClock { self.now } }

  func pass(minutes: Double) { lock.withLock { instant = instant.advanced(bySeconds: minutes * 60) } }
}

/// A desk over a record in memory, and the people around it.
struct DeskScene {
  let clock = TestClock()
  let journal: MemoryJournal
  let desk: Desk

  /// Somebody who reads and may do nothing else.
  static let reader = DeskScene.caller("rea", .reader)

  let ana = DeskScene.caller("ana", .responder)
  let ben = DeskScene.caller("ben", .responder)
  let rea = DeskScene.reader
  let adm = DeskScene.caller("adm", .administrator)

  init() throws {
    journal = MemoryJournal(clock: clock.recordClock)
    desk = try Desk(journal: journal, clock: clock.recordClock)
  }

  static func caller(_ name: String, _ role: AccountRole, scopes: Set<TokenScope>? = nil) -> Caller {
    Caller(account: name, displayName: name, role: role, scopes: scopes, origin: .session(id: "s-\(name)"))
  }

  @discardableResult
  func declare(
    _ title: String = "Payments fail", severity: Int = 2, isPrivate: Bool = false, isDrill: Bool = false,
    by caller: Caller? = nil
  ) async throws -> IncidentID {
    let declaration = Declaration(title: title, severity: severity, isPrivate: isPrivate, isDrill: isDrill)
    return try #require(try await desk.declare(declaration, by: caller ?? ana).incident)
  }

  @discardableResult
  func note(_ text: String, on id: IncidentID, by caller: Caller? = nil) async throws -> WriteReceipt {
    try await desk.perform(.note(NoteWritten(text: text), at: nil), on: id, by: caller ?? ana)
  }

  func list(_ names: String...) async throws {
    let components = names.map { ComponentDefinition(id: $0, name: $0.capitalized) }
    _ = try await desk.setComponents(ComponentList(components: components), by: adm)
  }

  /// Writes an update and publishes it at once.
  @discardableResult
  func tell(
    _ id: IncidentID, _ state: PublicState = .investigating, to audience: Audience = .customers,
    components: [String: ComponentCondition] = [:], nextInMinutes: Double? = 30
  ) async throws -> Int {
    let text = UpdateText(
      broken: "Paying by card fails for some orders.", affected: "About one order in three, in all shops.",
      since: clock.now.advanced(bySeconds: -600), doing: "We are undoing a change from this morning.",
      meanwhile: "Please try again in a few minutes, or pay by invoice.",
      nextBy: nextInMinutes.map { clock.now.advanced(bySeconds: $0 * 60) },
      apology: "We are sorry for the trouble this causes.")
    let draft = UpdateDraft(update: 0, audience: audience, state: state, text: text, components: components)
    let number = try #require(try await desk.perform(.draftUpdate(draft), on: id, by: ana).number)
    _ = try await desk.perform(
      .publishUpdate(UpdateRelease(update: number, releaseReason: "read aloud on the call")), on: id, by: ana)
    return number
  }
}

/// What an attempt came to, as a word for tables: `done`, `nothing`, or the code of the refusal.
func outcome(_ attempt: () async throws -> Any?) async -> String {
  do {
    return try await attempt() == nil ? "nothing" : "done"
  } catch let error as DeskError {
    return String(describing: error.code).prefix { $0 != "(" }.description
  } catch let error as IncidentRefusal {
    return error.code.rawValue
  } catch {
    return "\(error)"
  }
}
