package import Foundation
package import Incidents
package import Journal
package import Postmortems

/// How values lie in columns of the views: JSON with sorted keys, so that the same value is the same text.
package enum ViewCoding {
  static func text(_ value: some Encodable) throws -> String { String(decoding: try data(value), as: UTF8.self) }

  package static func data(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  static func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }
}

extension RecordedEvent {
  /// What a fold needs to know of the event beside its content.
  var stamp: EventStamp {
    EventStamp(version: version.number, recorded: recorded, claimed: claimed, actor: actor.text)
  }

  /// What it says, where that is still kept.
  package var document: EventDocument? {
    payload.bytes.map { EventDocument(kind: kind.name, version: kind.version, json: $0) }
  }

  var isErased: Bool {
    guard case .erased = payload else { return false }
    return true
  }
}

extension Incident {
  /// Folds in an event as the record holds it.
  package mutating func apply(_ event: RecordedEvent) {
    if let document = event.document, let fact = try? IncidentEvent(document) {
      apply(fact, event.stamp)
    } else {
      skip(event.stamp, isErased: event.isErased)
    }
  }
}

extension Postmortem {
  /// Folds in an event as the record holds it.
  package mutating func apply(_ event: RecordedEvent) {
    if let document = event.document, let fact = try? PostmortemEvent(document) {
      apply(fact, event.stamp)
    } else {
      skip(event.stamp)
    }
  }
}
