/// The state of a walk along the chain: events in, the first damage out.
struct ChainWalk {
  private(set) var head = JournalHead.empty
  private(set) var eventCount = 0
  private var erasedCount = 0
  private var versions: [StreamName: StreamVersion] = [:]
  /// Tombstones whose erasure has not come by yet, by the event that carries them.
  private var pending: [EventPosition: Tombstone] = [:]
  /// Erasures whose event still had its payload when it came by.
  private var unmatched: [EventPosition: Tombstone] = [:]
  /// A hash that must come by; nil once it has.
  private(set) var awaitedHash: ContentHash?

  init(awaiting hash: ContentHash?) { awaitedHash = hash == .zero ? nil : hash }

  /// Events whose payload should be gone, as an erasure further on says.
  var eventsToReadAgain: [EventPosition] { unmatched.keys.sorted() }

  /// Checks the next event and steps past it; does not step where it returns damage.
  mutating func check(_ event: RecordedEvent) -> JournalDamage? {
    if let damage = linkDamage(event) ?? payloadDamage(event) ?? erasureDamage(event) { return damage }
    if case .erased(let tombstone) = event.payload {
      pending[event.position] = tombstone
      erasedCount += 1
    }
    head = JournalHead(event)
    eventCount += 1
    versions[event.stream] = event.version
    if event.hash == awaitedHash { awaitedHash = nil }
    return nil
  }

  /// Checks an event of ``eventsToReadAgain`` as it is now.
  mutating func checkAgain(_ position: EventPosition, found event: RecordedEvent?) -> JournalDamage? {
    guard let erasure = unmatched.removeValue(forKey: position) else { return nil }
    guard let event, event.position == position else { return wrongTombstone(position, erasure: erasure.erasure) }
    switch event.payload {
    case .kept:
      return JournalDamage(
        .payloadBack, position: position, message: "event \(erasure.erasure) erased its payload, and yet it is there")
    case .missing: return missing(event)
    case .erased(let tombstone):
      erasedCount += 1
      return tombstone == erasure ? nil : wrongTombstone(position, erasure: erasure.erasure)
    }
  }

  /// What only shows when there are no more events.
  var damageAtEnd: JournalDamage? {
    guard let (position, tombstone) = pending.min(by: { $0.key < $1.key }) else { return nil }
    return wrongTombstone(position, erasure: tombstone.erasure)
  }

  func report(_ damage: JournalDamage?) -> VerificationReport {
    VerificationReport(eventCount: eventCount, erasedCount: erasedCount, head: head, damage: damage)
  }

  private func linkDamage(_ event: RecordedEvent) -> JournalDamage? {
    let place = head.position.next
    let version = (versions[event.stream] ?? .none).next
    guard event.position == place else {
      return JournalDamage(
        .wrongPosition, position: place, message: "it is not there; the next one is \(event.position)")
    }
    guard event.previousHash == head.hash else {
      return JournalDamage(
        .wrongPreviousHash, position: place, message: "it does not follow the event before; one of the two was changed")
    }
    guard event.hash == event.computedHash else {
      return JournalDamage(.wrongHash, position: place, message: "it is not what was recorded; its hash does not fit")
    }
    guard event.version == version else {
      return JournalDamage(
        .wrongVersion, position: place,
        message: "stream '\(event.stream)' goes from version \(version.number - 1) to \(event.version)")
    }
    return nil
  }

  private func payloadDamage(_ event: RecordedEvent) -> JournalDamage? {
    switch event.payload {
    case .erased: nil
    case .missing: missing(event)
    case .kept(let payload) where payload.hash == event.payloadHash: nil
    case .kept:
      JournalDamage(
        .wrongPayload, position: event.position, message: "its payload is not what was recorded; the hash does not fit")
    }
  }

  private mutating func erasureDamage(_ event: RecordedEvent) -> JournalDamage? {
    guard event.kind == Erasure.kind else { return nil }
    guard let erasure = Erasure(event) else {
      return JournalDamage(.unreadable, position: event.position, message: "it does not say which payload was erased")
    }
    let position = EventPosition(erasure.event)
    let stated = Tombstone(
      erasure: event.position, erased: event.recorded, by: event.actor, reason: erasure.reason)
    guard let tombstone = pending.removeValue(forKey: position) else {
      unmatched[position] = stated
      return nil
    }
    return tombstone == stated ? nil : wrongTombstone(position, erasure: event.position)
  }

  private func missing(_ event: RecordedEvent) -> JournalDamage {
    JournalDamage(
      .payloadMissing, position: event.position, message: "its payload is gone, and nothing says that it was erased")
  }

  private func wrongTombstone(_ position: EventPosition, erasure: EventPosition) -> JournalDamage {
    JournalDamage(
      .wrongTombstone, position: position, message: "its tombstone does not fit what event \(erasure) says of it")
  }
}
