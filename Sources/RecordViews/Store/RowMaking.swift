/// How rows are made of what was folded in: in order, the next ones on other threads while those before them are written.
enum RowMaking {
  private static let chunk = 16
  /// Chunks that are made at once.
  private static let depth = 2

  /// `prepare` needs no database; `write` is called with what it made of each item, in the order of the items.
  static func each<Item: Sendable, Rows: Sendable>(
    of items: [Item], prepare: @escaping @Sendable (Item) throws -> Rows, write: (Rows) throws -> Void
  ) throws {
    guard items.count > 1 else {
      for item in items { try write(try prepare(item)) }
      return
    }
    let chunks = stride(from: 0, to: items.count, by: chunk).map { items[$0..<min($0 + chunk, items.count)] }
    var underway: [Ahead<[Rows]>] = []
    var next = 0
    for _ in chunks {
      // One more than is waited for: while rows are written, others are made.
      while next < chunks.count, underway.count <= depth {
        let chunk = chunks[next]
        underway.append(Ahead { try chunk.map(prepare) })
        next += 1
      }
      let rows = try underway.removeFirst().wait()
      for row in rows { try write(row) }
    }
  }
}
