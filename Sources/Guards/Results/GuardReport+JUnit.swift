import Chronology

extension GuardRunReport {
  /// The report as JUnit XML, as CI systems read it: broken guards are failures, unknown ones errors.
  ///
  /// Elements and attributes as in the reports of Ant's JUnit task, with `file` and `line` where a file declares the guard.
  package var junit: String {
    let totals =
      "tests=\"\(results.count)\" failures=\"\(counts.broken)\" errors=\"\(counts.unknown)\" time=\"\(Self.time(seconds))\""
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites name=\"mayday guards\" \(totals)>"]
    let stamp = started.rfc3339.prefix(19)
    lines.append("  <testsuite name=\"mayday guards\" \(totals) skipped=\"0\" timestamp=\"\(stamp)\">")
    for result in results { lines += Self.testcase(result) }
    lines += ["  </testsuite>", "</testsuites>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func testcase(_ result: GuardResult) -> [String] {
    var head =
      "    <testcase classname=\"guards.\(result.kind)\" name=\"\(escaped(result.name))\" time=\"\(time(result.seconds))\""
    if let place = result.place { head += " file=\"\(escaped(place.path))\" line=\"\(place.line)\"" }
    let text = escaped(([result.title, result.summary] + result.advice + [result.detail]).joined(separator: "\n"))
    let element: String
    switch result.outcome {
    case .held: return [head + ">", "      <system-out>\(text)</system-out>", "    </testcase>"]
    case .broken: element = "failure"
    case .unknown: element = "error"
    }
    return [
      head + ">",
      "      <\(element) type=\"\(result.outcome.rawValue)\" message=\"\(escaped(result.summary))\">\(text)</\(element)>",
      "    </testcase>",
    ]
  }

  private static func time(_ seconds: Double) -> String {
    let thousandths = Int((max(0, seconds) * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// Text for XML 1.0: five characters by their names, and what its section 2.2 does not allow replaced.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "\t", "\n": result.append(scalar)
      default:
        let isAllowed = scalar.value >= 32 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        result.append(isAllowed ? scalar : "\u{FFFD}")
      }
    }
    return String(result)
  }
}
