import Chronology
import EvidenceRecords
internal import Foundation

/// What became of one source, before the consumer's type is known again.
struct SourceReading {
  struct Log {
    var context: SourceContext
    var sink: any EntrySink
    var isZoneStated: Bool
    var isYearInferred: Bool
    /// The year that its first stamp was read in, where it carries none.
    var firstYear: Int?
  }

  var summary: SourceSummary
  var records: [RecordEntry] = []
  var log: Log?
}

/// Reads one file and what is packed in it.
///
/// Used by one thread.
struct SourceReader {
  /// First bytes by which a source is recognised.
  static let headBytes = 64 * 1024
  /// Archives inside archives that are opened.
  private static let nestingMax = 3

  let options: ReadingOptions
  let guess: PathGuess
  let makeSink: (SourceContext) -> any EntrySink
  /// By path, the years of sources that carry none, where other sources tell better than the time of the file.
  var years: [String: YearChoice] = [:]
  var buffer = BlockBuffer()
  /// Of the file that is being read.
  private var budget = UnpackingBudget()

  init(options: ReadingOptions, guess: PathGuess, makeSink: @escaping (SourceContext) -> any EntrySink) {
    self.options = options
    self.guess = guess
    self.makeSink = makeSink
  }

  /// Reads a file: one source, or one for each member of an archive.
  mutating func read(_ item: EvidenceWalk.Item, onRead: @escaping (Int) -> Void) -> [SourceReading] {
    if let problem = item.problem {
      var summary = SourceSummary(path: item.path, format: "unknown", confidence: 0)
      summary.notes = [problem]
      return [SourceReading(summary: summary)]
    }
    if item.isRepository { return [readRepository(item)] }
    budget = UnpackingBudget(bytesMax: options.unpackedBytesMax)
    var readings = readFile(item.file, path: item.path, nesting: 0, onRead: onRead)
    if !item.otherPaths.isEmpty, !readings.isEmpty {
      let named = item.otherPaths.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      let more = item.otherPaths.count > 3 ? " and \(item.otherPaths.count - 3) more" : ""
      readings[0].summary.notes.append("read once; the same file is \(named)\(more)")
    }
    return readings
  }

  private mutating func readFile(
    _ file: String, path: String, nesting: Int, onRead: @escaping (Int) -> Void
  ) -> [SourceReading] {
    do throws(StreamDamage) {
      let stream = try FileStream(file: file, onRead: onRead)
      buffer.reset()
      buffer.fill(from: stream, wanted: Self.headBytes)
      let modified = Instant(nanoseconds: stream.modifiedNanoseconds)
      if nesting < Self.nestingMax, let kind = PackedKind(head: buffer.head(512)) {
        // Packed files are read from the front again, through zlib or libarchive.
        if kind == .gzip, let unzipped = try GzipStream.log(in: file, budget: budget, onRead: onRead) {
          return readPacked(unzipped, file: file, path: path, modified: modified, nesting: nesting)
        }
        let packed = try FileStream(file: file, onRead: onRead)
        return readArchive(packed, path: path, modified: modified, nesting: nesting)
      }
      var source = OpenSource(path: path, file: file, modified: modified, stream: stream, origin: stream)
      source.isOnDisk = true
      var reading = readSource(&source)
      stream.drain()
      finish(&reading, stream)
      return [reading]
    } catch {
      return [unreadable(EvidenceWalk.Item(path: path, file: file, size: 0), error.reason)]
    }
  }

  /// Reads a file that is one gzip stream.
  private mutating func readPacked(
    _ unzipped: GzipStream, file: String, path: String, modified: Instant, nesting: Int
  ) -> [SourceReading] {
    buffer.reset()
    buffer.fill(from: unzipped, wanted: Self.headBytes)
    var source = OpenSource(path: path, file: file, modified: modified, stream: unzipped, origin: unzipped.source)
    var readings = readMember(&source, nesting: nesting)
    unzipped.source.drain()
    for index in readings.indices { finish(&readings[index], unzipped.source) }
    return readings
  }

