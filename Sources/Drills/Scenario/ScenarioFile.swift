package import Findings

/// A file of evidence that comes with an inject; the scenario holds it, so that one document is the whole.
package struct ScenarioFile: Hashable, Sendable {
  /// As the heading above it says.
  package var name: String
  /// What stands in the block below the heading, byte for byte, the end of its last line among it.
  package var text: String
  /// Of the heading.
  package var span: TextSpan

  package var bytes: Int { text.utf8.count }

  /// The heading and the block by which a document holds it; a content without an end of its last line gets one.
  var section: String {
    var longest = 2
    for line in text.split(whereSeparator: \.isNewline) { longest = max(longest, line.prefix { $0 == "`" }.count) }
    let fence = String(repeating: "`", count: longest + 1)
    return "### \(name)\n\(fence)\n\(text)\(text.last?.isNewline == true ? "" : "\n")\(fence)\n"
  }

  private static let marks = "._-+@=#".unicodeScalars

  /// Whether it can name a file anywhere: no folders, nothing hidden, nothing that a shell or a table takes apart.
  ///
  /// What passes here comes back from the incident's evidence under the same name.
  static func isName(_ name: String) -> Bool {
    guard (1...DrillLimits.fileNameBytesMax).contains(name.utf8.count), let first = name.unicodeScalars.first,
      isWord(first), name.last != "."
    else { return false }
    return name.unicodeScalars.allSatisfy { isWord($0) || marks.contains($0) }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// A name made from one that may be none: what does not fit in it becomes `-`.
  static func name(from text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      guard name.utf8.count < DrillLimits.fileNameBytesMax - 4 else { break }
      name.unicodeScalars.append(isWord(scalar) || marks.contains(scalar) ? scalar : "-")
    }
    while let last = name.last, last == "." { name.removeLast() }
    return isName(name) ? name : "evidence.log"
  }

  /// Names as a cell or an item has them: between commas, blanks or line ends, bare or as code.
  static func names(in text: String) -> [String] {
    var seen: Set<String> = []
    return text.split { ",;`".contains($0) || $0.isWhitespace }.map(String.init)
      .filter { !$0.allSatisfy { "-–—".contains($0) } && seen.insert($0).inserted }
  }
}

extension Scenario {
  package func file(_ name: String) -> ScenarioFile? { files.first { $0.name == name } }

  /// Those of an inject that are there, in the order in which it names them.
  func files(of inject: Inject) -> [ScenarioFile] { inject.files.compactMap(file) }
}
