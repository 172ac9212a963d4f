import Foundation

/// A webhook as a receiver kept it: the bare payload, or wrapped with its event and the instant of its arrival.
struct Webhook {
  /// The event's name where the wrapping says it.
  var event: String?
  var payload: JSONValue
  var received: RecordStamp?

  init(_ value: JSONValue) {
    let headers = value["headers"]
    event =
      value.text("event", "event_type", "x_github_event")
      ?? headers?.text("X-GitHub-Event", "x-github-event", "X-Github-Event")
    received = value.stamp("received_at", "receivedAt", "received", "timestamp", "time")
    guard let inner = value["payload"] ?? value["body"] else {
      payload = value
      event = nil
      return
    }
    // A body kept as text is JSON inside JSON.
    if case .string(let text) = inner, let parsed = JSONValue(parsing: Data(text.utf8)), parsed.object != nil {
      payload = parsed
    } else if inner.object != nil {
      payload = inner
    } else {
      payload = value
    }
  }
}
