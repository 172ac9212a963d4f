/// A query to Prometheus and what its answer must be.
package struct PromQLCheck: Hashable, Sendable, Codable {
  package var query: String
  /// The address of Prometheus, to which `/api/v1/query` is added.
  package var server: String
  package var headers: [String: String]
  package var env: [String]
  package var expect: PromQLExpectation

  package init(
    query: String, server: String, expect: PromQLExpectation, headers: [String: String] = [:], env: [String] = []
  ) {
    self.query = query
    self.server = server
    self.expect = expect
    self.headers = headers
    self.env = env
  }
}

/// What the series of an answer must be: `empty`, `not-empty`, or a comparison that every one of them passes.
package enum PromQLExpectation: Hashable, Sendable {
  case empty
  case notEmpty
  case every(Comparison, Double)

  /// How a value is compared with a number.
  package enum Comparison: String, Sendable, CaseIterable {
    // Longer ones first: the text is read by its beginning.
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case below = "<"
    case above = ">"

    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atMost: value <= bound
      case .atLeast: value >= bound
      case .equal: value == bound
      case .unequal: value != bound
      case .below: value < bound
      case .above: value > bound
      }
    }
  }

  /// Reads `empty`, `not-empty` or a comparison such as `> 0.99`; nil for anything else.
  package init?(_ text: String) {
    let bare = text.trimmingSpaces
    switch bare {
    case "empty": self = .empty
    case "not-empty": self = .notEmpty
    default:
      guard let comparison = Comparison.allCases.first(where: { bare.hasPrefix($0.rawValue) }),
        let number = Double(bare.dropFirst(comparison.rawValue.count).trimmingSpaces), number.isFinite
      else { return nil }
      self = .every(comparison, number)
    }
  }

  package var text: String {
    switch self {
    case .empty: "empty"
    case .notEmpty: "not-empty"
    case .every(let comparison, let bound): "\(comparison.rawValue) \(GuardText.number(bound))"
    }
  }
}

extension PromQLExpectation: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let expectation = PromQLExpectation(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected empty, not-empty or a comparison such as '> 0.99', found '\(text)'")
    }
    self = expectation
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
