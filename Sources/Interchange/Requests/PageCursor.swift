internal import Foundation

/// Where a listing goes on: opaque to callers, bound to its operation.
///
/// It names what the caller has seen last and nothing else, so that it tells nothing of what they may not see.
package struct PageCursor: Hashable, Sendable {
  package let key: String

  package init(key: String) { self.key = key }

  package func text(for operation: OperationID) -> String {
    Data("\(operation.rawValue):\(key)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  /// Throws for what is no cursor of this operation.
  package init(_ text: String, for operation: OperationID) throws(Problem) {
    let standard = text.replacing("-", with: "+").replacing("_", with: "/")
    let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: padded), let inside = String(validating: data, as: UTF8.self),
      inside.hasPrefix(operation.rawValue + ":")
    else { throw Self.foreign }
    key = String(inside.dropFirst(operation.rawValue.count + 1))
  }

  package static let foreign = Problem(
    .invalidFields, "this is no cursor of this listing", place: "query parameter 'cursor'",
    hint: "send the 'next' of the page before, as it came; or begin again without it")
}
