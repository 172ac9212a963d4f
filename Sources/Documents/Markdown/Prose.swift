package import Findings

/// The words of one block as a reader sees them, each scalar with its place in the file.
///
/// Markup is left out; code and bare addresses stand as one ``objectMark`` each, so that a sentence keeps its shape.
package struct Prose: Sendable {
  /// Stands for a stretch of code or a bare address.
  package static let objectMark: Unicode.Scalar = "\u{FFFC}"

  /// Where a scalar stands: line and columns from 1, the end exclusive.
  package struct Place: Sendable {
    package var line: Int32
    package var column: Int32
    package var endColumn: Int32
  }

  /// Code or an address that the scalars do not spell out.
  package struct Object: Sendable {
    package enum Kind: Sendable {
      /// Between backticks.
      case code
      /// An address, bare or between angle brackets: stands in the text as a mark.
      case address
      /// The target of a link whose label stands in the text.
      case target
    }

    package var kind: Kind
    package var text: String
    /// Index of its mark among the scalars; for a target, of the first scalar behind its label.
    package var index: Int
  }

  package var scalars: [Unicode.Scalar] = []
  package var places: [Place] = []
  /// Ranges of scalars that are set in bold, in order.
  package var bold: [Range<Int>] = []
  package var objects: [Object] = []

  package init() {}

  /// Words in which nothing is markup, on one line of their own.
  package init(plain scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    places = scalars.indices.map { Place(line: 1, column: Int32($0 + 1), endColumn: Int32($0 + 2)) }
  }

  package var isEmpty: Bool { scalars.allSatisfy { $0.isSpace } }

  /// The words with code and addresses put back, spaces joined, ends trimmed.
  package var text: String { text(in: 0..<scalars.count) }

  /// The text of each source line.
  package var lines: [String] {
    var result: [String] = []
    var start = 0
    for end in scalars.indices.filter({ scalars[$0] == "\n" }) + [scalars.count] {
      result.append(text(in: start..<end))
      start = end + 1
    }
    return result
  }

  /// A stretch of the words with code and addresses put back, spaces joined, ends trimmed.
  package func text(in range: Range<Int>) -> String {
    var result = ""
    var isSpaceDue = false
    for index in range {
      let scalar = scalars[index]
      if scalar.isSpace {
        isSpaceDue = !result.isEmpty
        continue
      }
      if isSpaceDue { result += " " }
      isSpaceDue = false
      if scalar == Self.objectMark, let object = objects.first(where: { $0.index == index && $0.kind != .target }) {
        result += object.text
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Where a stretch of scalars stands in the file.
  ///
  /// An empty or impossible stretch stands at the first scalar.
  package func span(of range: Range<Int>) -> TextSpan {
    guard let first = places.indices.contains(range.lowerBound) ? places[range.lowerBound] : places.first else {
      return TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
    }
    guard !range.isEmpty, range.upperBound <= places.count else {
      return TextSpan(
        line: Int(first.line), column: Int(first.column), endLine: Int(first.line), endColumn: Int(first.endColumn))
    }
    let last = places[range.upperBound - 1]
    return TextSpan(
      line: Int(first.line), column: Int(first.column), endLine: Int(last.line), endColumn: Int(last.endColumn))
  }

  /// Where all of it stands, spaces at the ends left out.
  package var span: TextSpan { span(of: trimmed(0..<scalars.count)) }

  /// The range without white space at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, scalars[low].isSpace { low += 1 }
    while low < high, scalars[high - 1].isSpace { high -= 1 }
    return low..<high
  }

  /// What stands from `index` on, as prose of its own.
  package func dropping(_ count: Int) -> Prose {
    guard count > 0 else { return self }
    let cut = min(count, scalars.count)
    var rest = Prose()
    rest.scalars = Array(scalars[cut...])
    rest.places = Array(places[cut...])
    rest.bold = bold.compactMap { range in
      range.upperBound > cut ? max(0, range.lowerBound - cut)..<(range.upperBound - cut) : nil
    }
    rest.objects = objects.compactMap { object in
      guard object.index >= cut else { return nil }
      return Object(kind: object.kind, text: object.text, index: object.index - cut)
    }
    return rest
  }
}
