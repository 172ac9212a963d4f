/// From the hash of a shape to the number of its pattern: open addressing, no allocation on the way of a line.
struct ShapeTable: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private(set) var count = 0
  private var mask: Int

  init() {
    keys = Array(repeating: 0, count: 256)
    values = Array(repeating: -1, count: 256)
    mask = 255
  }

  /// The number of the pattern with this shape; nil for a new shape.
  @inline(__always)
  func value(for key: UInt64) -> Int? {
    var place = Int(truncatingIfNeeded: key) & mask
    while values[place] >= 0 {
      if keys[place] == key { return Int(values[place]) }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Adds a shape that is not there yet.
  mutating func insert(_ key: UInt64, value: Int) {
    if count * 2 >= keys.count { grow() }
    place(key, Int32(value))
    count += 1
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var place = Int(truncatingIfNeeded: key) & mask
    while values[place] >= 0 { place = (place + 1) & mask }
    keys[place] = key
    values[place] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: -1, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, value) in zip(oldKeys, oldValues) where value >= 0 { place(key, value) }
  }
}
