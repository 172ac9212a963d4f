/// The rules for what may be appended, the same for every journal.
package enum AppendChecks {
  /// Throws for the first thing in an append that breaks a rule or passes a limit.
  package static func check(_ appends: [StreamAppend]) throws(JournalError) {
    var streams: Set<StreamName> = []
    var count = 0
    for append in appends {
      let place = "stream '\(append.stream)'"
      try check(name: append.stream.text, place: place)
      guard streams.insert(append.stream).inserted else {
        throw JournalError(.malformedAppend, place: place, message: "the append names this stream twice")
      }
      for event in append.events { try check(event, place: place) }
      guard !append.events.isEmpty else {
        throw JournalError(.malformedAppend, place: place, message: "there is no event to append")
      }
      count += append.events.count
    }
    guard let first = appends.first else {
      throw JournalError(.malformedAppend, place: "journal", message: "there is nothing to append")
    }
    try check(
      count, max: JournalLimits.eventsPerAppendMax, of: "events in one append", place: "stream '\(first.stream)'")
  }

  /// Throws when a reason for an erasure is empty or too long.
  package static func check(reason: String, by actor: ActorName, place: String) throws(JournalError) {
    try check(actor: actor, place: place)
    guard isPrintable(reason) else {
      throw JournalError(
        .malformedAppend, place: place, message: "an erasure needs a reason in printable text",
        hint: "say why it must go, without repeating what goes")
    }
    try check(reason.utf8.count, max: JournalLimits.reasonBytesMax, of: "bytes of a reason", place: place)
  }

  private static func check(_ event: NewEvent, place: String) throws(JournalError) {
    try check(name: event.kind.name, place: "\(place), kind '\(event.kind)'")
    guard event.kind.version > 0 else {
      throw JournalError(
        .invalidName, place: "\(place), kind '\(event.kind)'", message: "the version of a kind counts from 1")
    }
    try check(actor: event.actor, place: place)
    try check(event.payload.count, max: JournalLimits.payloadBytesMax, of: "bytes of a payload", place: place)
  }

  private static func check(name: String, place: String) throws(JournalError) {
    let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    guard !name.isEmpty, isPlain else {
      throw JournalError(
        .invalidName, place: place, message: "'\(name.prefix(JournalLimits.nameBytesMax))' is not a name",
        hint: "use lower-case letters, digits and '-'")
    }
    try check(name.utf8.count, max: JournalLimits.nameBytesMax, of: "bytes of a name", place: place)
  }

  private static func check(actor: ActorName, place: String) throws(JournalError) {
    guard isPrintable(actor.text) else {
      throw JournalError(.invalidName, place: place, message: "an actor's name is printable text")
    }
    try check(actor.text.utf8.count, max: JournalLimits.actorBytesMax, of: "bytes of an actor's name", place: place)
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 } && !text.allSatisfy(\.isWhitespace)
  }

  private static func check(_ actual: Int, max limit: Int, of what: String, place: String) throws(JournalError) {
    guard actual > limit else { return }
    throw JournalError(
      .limitPassed(limit: limit, actual: actual), place: place, message: "\(actual) \(what), at most \(limit) fit")
  }
}
