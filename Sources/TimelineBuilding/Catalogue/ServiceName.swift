/// Names under which one service goes in logs, deployments and alerts.
package enum ServiceName {
  /// Whether two names mean one service: equal but for case, or one is the other with a word before or behind it, as in
  /// `worker` and `shop-worker`, `orders` and `orders.service`.
  package static func isSame(_ left: String?, _ right: String?) -> Bool {
    guard let left = left?.lowercased(), let right = right?.lowercased() else { return left == nil && right == nil }
    if left == right { return true }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard short.count >= 3 else { return false }
    return ["-", "_", ".", "/"].contains { long.hasSuffix($0 + short) || long.hasPrefix(short + $0) }
  }
}
