import Chronology
import Interchange
import Schemas

/// One live stream as a machine: what happens goes in, what to do comes out.
///
/// It holds a position and no more.
struct LiveStream {
  enum Event {
    /// The client's `Last-Event-ID`, where it sent one, and the newest position there is.
    case began(lastEventID: String?, newest: Int64)
    case found(ChangeBatch)
    /// Something may have changed.
    case woken
    case heartbeat
    /// The caller may read this no longer, or the server stops.
    case over
  }

  enum Action: Equatable {
    case write(String)
    /// Look for changes after a position; answered by `found`.
    case look(after: Int64)
    case end
  }

  let seal: LiveSeal
  private(set) var position: Int64 = 0

  init(seal: LiveSeal) { self.seal = seal }

  mutating func handle(_ event: Event) -> [Action] {
    switch event {
    case .began(let lastEventID, let newest): return begin(lastEventID, newest)
    case .found(let batch):
      position = batch.upTo
      var actions = batch.changes.map { Action.write(text(of: $0)) }
      if batch.hasMore { actions.append(.look(after: position)) }
      return actions
    case .woken: return [.look(after: position)]
    case .heartbeat:
      // With where the stream stands, every time: whether something was passed over cannot be told from it.
      return [.write("id: \(seal.identifier(of: position))\n: still here\n\n"), .look(after: position)]
    case .over: return [.end]
    }
  }

  private mutating func begin(_ lastEventID: String?, _ newest: Int64) -> [Action] {
    position = newest
    var text = "retry: \(ServerLimits.reconnectMilliseconds)\n"
    if let lastEventID, !lastEventID.isEmpty {
      if let last = seal.position(of: lastEventID), last <= newest {
        position = last
      } else {
        // What happened in between is not known: whoever listens has to read everything anew.
        text += "event: reset\ndata: {}\n"
      }
    }
    return [.write(text + "id: \(seal.identifier(of: position))\n\n"), .look(after: position)]
  }

  private func text(of change: Change) -> String {
    var data: [String: JSONValue] = [
      "version": .integer(change.version),
      "kinds": .array(change.kinds.map { .string($0) }), "at": .string(change.at.rfc3339),
    ]
    data["incident"] = change.incident.map { .string("\($0)") }
    data["postmortem"] = change.postmortem.map { .string("\($0)") }
    data["drill"] = change.drill.map { .integer(Int64($0)) }
    data["entry"] = change.entry
    // JSON as it is written here has no line ends: one line of data is enough.
    let json = String(decoding: JSONValue.object(data).bytes, as: UTF8.self)
    return "id: \(seal.identifier(of: change.position))\nevent: change\ndata: \(json)\n\n"
  }
}
