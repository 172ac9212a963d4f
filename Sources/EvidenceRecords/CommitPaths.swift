/// What the files of a change say about where it belongs.
struct CommitPaths {
  private let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// Folders whose children are services, by custom.
  private static let serviceFolders: Set<String> = [
    "app", "apps", "charts", "cmd", "components", "deployments", "microservices", "service", "services",
  ]
  /// Folders whose children are hosts, by custom.
  private static let hostFolders: Set<String> = ["host", "host_vars", "hosts", "machines", "nodes", "servers"]

  /// The one service that all files in service folders belong to (`services/checkout.py` → `checkout`); nil when there are
  /// none or several.
  var service: String? {
    let found = Set(paths.compactMap { Self.child(of: Self.serviceFolders, in: $0) })
    return found.count == 1 ? found.first : nil
  }

  /// Hosts that folders are named after: below a folder of hosts, or at the top with a name like `app01` or `db-2`.
  var hosts: [String] {
    paths.compactMap { path in
      if let host = Self.child(of: Self.hostFolders, in: path) { return host }
      guard let top = path.split(separator: "/").first, top.count < path.count else { return nil }
      return HostName.isLike(top) ? String(top) : nil
    }.distinct()
  }

  private static func child(of folders: Set<String>, in path: String) -> String? {
    let parts = path.split(separator: "/")
    guard let place = parts.firstIndex(where: { folders.contains($0.lowercased()) }), place + 1 < parts.count else {
      return nil
    }
    let name = parts[place + 1].prefix { $0 != "." }
    return name.isEmpty || name.lowercased() == "readme" ? nil : String(name)
  }
}

/// Names that look like those of machines.
enum HostName {
  /// Whether a word ends in two to four digits, or one after a dash, behind letters: `app01`, `db-2`, `web-eu-03`.
  static func isLike(_ word: some StringProtocol) -> Bool {
    let word = Substring(word)
    return word.wholeMatch(of: /[A-Za-z]{2,}[A-Za-z\-]*(\d{2,4}|-\d)/) != nil
      && word.wholeMatch(of: /(?i)(sha|utf|md|x|rfc)-?\d+/) == nil
  }

  /// Splits a list of hosts as people write it: `app01+app02`, `app01, app02`, `app01;app02`, `app01 app02`.
  static func split(_ text: String) -> [String] {
    text.split { $0 == "+" || $0 == "," || $0 == ";" || $0 == "|" || $0.isWhitespace }.map(String.init).distinct()
  }
}
