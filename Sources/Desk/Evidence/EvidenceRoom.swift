internal import Crypto
internal import EvidenceRecords
internal import Foundation
internal import TimelineBuilding

/// Where the files of evidence lie: a folder for each incident, `3-nginx.log` in it.
///
/// What no event of the record names is of an upload that was broken off, and is never read.
struct EvidenceRoom: Sendable {
  /// A file that came in and has no number yet.
  struct Received: Sendable {
    var path: String
    var name: String
    var bytes: Int64
    /// Lower-case hexadecimal.
    var sha256: String
  }

  private static let chunkBytes = 1 << 20

  let folder: String
  let engine: EvidenceReadingEngine

  /// Copies an upload into the incident's folder under a name that nothing else uses, and sees it onto the disk.
  func receive(_ upload: EvidenceUpload, incident: Int) throws -> Received {
    let name = EvidenceName.made(from: upload.name)
    let own = try makeFolder(incident)
    let path = "\(own)/.\(UUID().uuidString)"
    guard
      FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw unusable("'\(own)' cannot be written") }
    do {
      let (bytes, sha256) = try Self.copy(upload, into: handle, name: name)
      try handle.synchronize()
      try handle.close()
      return Received(path: path, name: name, bytes: bytes, sha256: sha256)
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  private static func copy(
    _ upload: EvidenceUpload, into handle: FileHandle, name: String
  ) throws -> (bytes: Int64, sha256: String) {
    var hash = SHA256()
    var bytes = 0
    func take(_ chunk: Data) throws {
      bytes += chunk.count
      try checkSize(bytes, name: name)
      hash.update(data: chunk)
      try handle.write(contentsOf: chunk)
    }
    switch upload.content {
    case .bytes(let content):
      try checkSize(content.count, name: name)
      try take(Data(content))
    case .file(let path):
      guard let source = FileHandle(forReadingAtPath: path) else {
        throw DeskError(
          .invalidEvidence, place: path, message: "it cannot be read", hint: "check that it is there, and a file")
      }
      defer { try? source.close() }
      while let chunk = try source.read(upToCount: chunkBytes), !chunk.isEmpty { try take(chunk) }
    }
    guard bytes > 0 else {
      throw DeskError(.invalidEvidence, place: name, message: "it is empty", hint: "bring in what has content")
    }
    return (Int64(bytes), hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
  }

  private static func checkSize(_ bytes: Int, name: String) throws {
    guard bytes > DeskLimits.evidenceBytesMax else { return }
    throw DeskError(
      .limitPassed(limit: DeskLimits.evidenceBytesMax, actual: bytes), place: name,
      message: "it has more than \(DeskLimits.evidenceBytesMax) bytes, and no file of evidence may",
      hint: "cut out the hours around the incident, or compress it")
  }

  /// Gives a file its number; what lay there belongs to nothing in the record.
  func place(_ file: Received, incident: Int, number: Int) throws -> Received {
    let target = path(incident: incident, number: number, name: file.name)
    guard rename(file.path, target) == 0 else { throw unusable("'\(target)' cannot be written") }
    // The new name has to be on the disk before the record speaks of it.
    if let handle = FileHandle(forReadingAtPath: "\(folder)/incident-\(incident)") {
      try? handle.synchronize()
      try? handle.close()
    }
    var placed = file
    placed.path = target
    return placed
  }

  func path(incident: Int, number: Int, name: String) -> String {
    "\(folder)/incident-\(incident)/\(number)-\(name)"
  }

  func discard(_ file: Received) { try? FileManager.default.removeItem(atPath: file.path) }

  /// Runs the engine on a thread of its own: it takes its time and leaves none of it to others otherwise.
  func read(_ paths: [String]) async -> TimelineReport? {
    let engine = engine
    let report: TimelineReport? = await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .utility).async { continuation.resume(returning: try? engine(paths)) }
    }
    guard var report else { return nil }
    report.evidence = paths.map { URL(fileURLWithPath: $0).lastPathComponent }
    return report
  }

  /// Waits until no other process places files for the incident.
  func lock(incident: Int, waiting seconds: Double) async throws -> EvidenceLock {
    let own = try makeFolder(incident)
    let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
    while true {
      if let lock = EvidenceLock(path: "\(own)/.lock") { return lock }
      guard ContinuousClock.now < deadline else { break }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw DeskError(
      .busy, place: "INC-\(incident)", message: "other files of its evidence are still being read",
      hint: "try again in a moment")
  }

  private func makeFolder(_ incident: Int) throws -> String {
    let own = "\(folder)/incident-\(incident)"
    do {
      try FileManager.default.createDirectory(
        atPath: own, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw unusable("the folder '\(own)' cannot be made")
    }
    return own
  }

  private func unusable(_ message: String) -> DeskError {
    DeskError(
      .invalidEvidence, place: folder, message: message,
      hint: "check the permissions and the room of the folder beside the record")
  }
}

/// Held while a file of evidence gets its number; the system lets go of it when the process ends.
final class EvidenceLock: Sendable {
  private let descriptor: Int32

  /// Nil while somebody else holds it.
  init?(path: String) {
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }
}
