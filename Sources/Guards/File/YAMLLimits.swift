/// Limits of a YAML text, held before it is parsed: the YAML library reads what is nested by calling itself.
enum YAMLLimits {
  static func areKept(in yaml: String, _ problems: inout GuardProblems) -> Bool {
    let size = yaml.utf8.count
    guard size <= GuardLimits.fileBytesMax else {
      problems.add(
        1, "the file has \(size) bytes, more than \(GuardLimits.fileBytesMax)", "Divide it into several files.")
      return false
    }
    guard let line = firstDeepLine(Array(yaml.utf8)) else { return true }
    problems.add(
      line, "this is nested deeper than \(GuardLimits.nestingMax) levels",
      "A guard has keys, values and short lists; quote text that holds many brackets.")
    return false
  }

  /// Depth by lines alone is bounded by the size of the file, because each level is indented further than the last.
  private static func firstDeepLine(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var open = 0
    var marks = 0
    var isAtBeginning = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        marks = 0
        isAtBeginning = true
      case UInt8(ascii: " "): break
      case UInt8(ascii: "-") where isAtBeginning, UInt8(ascii: "?") where isAtBeginning:
        marks += 1
        // No list of the block style can stand within brackets: those before were text.
        if byte == UInt8(ascii: "-") { open = 0 }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        isAtBeginning = false
        open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        isAtBeginning = false
        open = max(0, open - 1)
      default: isAtBeginning = false
      }
      if open > GuardLimits.nestingMax || marks > GuardLimits.nestingMax { return line }
    }
    return nil
  }
}
