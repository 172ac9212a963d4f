import Foundation

/// The names behind the user ids of a Slack export.
struct SlackPeople {
  private var names: [String: String] = [:]

  /// - Parameter users: the bytes of `users.json`; without them ids stand in for names.
  init(users: [UInt8]?) {
    guard let users, let people = JSONValue(parsing: Data(users))?.array else { return }
    for person in people {
      guard let id = person.text("id") else { continue }
      names[id] = person["profile"]?.text("display_name") ?? person.text("name", "real_name")
    }
  }

  subscript(id: String) -> String { names[id] ?? id }

  func author(of message: JSONValue) -> String? {
    if let user = message.text("user") { return names[user] ?? message["user_profile"]?.text("display_name") ?? user }
    return message.text("username") ?? message["bot_profile"]?.text("name") ?? message.text("bot_id")
  }
}

/// A message's text as people saw it: mentions and links unfolded, entities decoded.
///
/// Markup as in Slack's page "Formatting text for app surfaces".
struct SlackText {
  let plain: String

  init(_ message: JSONValue, people: SlackPeople) {
    var written = message.text("text") ?? ""
    if written.isEmpty {
      // Bots often put all they say into attachments.
      let attachments = message["attachments"]?.array ?? []
      written = attachments.compactMap { $0.text("fallback", "text", "title") }.joined(separator: "\n")
    }
    plain = Self.unfolded(written, people: people).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func unfolded(_ text: String, people: SlackPeople) -> String {
    let linked = text.replacing(/<([^<>|\n]+)(?:\|([^<>\n]*))?>/) { match in
      let target = String(match.1)
      let label = match.2.map(String.init) ?? ""
      switch target.first {
      case "@": return "@" + (label.isEmpty ? people[String(target.dropFirst())] : label)
      case "#": return "#" + (label.isEmpty ? String(target.dropFirst()) : label)
      case "!": return label.isEmpty ? "@" + target.dropFirst().prefix { $0 != "^" } : label
      default: return label.isEmpty ? target : label
      }
    }
    return linked.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}

/// Tells messages that report a decision from talk.
enum Decision {
  /// Whether a text says that something was decided.
  ///
  /// `decision: …`, `decided to …`, `we agreed to …`, `let's roll back …`. Questions are not decisions.
  static func isReported(in text: String) -> Bool {
    for sentence in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      if sentence.contains(/^\W*decision[*_]*\s*(made|taken)?[*_]*\s*[:\-–—]/.ignoresCase()) { return true }
      guard !sentence.contains("?") else { continue }
      if sentence.contains(/\b(have |has |'ve )?(decided|agreed) (to|on|that|we)\b/.ignoresCase()) { return true }
      if sentence.contains(
        /^\W*(ok(ay)?,? |so,? )?(let's|lets|let us|we will|we'll|we are going to) (now )?(roll(ing)? ?back|revert|disable|turn off|switch off|fail over|failover|restart|declare)\b/
          .ignoresCase())
      {
        return true
      }
    }
    return false
  }
}
