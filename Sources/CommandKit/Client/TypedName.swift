import Interchange
import WireSchemas

/// What somebody typed for a field of the API: `--reply-to` for `replyTo`, `the name` for `people.0`.
enum TypedName {
  private static let options: [String: String] = [
    "from": "--from", "until": "--until", "component": "--component", "severity": "--sev", "cause": "--cause",
    "kind": "--kind", "state": "--state", "owner": "--owner", "stage": "--stage", "limit": "--limit",
    "incident": "--incident", "postmortem": "--postmortem", "opening": "--opening", "version": "--version",
    "quote": "--quote", "replyTo": "--reply-to", "note": "--note", "reason": "--reason", "saw": "--saw",
    "expected": "--expected", "surprised": "--surprised", "sense": "--sense", "at": "--at", "basis": "--basis",
    "group": "--group", "references": "--reference", "sureness": "--sureness", "parent": "--under",
    "evidence": "--evidence", "catches": "--catch", "hits": "--hit", "believed": "what we believed",
    "shown": "--shown", "now": "--now", "due": "--due", "factors": "--factor", "verification": "--verification",
    "facilitator": "--facilitator", "title": "the title", "text": "the words", "q": "the words", "people": "the name",
    "reviewers": "the name", "markdown": "the text", "entries": "--entry", "moments": "--moment",
    "accounts": "--account", "subject": "--subject", "answers": "--answer", "check": "--check",
    "action": "--action", "isOnStatusPage": "--status-page", "summary": "what the guard saw", "place": "--place",
    "as_of": "--as-of", "impact": "--impact", "components": "--component", "commander": "--leader",
    "day": "--day", "process": "--process",
  ]

  /// Of a JSON pointer into a body; the field's own name where nothing better is known.
  static func of(pointer: String) -> String {
    let parts = pointer.split(separator: "/").map(String.init)
    guard let first = parts.first, let typed = options[first] else { return FormBridge.fieldName(of: pointer) }
    guard parts.count == 2, let index = Int(parts[1]) else {
      return parts.count == 1 ? typed : "\(typed) (\(parts.dropFirst().joined(separator: ".")))"
    }
    return index == 0 ? typed : "\(typed), number \(index + 1)"
  }

  /// Of the place of a problem: `query parameter 'from'` is `--from`.
  static func of(place: String) -> String {
    guard let match = place.wholeMatch(of: /query parameter '(.*)'/) else { return place }
    return options[String(match.1)] ?? place
  }
}
