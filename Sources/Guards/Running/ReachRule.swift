import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Which machines a request may reach.
///
/// A guard of the record is written by whoever may configure, and asks from where the server stands: what only the server
/// can reach is not theirs to ask, unless the file of the machine's owner names it. Names are looked up before each
/// request and each redirect; one that changes its address in between is not noticed.
struct ReachRule: Sendable {
  /// Nil: everywhere.
  private let allowed: Set<String>?

  static let everywhere = ReachRule(allowed: nil)

  /// Machines outside, and those that are named.
  static func outside(and named: Set<String>) -> ReachRule { ReachRule(allowed: Set(named.map { $0.lowercased() })) }

  /// What to do about a refusal.
  static let hint =
    "let the file of guards here (of a server: mayday serve --guards) name the machine under 'reach:', or declare the guard in that file"

  /// Why an address may not be asked, as a clause; nil where it may.
  ///
  /// Waits for its name to be looked up.
  func refusal(_ url: URL?) -> String? {
    guard let allowed, let host = url?.host?.lowercased() else { return nil }
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    if allowed.contains(bare) { return nil }
    guard let address = ([bare] + Self.addresses(of: bare)).first(where: NetworkPlace.isInside) else { return nil }
    let place = address == bare ? "'\(bare)'" : "'\(bare)' (\(address))"
    return
      "\(place) is an address of this machine or of the network inside, and a guard of the record asks none of those"
  }

  /// Numeric addresses of a name; empty where it has none.
  private static func addresses(of host: String) -> [String] {
    var hints = unsafe addrinfo()
    unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard unsafe getaddrinfo(host, nil, &hints, &found) == 0 else { return [] }
    defer { unsafe freeaddrinfo(found) }
    var addresses: [String] = []
    var next = unsafe found
    while let one = unsafe next {
      let info = unsafe one.pointee
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let count = socklen_t(text.count)
      if unsafe getnameinfo(info.ai_addr, info.ai_addrlen, &text, count, nil, 0, NI_NUMERICHOST) == 0 {
        addresses.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
      }
      unsafe next = info.ai_next
    }
    return addresses
  }
}