  private mutating func readArchive(
    _ packed: FileStream, path: String, modified: Instant, nesting: Int
  ) -> [SourceReading] {
    var readings: [SourceReading] = []
    var problem: String?
    do throws(StreamDamage) {
      let archive = try ArchiveFile(packed, budget: budget)
      while let member = try archive.next() {
        guard member.isRegular || member.special != nil else { continue }
        guard readings.count < Limits.archiveMembersMax else {
          problem = "holds more than the \(Limits.archiveMembersMax) members allowed; the rest was not read"
          break
        }
        let name = member.path.map { path + "!" + $0 } ?? path
        if let special = member.special {
          let item = EvidenceWalk.Item(path: name, file: packed.file, size: 0)
          readings.append(unreadable(item, "a \(special), no regular file"))
          continue
        }
        buffer.reset()
        buffer.fill(from: archive, wanted: Self.headBytes)
        let time = member.modifiedNanoseconds.map { Instant(nanoseconds: $0) } ?? modified
        var source = OpenSource(path: name, file: packed.file, modified: time, stream: archive, origin: packed)
        source.isMember = member.path != nil
        readings += readMember(&source, nesting: nesting)
      }
    } catch {
      problem = error.reason
    }
    packed.drain()
    if readings.isEmpty {
      var summary = SourceSummary(path: path, format: "unknown", confidence: 0)
      summary.notes = ["holds no file that could be unpacked"]
      readings = [SourceReading(summary: summary)]
    }
    if let problem { readings[readings.count - 1].summary.notes.append("the packed file: \(problem)") }
    for index in readings.indices { finish(&readings[index], packed) }
    return readings
  }

  /// A log inside an archive may be packed once more.
  private mutating func readMember(_ source: inout OpenSource, nesting: Int) -> [SourceReading] {
    guard nesting + 1 < Self.nestingMax, PackedKind(head: buffer.head(512)) != nil else { return [readSource(&source)] }
    do throws(StreamDamage) {
      let copy = try TemporaryFile(&buffer, source.stream)
      let path = source.path
      defer { withExtendedLifetime(copy) {} }
      return readFile(copy.path, path: path, nesting: nesting + 1, onRead: { _ in })
    } catch {
      return [unreadable(EvidenceWalk.Item(path: source.path, file: source.file, size: 0), error.reason)]
    }
  }

  private func readRepository(_ item: EvidenceWalk.Item) -> SourceReading {
    let format = GitRepositoryFormat()
    var summary = SourceSummary(path: item.path, format: format.name, confidence: 1)
    let input = RecordInput(
      path: item.path, file: item.file, sha256: "", modified: nil, host: nil, service: guess.service(of: item.path),
      neighbour: { _ in nil })
    return RecordReader.read(input, with: format, into: &summary)
  }

  private func unreadable(_ item: EvidenceWalk.Item, _ problem: String) -> SourceReading {
    var summary = SourceSummary(path: item.path, format: "unknown", confidence: 0)
    summary.bytes = item.size
    summary.notes = ["cannot be read: \(problem)"]
    return SourceReading(summary: summary)
  }

  private func finish(_ reading: inout SourceReading, _ stream: FileStream) {
    reading.summary.bytes = stream.size
    reading.summary.sha256 = stream.sha256
    if let change = stream.change { reading.summary.notes.append(change) }
    let sha256 = reading.summary.sha256
    for index in reading.records.indices { reading.records[index].reference.sha256 = sha256 }
    if reading.summary.modified == nil {
      reading.summary.modified = Instant(nanoseconds: stream.modifiedNanoseconds)
    }
  }
}

/// A source whose first bytes stand in the buffer.
struct OpenSource {
  var path: String
  /// On the disk: the source itself or the archive that holds it.
  var file: String
  var modified: Instant
  var stream: any ByteStream
  var origin: FileStream
  /// Whether the file on the disk is the source itself, unpacked.
  var isOnDisk = false
  var isMember = false

  init(path: String, file: String, modified: Instant, stream: any ByteStream, origin: FileStream) {
    self.path = path
    self.file = file
    self.modified = modified
    self.stream = stream
    self.origin = origin
  }
}
