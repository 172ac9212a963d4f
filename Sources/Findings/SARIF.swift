/// Findings as SARIF 2.1.0, which code hosts and editors show beside the lines.
///
/// The Static Analysis Results Interchange Format of OASIS; columns count Unicode scalars (`unicodeCodePoints`).
package struct SARIF: Encodable, Sendable {
  private let findings: [Finding]
  private let rules: [FindingRule]
  private let version: String

  /// `rules`: all that could have found something; `version`: of this program.
  package init(findings: [Finding], rules: [FindingRule], version: String) {
    self.findings = findings
    self.rules = rules
    self.version = version
  }

  private struct Text: Encodable { var text: String }

  private struct Descriptor: Encodable {
    var id: String
    var shortDescription: Text
    var fullDescription: Text
  }

  private struct Driver: Encodable {
    var name = "mayday"
    var version: String
    var rules: [Descriptor]
  }

  private struct Tool: Encodable { var driver: Driver }

  private struct Region: Encodable {
    var startLine: Int
    var startColumn: Int
    var endLine: Int
    var endColumn: Int
  }

  private struct Artifact: Encodable { var uri: String }

  private struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }

  private struct Location: Encodable { var physicalLocation: Physical }

  private struct Result: Encodable {
    var ruleId: String
    var level: String
    var message: Text
    var locations: [Location]
  }

  private struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
  }

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("https://json.schemastore.org/sarif-2.1.0.json", forKey: .schema)
    try container.encode("2.1.0", forKey: .version)
    try container.encode([run], forKey: .runs)
  }

  private var run: Run {
    Run(
      tool: Tool(
        driver: Driver(
          version: version,
          rules: rules.map {
            Descriptor(
              id: $0.identifier, shortDescription: Text(text: $0.summary), fullDescription: Text(text: $0.reason))
          })), results: findings.map(Self.result))
  }

  private static func result(_ finding: Finding) -> Result {
    let hint = finding.fix.map { " \($0)" } ?? ""
    return Result(
      ruleId: finding.rule, level: finding.severity.rawValue,
      message: Text(text: "\(finding.message). \(finding.question)\(hint)"),
      locations: [
        Location(
          physicalLocation: Physical(
            artifactLocation: Artifact(uri: uri(finding.path)),
            region: Region(
              startLine: finding.span.line, startColumn: finding.span.column, endLine: finding.span.endLine,
              endColumn: finding.span.endColumn)))
      ])
  }

  /// A path as a relative reference: what RFC 3986 does not take in a segment is percent-encoded.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      if byte < 128,
        scalar.properties.isAlphabetic || (48...57).contains(byte) || "/._-~".unicodeScalars.contains(scalar)
      {
        return String(Character(scalar))
      }
      return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}
