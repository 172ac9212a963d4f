package import Schemas
import WireSchemas

/// One page of a listing.
package struct PageAnswer<Item: Codable & Sendable>: Codable, Sendable {
  package var items: [Item]
  /// Opaque: asks for the page after this one; absent on the last page.
  package var next: String?

  package init(items: [Item], next: String? = nil) {
    self.items = items
    self.next = next
  }
}

extension PageAnswer: Equatable where Item: Equatable {}
extension PageAnswer: Hashable where Item: Hashable {}

/// The schema of a page of a listing, and how many items a page has.
package enum PageSchema {
  package static let limitDefault = 50
  package static let limitMax = 200

  package static func of(_ item: Schema, max: Int = limitMax) -> Schema {
    .object(
      [
        .required("items", .list(of: item, max: max)),
        .optional("next", WireSchema.anyText.noted("Opaque; asks for the page after this one. Absent on the last.")),
      ], name: item.name.map { $0 + "Page" })
  }
}
