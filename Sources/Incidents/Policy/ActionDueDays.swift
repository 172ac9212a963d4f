/// Within how many days of the resolution the actions of a postmortem are due.
package struct ActionDueDays: Codable, Hashable, Sendable {
  package var immediate: Int
  package var longTerm: Int

  package init(immediate: Int, longTerm: Int) {
    self.immediate = immediate
    self.longTerm = longTerm
  }

  /// Where the policy says nothing.
  package static let standard = ActionDueDays(immediate: 7, longTerm: 60)
}
