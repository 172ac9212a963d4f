package import EvidenceRecords

/// Reads lines of sources again, masked, for the excerpts that moments carry.
package struct ExcerptReader: Sendable {
  /// Bytes of a line that an excerpt shows.
  private static let lineBytesMax = 1000

  private let paths: EvidencePaths
  private let unpackedBytesMax: Int64

  /// `paths` as they were given to ``EvidenceReader/read(paths:progress:consumer:)``, and as much unpacked of a file.
  package init(paths: [String], unpackedBytesMax: Int64 = Limits.unpackedBytesMax) {
    self.paths = EvidencePaths(paths)
    self.unpackedBytesMax = unpackedBytesMax
  }

  /// For each of `lines` the line with `context` lines before and after it; nothing for lines that are not there.
  ///
  /// One pass over the source, which ends behind the last line that is wanted. Lines are cut at 1,000 bytes.
  package func excerpts(of source: String, around lines: [Int], context: Int = 2) -> [Int: [NumberedLine]] {
    let wanted = Set(lines.flatMap { Array(max(1, $0 - context)...max(1, $0 + context)) })
    guard let last = wanted.max(), let (file, member) = paths.file(of: source),
      let opened = try? OpenedSource(
        file: file, member: member, budget: UnpackingBudget(bytesMax: unpackedBytesMax))
    else { return [:] }
    var collector = LineCollector(wanted: wanted, last: last, lineBytesMax: Self.lineBytesMax)
    var buffer = BlockBuffer()
    while !collector.isDone {
      buffer.fill(from: opened.stream)
      let isLast = buffer.isAtEnd
      buffer.consume { block in collector.take(block, isLast: isLast) }
      if isLast { break }
    }
    var excerpts: [Int: [NumberedLine]] = [:]
    for line in lines where collector.found[line] != nil {
      excerpts[line] = (max(1, line - context)...(line + context)).compactMap { number in
        collector.found[number].map { NumberedLine(line: number, text: $0) }
      }
    }
    return excerpts
  }
}

/// Keeps the lines with certain numbers, masked.
private struct LineCollector {
  let wanted: Set<Int>
  let last: Int
  let lineBytesMax: Int
  var found: [Int: String] = [:]
  private var line = 0
  private var isSkippingLine = false

  init(wanted: Set<Int>, last: Int, lineBytesMax: Int) {
    self.wanted = wanted
    self.last = last
    self.lineBytesMax = lineBytesMax
  }

  var isDone: Bool { line > last }

  mutating func take(_ block: Span<UInt8>, isLast: Bool) -> Int {
    var at = 0
    while at < block.count, !isDone {
      let end = block.firstIndex(of: 10, from: at)
      if end == nil, !isLast, block.count - at <= Limits.lineBytesMax { return at }
      if !isSkippingLine {
        line += 1
        if wanted.contains(line) { keep(block, at, end ?? block.count) }
      }
      isSkippingLine = end == nil
      at = (end ?? block.count - 1) + 1
    }
    return isDone ? block.count : at
  }

  private mutating func keep(_ block: Span<UInt8>, _ start: Int, _ end: Int) {
    let isCarriage = end > start && block[end - 1] == 13
    let full = end - (isCarriage ? 1 : 0)
    let text = Masking.masked(block.text(start..<min(full, start + lineBytesMax)))
    found[line] = full - start > lineBytesMax ? text + "…" : text
  }
}

/// The bytes of a source, unpacked: a file, a compressed file, a member of an archive.
private struct OpenedSource {
  var stream: any ByteStream
  /// A copy of an archive inside the archive, kept as long as it is read.
  private var copy: TemporaryFile?

  init(file: String, member: String?, budget: UnpackingBudget) throws(StreamDamage) {
    let head = try FileStream(file: file, onRead: { _ in })
    var buffer = BlockBuffer()
    buffer.fill(from: head, wanted: 512)
    guard let kind = PackedKind(head: buffer.head(512)) else {
      stream = try FileStream(file: file, onRead: { _ in })
      return
    }
    if kind == .gzip, let unzipped = try GzipStream.log(in: file, budget: budget, onRead: { _ in }) {
      stream = unzipped
      return
    }
    let archive = try ArchiveFile(try FileStream(file: file, onRead: { _ in }), budget: budget)
    stream = archive
    while let next = try archive.next() {
      guard next.path == nil || member == next.path || member?.hasPrefix((next.path ?? "") + "!") == true
      else { continue }
      guard next.path != nil else { return }
      try openInside(
        archive, member: member.map { String($0.dropFirst((next.path ?? "").count + 1)) } ?? "", budget: budget)
      return
    }
    throw StreamDamage(reason: "has no such member")
  }

  /// A member that is packed itself is unpacked to a copy, and that is opened.
  private mutating func openInside(
    _ archive: ArchiveFile, member: String, budget: UnpackingBudget
  ) throws(StreamDamage) {
    var buffer = BlockBuffer()
    let copy = try TemporaryFile(&buffer, archive)
    let inner = try OpenedSource(file: copy.path, member: member.isEmpty ? nil : member, budget: budget)
    self.copy = copy
    stream = inner.stream
    innerCopies = inner.innerCopies + (inner.copy.map { [$0] } ?? [])
  }

  private var innerCopies: [TemporaryFile] = []
}
