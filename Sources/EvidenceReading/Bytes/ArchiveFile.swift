internal import CArchive
import EvidenceRecords
internal import Foundation

/// A packed file as libarchive sees it: one member without a name for a compressed log, several for tar and zip.
///
/// `@safe`: the handle and the buffer are made here, used here only, and freed with the object.
@safe final class ArchiveFile: ByteStream {
  struct Member {
    /// Nil when the file is one compressed stream.
    var path: String?
    var isRegular: Bool
    /// What it is when it is a pipe or a device: nil for files, folders and links.
    var special: String?
    var modifiedNanoseconds: Int64?
  }

  private let source: FileStream
  private let handle: OpaquePointer
  private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 * 1024, alignment: 16)
  private let budget: UnpackingBudget
  /// Why the packed file itself could not be read on.
  private var readFailure: String?

  /// Reads from `source`, which must stand at its beginning.
  init(_ source: FileStream, budget: UnpackingBudget) throws(StreamDamage) {
    self.source = source
    self.budget = budget
    guard let handle = unsafe archive_read_new() else { throw StreamDamage(reason: "out of memory") }
    unsafe self.handle = handle
    _ = unsafe archive_read_support_filter_gzip(handle)
    _ = unsafe archive_read_support_filter_bzip2(handle)
    _ = unsafe archive_read_support_filter_xz(handle)
    _ = unsafe archive_read_support_filter_zstd(handle)
    _ = unsafe archive_read_support_filter_lz4(handle)
    _ = unsafe archive_read_support_format_tar(handle)
    _ = unsafe archive_read_support_format_zip_streamable(handle)
    _ = unsafe archive_read_support_format_raw(handle)
    _ = unsafe archive_read_support_format_empty(handle)
    // The archive does not outlive this object, which frees it.
    let client = unsafe Unmanaged.passUnretained(self).toOpaque()
    let status = unsafe archive_read_open(handle, client, nil, Self.readNext, nil)
    guard status == ARCHIVE_OK else { throw damage() }
  }

  deinit {
    unsafe archive_read_free(handle)
    unsafe room.deallocate()
  }

  /// libarchive asks for the next piece of the packed file.
  private static let readNext:
    @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<UnsafeRawPointer?>?) -> la_ssize_t =
      {
        handle, client, buffer in
        guard let client = unsafe client else { return -1 }
        let file = unsafe Unmanaged<ArchiveFile>.fromOpaque(client).takeUnretainedValue()
        do throws(StreamDamage) {
          let count = try unsafe file.source.read(into: file.room)
          unsafe buffer?.pointee = UnsafeRawPointer(file.room.baseAddress)
          return count
        } catch {
          file.readFailure = error.reason
          return -1
        }
      }

  /// The next member; nil behind the last.
  ///
  /// Throws when the archive is damaged here: nothing more can be read then.
  func next() throws(StreamDamage) -> Member? {
    // Going on would unpack the rest of the member before, unseen.
    try budget.check()
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status >= ARCHIVE_WARN, let entry = unsafe entry else { throw damage() }
    let isStream = unsafe archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_RAW
    let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    let path = unsafe name.map { unsafe String(cString: $0) }
    // AE_IFREG and its like, which Swift does not see: they are macros with a cast.
    let type = unsafe archive_entry_filetype(entry)
    let special: String? =
      switch type {
      case 0o010000: "pipe"
      case 0o140000: "socket"
      case 0o020000, 0o060000: "device"
      default: nil
      }
    return Member(
      path: isStream ? nil : path ?? "unnamed",
      isRegular: isStream || type == 0o100000,
      special: isStream ? nil : special,
      modifiedNanoseconds: unsafe archive_entry_mtime_is_set(entry) != 0
        ? Int64(archive_entry_mtime(entry)) * 1_000_000_000 : nil)
  }

  func read(into room: UnsafeMutableRawBufferPointer) throws(StreamDamage) -> Int {
    try budget.check()
    let count = unsafe archive_read_data(handle, room.baseAddress, room.count)
    guard count >= 0 else { throw damage() }
    budget.spend(count)
    return count
  }

  private func damage() -> StreamDamage {
    if let readFailure { return StreamDamage(reason: readFailure) }
    let text = unsafe archive_error_string(handle)
    return StreamDamage(reason: unsafe text.map { unsafe String(cString: $0).lowercased() } ?? "is damaged")
  }
}
