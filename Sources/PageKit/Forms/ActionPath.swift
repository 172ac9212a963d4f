package import Interchange

/// Where the form of an operation is sent: the operation's own path, without the `/api/v1` before it.
package struct ActionPath: Sendable, Hashable {
  package let operation: OperationID
  /// What stands in the places of the path, in their order.
  package let places: [String]

  package init(_ operation: OperationID, _ places: String...) { self.init(operation, places: places) }

  package init(_ operation: OperationID, places: [String]) {
    self.operation = operation
    self.places = places
  }

  /// An HTML form can only get and post: another method is sent along in a field.
  package var method: String? {
    let method = Operations[operation].method
    return method == .post ? nil : method.rawValue
  }

  package var text: String {
    let operation = Operations[operation]
    let values = Dictionary(zip(operation.pathNames, places)) { first, _ in first }
    return String(operation.path(values).dropFirst("/api/v1".count))
  }

  /// The address of an operation's form with the names of its places in braces, as a route has it.
  package static func template(of operation: Operation) -> String { String(operation.path.dropFirst("/api/v1".count)) }
}
