package import Incidents
import Schemas

/// Names that are known here: of accounts, of the roster, of those who wrote into the incident.
///
/// Tells a slip of the finger from somebody outside; it refuses nobody.
package struct KnownNames: Hashable, Sendable {
  /// As they are written, each once.
  private let names: [String]

  /// Nothing is known, and nothing is doubted.
  package init() { names = [] }

  package init(accounts: [String], roster: [String]) {
    var seen: Set<String> = []
    names = (roster + accounts).filter { seen.insert($0.lowercased()).inserted }
  }

  /// What speaks against a name; nil where it is known, or where there is no list to hold it against.
  ///
  /// Whoever wrote into the incident is known in it: they were here.
  package func doubt(about name: String, in incident: Incident? = nil) -> NameDoubt? {
    guard !names.isEmpty else { return nil }
    let wanted = name.lowercased()
    guard !names.contains(where: { $0.lowercased() == wanted }),
      incident?.entries.contains(where: { $0.by.lowercased() == wanted }) != true
    else { return nil }
    return NameDoubt(name: name, near: Nearest.word(to: name, among: names))
  }
}

/// That nobody here has a name, and whose name is near it.
package struct NameDoubt: Codable, Hashable, Sendable {
  package var name: String
  package var near: String?

  package init(name: String, near: String? = nil) {
    self.name = name
    self.near = near
  }

  /// One lower-case sentence without a full stop.
  package var words: String {
    "nobody here is called '\(name)'" + (near.map { "; is '\($0)' meant?" } ?? "")
  }
}
