internal import Postmortems

/// References to evidence in running text, and links that lead inside.
extension Preparation {
  /// What stands for a reference where the sentence needs a word.
  private static let standIn = "our records"

  mutating func dropEvidence() {
    guard audience != .internal else { return }
    let places = MarkdownPlaces(text.text)
    var edits: [SourcedText.Edit] = []
    let spans = places.codeSpans.filter { isEvidence($0) }
    var next = 0
    while next < spans.count {
      // References with nothing but small words between them go together: `a:1` to `:21`.
      var last = next
      while last + 1 < spans.count, isJoining(spans[last].upperBound..<spans[last + 1].lowerBound) { last += 1 }
      let group = spans[next].lowerBound..<spans[last].upperBound
      drop(.evidence, text.text(in: group), group)
      edits.append(edit(for: group))
      next = last + 1
    }
    text.apply(edits)
  }

  /// `path/file.log:12`, `:12`, `repository@hash`, `path/file.log.gz`, `L5`.
  private func isEvidence(_ span: Range<Int>) -> Bool {
    let inner = text.text(in: span).filter { $0 != "`" && $0 != " " }
    guard !text.text(in: span).contains(where: { $0 == "\n" }) else { return false }
    // A line of the timeline, and an entry of the record: `L5`, `INC-3, entry 9`.
    if inner.wholeMatch(of: #/L[0-9]+|INC-[0-9]+,entry[0-9]+/#) != nil { return true }
    let parts = inner.split(separator: ":", omittingEmptySubsequences: false)
    if let last = parts.last, parts.count == 2, !last.isEmpty,
      last.allSatisfy({ $0.isNumber || "-–,+".contains($0) }), last.first?.isNumber == true,
      parts[0].isEmpty || parts[0].contains("/") || parts[0].contains(".") && !isAddress(parts[0])
    {
      return true
    }
    if let at = inner.firstIndex(of: "@"), inner[..<at].contains("/") || inner[..<at].contains(".") {
      let hash = inner[inner.index(after: at)...]
      return hash.count >= 7 && hash.allSatisfy { $0.isHexDigit }
    }
    let endings = [".log", ".log.gz", ".jsonl", ".jsonl.gz", ".pcap", ".pcapng", ".log.zst"]
    return inner.contains("/") && endings.contains { inner.hasSuffix($0) }
  }

  /// `10.0.0.1:80` and `host.example:443` are places of a network, which others look for.
  private func isAddress(_ text: Substring) -> Bool {
    let last = text.split(separator: ".").last ?? ""
    return last.allSatisfy(\.isNumber)
      || ["com", "org", "net", "io", "internal", "local", "example"].contains(String(last))
  }

  private static let joiningWords: Set<String> = [
    "to", "and", "from", "until", "line", "lines", "see", "or", "evidence", "in", "also",
  ]

  private func isJoining(_ range: Range<Int>) -> Bool {
    guard range.count < 40 else { return false }
    let words = text.text(in: range)
    return words.allSatisfy { $0.isLetter || $0.isNumber || " ,;–-+\n".contains($0) }
      && words.split { !$0.isLetter && !$0.isNumber }.allSatisfy {
        Self.joiningWords.contains($0.lowercased()) || $0.allSatisfy(\.isNumber)
      }
  }

  private func edit(for group: Range<Int>) -> SourcedText.Edit {
    let bytes = text.bytes
    var low = group.lowerBound
    while low > 0, bytes[low - 1] == 32 { low -= 1 }
    var high = group.upperBound
    while high < bytes.count, bytes[high] == 32 { high += 1 }
    let before = low > 0 ? bytes[low - 1] : 10
    let after = high < bytes.count ? bytes[high] : 10
    if after == 10, let line = lineOfEvidence(before: group.lowerBound) {
      return SourcedText.Edit(range: line..<min(high + 1, bytes.count))
    }
    // Alone between brackets: the brackets go too.
    if let open = opening(before: group.lowerBound), after == 41 || isJoining(high..<closing(behind: high)),
      closing(behind: high) < bytes.count, bytes[closing(behind: high)] == 41
    {
      return text.cut(open..<(closing(behind: high) + 1))
    }
    let isAtEnd = [10, 46, 59, 124, 41].contains(after)
    // `…, measured, path:12.`: the comma goes with it.
    if isAtEnd, before == 44 || before == 59 { return SourcedText.Edit(range: (low - 1)..<group.upperBound) }
    if isAtEnd, before == 124 || before == 10 { return SourcedText.Edit(range: group) }
    return SourcedText.Edit(
      range: group, replacement: SourcedText(Self.standIn, origin: text.origin(group.lowerBound) ?? -1))
  }

  /// Where a line begins that says nothing but where something can be seen: `- Evidence: …`.
  private func lineOfEvidence(before index: Int) -> Int? {
    var start = index
    while start > 0, text.bytes[start - 1] != 10 { start -= 1 }
    let words = text.text(in: start..<index).filter { !"-*+ ".contains($0) }
    return words == "Evidence:" ? start : nil
  }

  /// The bracket that opens before a reference with only small words between.
  private func opening(before index: Int) -> Int? {
    var at = index - 1
    while at >= 0, index - at < 24, text.bytes[at] != 40 {
      guard text.bytes[at] != 10, text.bytes[at] != 41 else { return nil }
      at -= 1
    }
    return at >= 0 && text.bytes[at] == 40 && isJoining((at + 1)..<index) ? at : nil
  }

  private func closing(behind index: Int) -> Int {
    var at = index
    while at < text.bytes.count, at - index < 24, text.bytes[at] != 41, text.bytes[at] != 10 { at += 1 }
    return at
  }

  // MARK: Links

  private static let insideHosts = [
    "jira", "confluence", "wiki", "grafana", "kibana", "slack", "pagerduty", "opsgenie", "gitlab", "notion",
    "atlassian", "datadoghq", "sentry", "jenkins", "sharepoint", "splunk", "docs.google.com", "drive.google.com",
  ]

  /// Links that lead nowhere for the audience keep their words alone.
  mutating func cutLinks() {
    guard audience != .internal else { return }
    let places = MarkdownPlaces(text.text)
    var edits: [SourcedText.Edit] = []
    var end = 0
    for link in places.links where link.whole.lowerBound >= end && isInside(link.target) {
      end = link.whole.upperBound
      drop(.link, link.target, link.whole)
      if let label = link.label, text.bytes[link.whole.lowerBound] != 33 {
        edits.append(SourcedText.Edit(range: link.whole.lowerBound..<label.lowerBound))
        edits.append(SourcedText.Edit(range: label.upperBound..<link.whole.upperBound))
      } else {
        edits.append(
          SourcedText.Edit(
            range: link.whole, replacement: SourcedText(Self.standIn, origin: text.origin(link.whole.lowerBound) ?? -1))
        )
      }
    }
    text.apply(edits)
  }

  private func isInside(_ target: String) -> Bool {
    let lower = target.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.") else {
      return !lower.hasPrefix("mailto:") && !lower.hasPrefix("#")
    }
    guard audience == .public else { return false }
    let rest = lower.firstRange(of: "://").map { lower[$0.upperBound...] } ?? lower[...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return Self.insideHosts.contains { name in
      name.contains(".")
        ? host.hasPrefix(name) : host.split(separator: ".").contains { $0 == name || $0.hasPrefix(name + "-") }
    }
  }
}
