/// What is kept of answers: sums over at least five people, from which no single answer can be had.
package struct SurveySums: Sendable, Hashable, Codable {
  package private(set) var count = 0
  /// Of the turned answers, item by item.
  package private(set) var items = [Int](repeating: 0, count: SurveyItem.all.count)
  /// Of each person's sum over the seven items.
  package private(set) var total = 0

  package init() {}

  package init(count: Int, items: [Int], total: Int) {
    self.count = count
    self.items = items
    self.total = total
  }

  package init(of answers: [SurveyAnswers]) {
    for one in answers {
      let turned = one.turned
      let sum = turned.reduce(0, +)
      count += 1
      for (index, value) in turned.enumerated() { items[index] += value }
      total += sum
    }
  }

  package static func + (left: SurveySums, right: SurveySums) -> SurveySums {
    SurveySums(
      count: left.count + right.count, items: zip(left.items, right.items).map(+), total: left.total + right.total)
  }
}
