/// Guesses host and service of sources from their paths: `app01/var/log/shop/checkout.log` is checkout's on app01.
struct PathGuess: Sendable {
  /// Names that look like hosts, below each folder that holds several of them.
  private let hostFolders: Set<String>

  /// `paths` are those of all sources: whether a folder is a host shows by its siblings.
  init(paths: [String]) {
    var siblings: [String: Set<String>] = [:]
    var systems: Set<String> = []
    for path in paths {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 1 else { continue }
      for depth in 0..<min(3, parts.count - 1) where Self.looksLikeHost(parts[depth]) {
        siblings[parts[..<depth].joined(separator: "/"), default: []].insert(parts[depth])
        // What lies below looks like the root of a file system.
        if ["var", "etc", "log", "logs"].contains(parts[depth + 1]), depth + 2 < parts.count {
          systems.insert(parts[...depth].joined(separator: "/"))
        }
      }
    }
    var folders: Set<String> = []
    for (parent, names) in siblings {
      for name in names {
        let folder = parent.isEmpty ? name : parent + "/" + name
        if names.count > 1 || systems.contains(folder) { folders.insert(folder) }
      }
    }
    hostFolders = folders
  }

  func host(of path: String) -> String? {
    let parts = path.split(separator: "/")
    for depth in 0..<max(0, min(3, parts.count - 1)) {
      if hostFolders.contains(parts[...depth].joined(separator: "/")) { return String(parts[depth]) }
    }
    return nil
  }

  /// The name of the file without dates, numbers of rotation and endings; of its folder where the file's says nothing.
  func service(of path: String) -> String? {
    let member = path.split(separator: "!").last.map(String.init) ?? path
    let parts = member.split(separator: "/").map(String.init)
    let host = host(of: path)
    for part in parts.reversed() {
      if part == host { return nil }
      let name = Self.stem(part, host: host)
      if name.isEmpty || Self.generic.contains(name.lowercased()) { continue }
      if part != parts.last, Self.folders.contains(name.lowercased()) { return nil }
      return name
    }
    return nil
  }

  /// Letters, then digits (`app01`, `ip-10-0-0-7`), or a name with two points (`db1.prod.example`).
  private static func looksLikeHost(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last, first.isASCIILetter, name.utf8.count <= 253,
      name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 45 || $0 == 46 })
    else { return false }
    return last.isASCIIDigit || name.utf8.count(where: { $0 == 46 }) >= 2
  }

  private static func stem(_ file: String, host: String?) -> String {
    var parts = file.split(separator: ".").map(String.init)
    while parts.count > 1, let last = parts.last,
      endings.contains(last.lowercased()) || last.utf8.allSatisfy({ $0.isASCIIDigit || $0 == 45 || $0 == 95 })
    { parts.removeLast() }
    var name = parts.joined(separator: ".")
    if let host, name.hasSuffix("-" + host) || name.hasSuffix("_" + host) || name.hasSuffix("." + host) {
      name = String(name.dropLast(host.count + 1))
    }
    for suffix in ["access", "error"] where name.utf8.count > suffix.utf8.count + 1 && name.hasSuffix(suffix) {
      let rest = name.dropLast(suffix.count)
      if let last = rest.last, "-_.".contains(last) { name = String(rest.dropLast()) }
    }
    // `postgresql-2026-08-01_134212`: dates, times and counts at the end.
    while let last = name.utf8.last, last.isASCIIDigit || last == 45 || last == 95 || last == 46,
      name.utf8.contains(where: { $0 == 45 || $0 == 95 || $0 == 46 }) || name.utf8.allSatisfy(\.isASCIIDigit)
    {
      name = String(name.dropLast())
    }
    return name
  }

  private static let endings: Set<String> = [
    "log", "txt", "out", "err", "stderr", "stdout", "json", "jsonl", "ndjson", "gz", "zst", "bz2", "xz", "lz4", "old",
    "export", "csv", "pcap", "pcapng", "bundle", "conf", "cfg", "ini", "yml", "yaml", "toml", "xml", "pem", "crt",
    "tar",
    "zip", "service",
  ]
  private static let generic: Set<String> = [
    "access", "error", "errors", "access_log", "error_log", "syslog", "messages", "current", "stdout", "stderr", "out",
    "log", "logs", "app", "main", "output", "server", "journal", "latest", "debug", "info", "console",
    "config", "settings", "hosts", "ca", "events", "journald",
  ]
  /// Folders of a system that no service is named after.
  private static let folders: Set<String> = [
    "var", "log", "logs", "etc", "srv", "opt", "home", "tmp", "usr", "pods", "containers", "evidence", "data",
  ]
}
