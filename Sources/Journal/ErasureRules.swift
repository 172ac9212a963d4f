/// What may be erased and how the journal says so, the same for every journal.
package enum ErasureRules {
  /// The append that records the erasure of an event's payload; throws where there is nothing to erase.
  package static func append(
    erasing event: RecordedEvent, by actor: ActorName, reason: String
  ) throws(JournalError) -> StreamAppend {
    let place = "event \(event.position)"
    guard event.kind != Erasure.kind else {
      throw JournalError(.notErasable, place: place, message: "it says what was erased, by whom and why")
    }
    guard case .kept = event.payload else {
      throw JournalError(.notErasable, place: place, message: "its payload is gone already")
    }
    do {
      let saying = try Erasure(event: event.position, reason: reason).newEvent(by: actor)
      return StreamAppend(stream: Erasure.stream, expected: .any, events: [saying])
    } catch {
      throw JournalError(.storage, place: place, message: "the reason could not be written down")
    }
  }

  /// What stands in place of the payload after the erasure was appended.
  package static func tombstone(of receipt: AppendReceipt, reason: String) -> Tombstone {
    let saying = receipt.events[0]
    return Tombstone(erasure: saying.position, erased: saying.recorded, by: saying.actor, reason: reason)
  }

  /// The error for a hash that no event carries.
  package static func noSuchPayload(_ payload: ContentHash) -> JournalError {
    JournalError(.noSuchPayload, place: "payload '\(payload)'", message: "no event of the record carries it")
  }
}
