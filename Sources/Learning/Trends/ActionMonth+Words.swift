extension ActionMonth {
  /// `3 on time, 1 late, 2 open, 1 overdue`; without a day: `2 done, 1 open`.
  package var words: String {
    let counts =
      month == nil
      ? [(doneWithoutDay, "done"), (open, "open"), (declined, "declined")]
      : [(onTime, "on time"), (late, "late"), (open, "open"), (overdue, "overdue"), (declined, "declined")]
    let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? "none" : parts.joined(separator: ", ")
  }
}
