/// Secrets in commands that somebody typed: `curl -u name:…`, `mysql -p…`, `sshpass -p …`.
extension MaskFinder {
  /// The secret behind an option whose dash stands at `at`.
  func commandSecret(at: Int) -> Range<Int>? {
    guard at == 0 || bytes[at - 1] <= 32 || bytes[at - 1] == 34 || bytes[at - 1] == 39 else { return nil }
    return userPassword(at: at) ?? passwordOption(at: at)
  }

  /// `-u name:…` and `--user name:…`, but not the `1000:1000` or `app:app` that containers run as.
  private func userPassword(at: Int) -> Range<Int>? {
    let options: [StaticString] = ["-u ", "--user ", "--user=", "--proxy-user ", "-U "]
    guard let option = options.first(where: { has($0, at: at) }) else { return nil }
    var start = at + option.utf8CodeUnitCount
    if start < bytes.count, bytes[start] == 34 || bytes[start] == 39 { start += 1 }
    let end = endOfValue(from: start)
    guard let colon = bytes[start..<end].firstIndex(of: 58), colon > start, colon + 1 < end,
      !has("[masked]", at: colon + 1), bytes[start..<colon] != bytes[(colon + 1)..<end],
      bytes[(colon + 1)..<end].contains(where: { !$0.isASCIIDigit })
    else { return nil }
    let value = (colon + 1)..<end
    if isCommand(["curl", "wget", "http"], before: at) { return value }
    if isCommand(["docker", "podman", "nerdctl", "run", "exec", "chown", "install"], before: at) { return nil }
    let isLong = bytes[at + 1] == 45
    return isLong || ValueLook(Array(bytes[value])).isPlausible ? value : nil
  }

  /// `-p…` and `-p …` of clients that take a password there; elsewhere it is a port, a path or a process.
  private func passwordOption(at: Int) -> Range<Int>? {
    let isRedis = has("-a ", at: at) && isCommand(["redis-cli"], before: at)
    guard isRedis || has("-p", at: at), at + 3 < bytes.count else { return nil }
    let isApart = bytes[at + 2] == 32
    var start = at + (isApart ? 3 : 2)
    if bytes[start] == 34 || bytes[start] == 39 { start += 1 }
    let value = start..<endOfValue(from: start)
    guard !value.isEmpty, bytes[value.lowerBound] != 45, !has("[masked]", at: start) else { return nil }
    if isRedis || isCommand(["sshpass"], before: at) { return value }
    let clients: [StaticString] = ["mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump", "login"]
    guard bytes[value].contains(where: \.isASCIILetter), isCommand(clients, before: at) else { return nil }
    // `mysql -p shop` asks for the password and opens `shop`.
    return !isApart || bytes[value].contains(where: { !(97...122).contains($0) && $0 != 95 }) ? value : nil
  }

  /// Whether one of the commands stands before `end`, in the same command.
  private func isCommand(_ names: [StaticString], before end: Int) -> Bool {
    var at = end - 1
    while at >= 0, end - at < 200, ![10, 38, 59, 124].contains(bytes[at]) {
      if at == 0 || !isWordByte(bytes[at - 1]) && bytes[at - 1] != 45 {
        for name in names where has(name, at: at) {
          let next = at + name.utf8CodeUnitCount
          if next < bytes.count, bytes[next] <= 32 { return true }
        }
      }
      at -= 1
    }
    return false
  }
}
