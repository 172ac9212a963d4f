/// What one person answered: a number from 1 to 7 for each item, as they gave it.
package struct SurveyAnswers: Sendable, Hashable {
  package static let scale = 1...7

  /// In the order of the items.
  package let values: [Int]

  /// Throws ``SurveyError`` that names the item which is missing or off the scale.
  ///
  /// All seven are asked for: a gap would make groups of different sizes, and those can be subtracted.
  package init(_ values: [Int]) throws(SurveyError) {
    let count = SurveyItem.all.count
    guard values.count == count else {
      throw SurveyError(
        .invalidAnswers, place: "answers", message: "there are \(values.count) answers to \(count) statements",
        hint: "answer all seven; where you are torn, 4 is the middle")
    }
    if let wrong = values.firstIndex(where: { !Self.scale.contains($0) }) {
      throw SurveyError(
        .invalidAnswers, place: "statement \(wrong + 1)", message: "\(values[wrong]) is not on the scale from 1 to 7",
        hint: "1: \(SurveyItem.scaleWords.lowest); 7: \(SurveyItem.scaleWords.highest)")
    }
    self.values = values
  }

  /// Reversed items turned, so that high is good for all.
  package var turned: [Int] {
    zip(SurveyItem.all, values).map { item, value in item.isReversed ? 8 - value : value }
  }
}
