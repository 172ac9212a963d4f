import Chronology
import Foundation
import SafetySurveys
import Testing

/// Answers become numbers as worked out by hand.
struct ScoringTests {
  /// What a person answers whose turned answers are all the same.
  static func level(_ value: Int) throws -> SurveyAnswers {
    try SurveyAnswers(SurveyItem.all.map { $0.isReversed ? 8 - value : value })
  }

  @Test func `there are seven items, and the first, third and fifth are reversed`() {
    #expect(SurveyItem.all.map(\.number) == [1, 2, 3, 4, 5, 6, 7])
    #expect(SurveyItem.all.filter(\.isReversed).map(\.number) == [1, 3, 5])
    for item in SurveyItem.all { #expect(item.help.count == 2) }
  }

  @Test(arguments: [
    // What is marked, what it counts: a reversed item counts 8 less what is marked.
    ([1, 1, 1, 1, 1, 1, 1], [7, 1, 7, 1, 7, 1, 1]),
    ([7, 7, 7, 7, 7, 7, 7], [1, 7, 1, 7, 1, 7, 7]),
    ([4, 4, 4, 4, 4, 4, 4], [4, 4, 4, 4, 4, 4, 4]),
    ([2, 6, 3, 5, 1, 7, 4], [6, 6, 5, 5, 7, 7, 4]),
  ])
  func `reversed items are turned`(marked: [Int], counted: [Int]) throws {
    #expect(try SurveyAnswers(marked).turned == counted)
  }

  @Test func `answers that are missing or off the scale are refused by their place`() {
    #expect(throws: SurveyError.self) { try SurveyAnswers([1, 2, 3]) }
    let off = #expect(throws: SurveyError.self) { try SurveyAnswers([1, 2, 3, 8, 5, 6, 7]) }
    #expect(off?.place == "statement 4")
    #expect(throws: SurveyError.self) { try SurveyAnswers([0, 2, 3, 4, 5, 6, 7]) }
  }

  @Test func `five people at 3, 4, 4, 4 and 5 have the mean 4 and an interval from 2.6 to 5.4`() throws {
    // Half of it: 1.96 * 1.5 / sqrt(5) = 1.315, rounded up.
    let result = try #require(SurveyResult(SurveySums(of: [3, 4, 4, 4, 5].map(Self.level))))
    #expect(result.answered == 5)
    #expect(result.mean == SurveyResult.Mean(item: 0, value: 4, bound: nil))
    #expect((result.low, result.high) == (2.6, 5.4))
    #expect(result.items.map(\.value) == [4, 4, 4, 4, 4, 4, 4])
  }

  @Test func `the mean of each item is told to one digit`() throws {
    // Item 2 is answered 1, 2, 3, 4, 7: mean 3.4. Item 1, reversed, is answered 7, 7, 6, 6, 5: turned mean 1.8.
    let given = try zip([1, 2, 3, 4, 7], [7, 7, 6, 6, 5]).map { second, first in
      try SurveyAnswers([first, second, 4, 4, 4, 4, 4])
    }
    let result = try #require(SurveyResult(SurveySums(of: given)))
    #expect(result.items[1].value == 3.4)
    #expect(result.items[0].value == 1.8)
    #expect(result.toBeginWith.map(\.item) == [1, 2, 3])
  }

  @Test(arguments: 0...4) func `under five answers there is no result`(count: Int) throws {
    #expect(SurveyResult(SurveySums(of: try (0..<count).map { _ in try Self.level(5) })) == nil)
  }

  @Test func `where all said the same at an end of the scale, neither mean nor interval tells it`() throws {
    let top = try #require(SurveyResult(SurveySums(of: (0..<5).map { _ in try Self.level(7) })))
    let near = try #require(SurveyResult(SurveySums(of: [7, 7, 7, 7, 6].map(Self.level))))
    #expect(top.mean.words == "6.5 or more")
    #expect((top.low, top.high) == (5.1, 7))
    #expect(top.items == near.items)
    let bottom = try #require(SurveyResult(SurveySums(of: (0..<5).map { _ in try Self.level(1) })))
    #expect(bottom.mean.words == "1.5 or less")
    #expect((bottom.low, bottom.high) == (1, 2.9))
    let middle = try #require(SurveyResult(SurveySums(of: (0..<5).map { _ in try Self.level(4) })))
    #expect((middle.low, middle.high) == (2.6, 5.4))
  }

  @Test func `whether all agree or two camps stand against each other, what is shown and sent is the same`() throws {
    let agreed = try #require(SurveyResult(SurveySums(of: [4, 4, 4, 4, 4, 4].map(Self.level))))
    let torn = try #require(SurveyResult(SurveySums(of: [1, 1, 1, 7, 7, 7].map(Self.level))))
    #expect(agreed == torn)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(agreed) == encoder.encode(torn))
    #expect((agreed.low, agreed.high) == (2.7, 5.3))
  }

  @Test func `an interval that an older Mayday stored is not read`() throws {
    let result = try #require(SurveyResult(SurveySums(of: [4, 4, 4, 4, 4, 4].map(Self.level))))
    let written = String(decoding: try JSONEncoder().encode(result), as: UTF8.self)
    let old = written.replacing("2.7", with: "3.9").replacing("5.3", with: "4.1")
    #expect(old != written)
    #expect(try JSONDecoder().decode(SurveyResult.self, from: Data(old.utf8)) == result)
  }

  @Test(arguments: [(5, 1.4), (6, 1.3), (10, 1.0), (50, 0.5), (500, 0.2)])
  func `the more answer, the less chance moves the mean`(answered: Int, half: Double) {
    #expect(abs(SurveyResult.halfWidth(answered: answered) - half) < 0.001)
  }

  @Test func `a change is only said where the intervals leave no room`() throws {
    let low = try #require(SurveyResult(SurveySums(of: [2, 2, 3, 2, 2].map(Self.level))))
    let high = try #require(SurveyResult(SurveySums(of: [5, 6, 6, 5, 6].map(Self.level))))
    let middle = try #require(SurveyResult(SurveySums(of: [2, 3, 4, 4, 2].map(Self.level))))
    #expect(SurveyChange(from: low, to: high) == .higher)
    #expect(SurveyChange(from: high, to: low) == .lower)
    #expect(SurveyChange(from: low, to: middle) == .unclear)
  }
}
