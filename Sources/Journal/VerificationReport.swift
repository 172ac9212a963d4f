/// What a walk through a journal found.
package struct VerificationReport: Hashable, Sendable {
  /// Events that were found whole, in order from the first.
  package let eventCount: Int
  /// How many of them have a tombstone in place of their payload.
  package let erasedCount: Int
  /// Where the sound part of the chain ends.
  package let head: JournalHead
  /// The first damage; nil when there is none.
  package let damage: JournalDamage?

  package init(eventCount: Int, erasedCount: Int, head: JournalHead, damage: JournalDamage?) {
    self.eventCount = eventCount
    self.erasedCount = erasedCount
    self.head = head
    self.damage = damage
  }
}

/// A place where a journal is not what was written.
package struct JournalDamage: Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Hashable, Sendable, CaseIterable {
    /// The file below the chain is damaged, or holds what no event accounts for.
    case storage
    /// A field cannot be read as what it should be.
    case unreadable
    case wrongPosition
    case wrongVersion
    case wrongPreviousHash
    case wrongHash
    case wrongPayload
    /// The payload is gone, and nothing says that it was erased.
    case payloadMissing
    /// A tombstone without an event that records the erasure, or with one that says something else.
    case wrongTombstone
    /// An erasure is recorded, and yet the payload is there.
    case payloadBack
    /// An event that was there is not any more.
    case cutOff
  }

  package let code: Code
  /// The event; nil where the damage is below the chain.
  package let position: EventPosition?
  package let message: String

  package init(_ code: Code, position: EventPosition?, message: String) {
    self.code = code
    self.position = position
    self.message = message
  }

  /// What to do now.
  package var hint: String {
    switch code {
    case .storage, .unreadable:
      "keep this file, copy the disk if it may be failing, and go on from the newest copy that verifies"
    case .cutOff, .wrongHash, .wrongPayload, .wrongPosition, .wrongPreviousHash, .wrongVersion:
      "keep this file for the inquiry and go on from the newest copy that verifies; the events before this one are sound"
    case .payloadBack:
      "erase the payload again; until then what had to go is still there"
    case .payloadMissing, .wrongTombstone:
      "look for the payload in an older copy; if it had to go, the erasure must be recorded"
    }
  }

  package var description: String {
    (position.map { "event \($0): " } ?? "") + message + "; " + hint
  }
}
