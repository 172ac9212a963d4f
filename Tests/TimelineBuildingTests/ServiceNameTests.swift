import Testing
import TimelineBuilding

struct ServiceNameTests {
  @Test(arguments: [
    ("orders", "orders", true, "the same"),
    ("Orders", "orders", true, "case says nothing"),
    ("worker", "shop-worker", true, "the name of the shop before it"),
    ("orders", "orders.service", true, "the name of its unit"),
    ("order", "orders", false, "another word"),
    ("till", "still-life", false, "a piece of a word"),
    ("db", "db-proxy", false, "too short to tell"),
  ])
  func `one service goes under several names`(left: String, right: String, expected: Bool, reason: String) {
    #expect(ServiceName.isSame(left, right) == expected, "\(reason)")
    #expect(ServiceName.isSame(right, left) == expected, "\(reason)")
  }
}
