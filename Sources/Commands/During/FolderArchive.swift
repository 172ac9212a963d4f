internal import CArchive
import CommandKit
import Foundation
import TerminalPages

/// A folder as one compressed archive, so that the names of its folders come along: they say which machine wrote a file.
enum FolderArchive {
  static let filesMax = 50_000
  private static let chunkBytes = 1 << 16
  /// `S_IFREG`, as the format of archives has it.
  private static let regularFile: UInt32 = 0o100000

  /// Packs the files below a folder, hidden ones left out, into `file` (tar, gzip), with the times of the files.
  ///
  /// Throws ``CommandFailure`` for a folder without files, with too many, and for what cannot be read or written.
  static func write(_ folder: URL, to file: URL) throws {
    let names = try self.names(below: folder)
    guard let archive = archive_write_new() else { throw failure(folder, nil) }
    defer { archive_write_free(archive) }
    archive_write_add_filter_gzip(archive)
    archive_write_set_format_pax_restricted(archive)
    guard archive_write_open_filename(archive, file.path) == ARCHIVE_OK else { throw failure(file, archive) }
    for name in names { try add(name, below: folder, to: archive) }
    guard archive_write_close(archive) == ARCHIVE_OK else { throw failure(file, archive) }
  }

  private static func names(below folder: URL) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let names = all.filter { name in
      guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
      let values = try? folder.appendingPathComponent(name).resourceValues(forKeys: [.isRegularFileKey])
      return values?.isRegularFile == true
    }.sorted()
    guard !names.isEmpty else { throw CommandFailure("there is no file below '\(folder.path)'") }
    guard names.count <= filesMax else {
      throw CommandFailure(
        "there are \(TerminalText.grouped(names.count)) files below '\(folder.path)', and \(TerminalText.grouped(filesMax)) are possible",
        hint: "Name the folders that matter.")
    }
    return names
  }

  private static func add(_ name: String, below folder: URL, to archive: OpaquePointer) throws {
    let file = folder.appendingPathComponent(name)
    let handle: FileHandle
    let attributes: [FileAttributeKey: Any]
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      handle = try FileHandle(forReadingFrom: file)
    } catch {
      throw CommandFailure(
        "'\(file.path)' cannot be read: \(Output.reason(error))", hint: "May this user read the file?")
    }
    defer { try? handle.close() }
    let size = (attributes[.size] as? NSNumber)?.int64Value ?? 0
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname_utf8(entry, name)
    archive_entry_set_size(entry, size)
    archive_entry_set_filetype(entry, regularFile)
    archive_entry_set_perm(entry, 0o644)
    let seconds = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    archive_entry_set_mtime(entry, time_t(seconds), 0)
    guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw failure(file, archive) }
    // A file that still grows is taken as long as it was.
    var left = size
    while left > 0 {
      let data = try handle.read(upToCount: Int(min(left, Int64(chunkBytes)))) ?? Data()
      guard !data.isEmpty else { break }
      let written = data.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
      guard written == data.count else { throw failure(file, archive) }
      left -= Int64(data.count)
    }
  }

  private static func failure(_ file: URL, _ archive: OpaquePointer?) -> CommandFailure {
    let reason = archive.flatMap { archive_error_string($0) }.map { String(cString: $0) } ?? "no reason was given"
    return CommandFailure("'\(file.path)' could not be packed: \(reason)", hint: "Is there room for temporary files?")
  }
}
