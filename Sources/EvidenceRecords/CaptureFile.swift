import CPcap
import Foundation

/// A pcap or pcapng file, read with libpcap.
///
/// The one place that touches libpcap's pointers: a packet's bytes are lent to the caller for the length of a call, and the
/// handle never leaves this type.
@safe
struct CaptureFile: ~Copyable {
  private let handle: OpaquePointer

  /// - Throws: with libpcap's own words when the file is not a capture.
  init(path: String) throws(RecordError) {
    var complaint = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    let opened = unsafe complaint.withUnsafeMutableBufferPointer { buffer in
      unsafe pcap_open_offline_with_tstamp_precision(path, UInt32(PCAP_TSTAMP_PRECISION_NANO), buffer.baseAddress)
    }
    guard let opened = unsafe opened else {
      let bytes = complaint.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw RecordError(.damaged, "libpcap cannot open the capture: \(String(decoding: bytes, as: UTF8.self))")
    }
    unsafe handle = opened
  }

  deinit { unsafe pcap_close(handle) }

  /// Link type as libpcap numbers it (`DLT_…`).
  var linkType: Int32 { unsafe pcap_datalink(handle) }

  /// Calls `body` with every packet until it returns false: its number from 1, its instant in nanoseconds since the Unix
  /// epoch, and the bytes that were captured, which may be fewer than were sent.
  ///
  /// - Returns: libpcap's words when the file breaks off; nil at its proper end.
  func forEachPacket(_ body: (Int, Int64, Span<UInt8>) -> Bool) -> String? {
    var number = 0
    while true {
      var header: UnsafeMutablePointer<pcap_pkthdr>?
      var start: UnsafePointer<UInt8>?
      let status = unsafe pcap_next_ex(handle, &header, &start)
      guard status == 1, let header = unsafe header, let start = unsafe start else {
        return status == PCAP_ERROR_BREAK ? nil : complaint
      }
      number += 1
      // With the precision asked for, the field for microseconds counts nanoseconds.
      let stamp = unsafe header.pointee.ts
      let nanoseconds = Int64(stamp.tv_sec) &* 1_000_000_000 &+ Int64(stamp.tv_usec)
      // The bytes belong to libpcap until the next call, which comes after `body` has returned.
      let bytes = unsafe Span(_unsafeStart: start, count: Int(header.pointee.caplen))
      if !body(number, nanoseconds, bytes) { return nil }
    }
  }

  private var complaint: String {
    guard let text = unsafe pcap_geterr(handle) else { return "unknown damage" }
    return unsafe String(cString: text)
  }
}
