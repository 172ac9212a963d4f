import Foundation
import NIOCore

/// Why the server could not start, with what to do about it.
package struct ServerError: Error, CustomStringConvertible {
  package enum Code: Sendable, Hashable {
    case portTaken
    case portNotAllowed
    case hostNotOurs
    case hostUnknown
    case cannotListen
  }

  package let code: Code
  package let host: String
  package let port: Int
  /// What the system said, where the code does not say it already.
  private let detail: String?

  package var description: String {
    let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    switch code {
    case .portTaken:
      return
        "\(place): the port is taken by another program; stop it, or choose another port with --listen \(host):\(next)"
    case .portNotAllowed:
      return "\(place): ports below 1024 need special rights; choose a higher one with --listen \(host):8080"
    case .hostNotOurs:
      return "\(place): '\(host)' is not an address of this machine; use --listen 127.0.0.1:\(port)"
    case .hostUnknown:
      return "\(place): no address is known for '\(host)'; use --listen 127.0.0.1:\(port)"
    case .cannotListen:
      return "\(place): cannot listen there\(detail.map { ": \($0)" } ?? "")"
    }
  }

  private var next: Int { port < 65_535 ? port + 1 : 8080 }

  /// Nil when the error is none of binding an address.
  init?(_ error: any Error, host: String, port: Int) {
    self.host = host
    self.port = port
    if let error = error as? IOError {
      switch error.errnoCode {
      case EADDRINUSE: code = .portTaken
      case EACCES: code = .portNotAllowed
      case EADDRNOTAVAIL: code = .hostNotOurs
      default: code = .cannotListen
      }
      detail = String(cString: strerror(error.errnoCode))
    } else if error is SocketAddressError || error is SocketAddressError.UnknownHost {
      code = .hostUnknown
      detail = nil
    } else {
      return nil
    }
  }
}
