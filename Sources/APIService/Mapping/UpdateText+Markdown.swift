import Chronology
import Incidents

extension UpdateText {
  /// As readers get it: a paragraph for each thing they need to hear, in the order in which they need it.
  var markdown: String {
    var parts: [String] = []
    let head = [broken, affected].filter { !$0.isEmpty }.joined(separator: " ")
    if !head.isEmpty { parts.append(head) }
    if let since { parts.append("Since \(since.rfc3339).") }
    if !doing.isEmpty { parts.append(doing) }
    if !meanwhile.isEmpty { parts.append("**What you can do:** \(meanwhile)") }
    if !more.isEmpty { parts.append(more) }
    if !apology.isEmpty { parts.append(apology) }
    if let nextBy { parts.append("**Next word by \(nextBy.rfc3339), sooner if we know more.**") }
    return parts.joined(separator: "\n\n")
  }
}

extension Audience {
  /// Where an update for this audience can be read once it is out.
  func places(isDrill: Bool) -> [String] {
    guard self == .customers, !isDrill else { return ["the incident's page, marked as told to \(words)"] }
    return [
      "the status page", "the Atom feed of the status page", "the JSON of the status page",
      "the incident's page, marked as told to \(words)",
    ]
  }
}
