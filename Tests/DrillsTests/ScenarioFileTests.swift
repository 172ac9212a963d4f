import Chronology
import Drills
import Findings
import Incidents
import Plans
import Testing

/// Files of evidence that a scenario holds: read to the byte, checked, and brought through a drill.
struct ScenarioFileTests {
  /// The scenario of the stage with a column of files and what stands below `## Files`.
  private static func text(_ files: String, _ cells: [String: String] = ["3": "queue.log"]) -> String {
    var isTable = false
    let lines = Stage.scenario.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if line.hasPrefix("#") { isTable = line == "## Injects" }
      guard isTable, line.hasPrefix("|") else { return String(line) }
      if line.hasPrefix("| #") { return line + " file |" }
      if line.hasPrefix("|--") { return line + "---|" }
      let number = line.split(separator: "|").first.map { $0.filter(\.isNumber) } ?? ""
      return line + " \(cells[number] ?? "") |"
    }
    return lines.joined(separator: "\n") + "\n\n" + files
  }

  private static let log = "2031-01-06T09:00:00Z queue[1]: INFO | a `line` with \\| and # marks\n\n    indented\n"

  private static func rules(_ text: String) -> [String] {
    ScenarioCheck.findings(Scenario(parsing: text), path: "s.md").map(\.rule)
  }

  @Test(arguments: ["```", "````", "~~~", "```log"])
  func `what stands between the fences is the file, to the byte`(fence: String) throws {
    let closing = fence.filter { "`~".contains($0) }
    let files =
      "## Files\nThey come with injects.\n\n### queue.log\nOf the second machine.\n\n\(fence)\n\(Self.log)\(closing)\n"
    for text in [Self.text(files), Self.text(files).replacing("\n", with: "\r\n")] {
      let scenario = Scenario(parsing: text)
      let ending = text.contains("\r\n") ? "\r\n" : "\n"
      #expect(scenario.files.map(\.name) == ["queue.log"])
      #expect(scenario.files.first?.text == Self.log.replacing("\n", with: ending))
      #expect(scenario.injects.map(\.files) == [[], [], ["queue.log"], []])
      #expect(scenario.text == text && Self.rules(text) == [])
      #expect(scenario.facilitator == "Orders go into the wrong queue.")
    }
  }

  @Test(
    arguments: [
      ("### edge-2.log", "edge-2.log"), ("### `edge_2_a.log`", "edge_2_a.log"), ("### __init__.py ###", nil),
      ("###   día.log  ", "día.log"), ("### a.log ##", "a.log"), ("### c#.log#", "c#.log#"),
      ("#### deep.log", "deep.log"),
    ] as [(String, String?)])
  func `a heading names its file to the letter`(heading: String, name: String?) {
    let scenario = Scenario(parsing: Self.text("## Files\n\(heading)\n```\nx\n```\n", [:]))
    #expect(scenario.files.map(\.name) == [name].compactMap(\.self))
    #expect(scenario.problems.map(\.rule) == [name == nil ? "file-name" : "file-unnamed"])
  }

  @Test(arguments: [
    ("..", "hidden, and a folder"), ("../a.log", "a folder"), ("a/b.log", "a folder"), (".env", "hidden"),
    ("-rf", "an option"), ("a b.log", "two words"), ("a\\b", "a folder elsewhere"), ("x.", "ends with a dot"),
    ("a\u{202E}b", "turns the line around"), (String(repeating: "x", count: 101), "too long"), ("<img>", "markup"),
  ])
  func `a name that is no plain name of a file is refused`(name: String, why: String) {
    let scenario = Scenario(parsing: Self.text("## Files\n### \(name)\n```\nx\n```\n", [:]))
    #expect(scenario.files.isEmpty, "\(why)")
    #expect(scenario.problems.map(\.rule) == ["file-name"], "\(why)")
  }

  /// Below `## Files`, what stands in the cell of inject 3, and the rule with the line on which it is found.
  @Test(arguments: [
    ("### a.log\n```\nx\n```\n", "a.log, b.log", "file-missing", "a second one is not there"),
    ("### a.log\n```\nx\n```\n", "", "file-unnamed", "no inject names it"),
    ("### a.log\n```\nx\n```\n### a.log\n```\ny\n```\n", "a.log", "file-twice", "one name for two"),
    ("### a.log\nno block\n", "a.log", "file-block", "nothing below the name"),
    ("### a.log\n```\nx\n```\n\n```\ny\n```\n", "a.log", "file-block", "two below one name"),
    ("### a.log\n```\n```\n", "a.log", "file-block", "empty"),
    ("### a.log\n```\nx\n", "a.log", "file-block", "not closed"),
    ("### a.log\n\n    x\n", "a.log", "file-block", "indented, not fenced"),
    ("### a.log\n  ```\n  x\n  ```\n", "a.log", "file-block", "an indented fence takes blanks away"),
    ("```\nx\n```\n", "", "file-block", "a block without a name"),
  ])
  func `what would let a file down is found, once, at its place`(files: String, cell: String, rule: String, why: String)
    throws
  {
    let text = Self.text("## Files\n" + files, ["3": cell])
    let found = ScenarioCheck.findings(Scenario(parsing: text), path: "s.md")
    #expect(found.map(\.rule) == [rule], "\(why)")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines[try #require(found.first).span.line - 1]
    #expect(line.hasPrefix(rule == "file-missing" ? "| 3 |" : "#") || line.contains("```") || line.contains("    x"))
    #expect(found.first?.fix?.isEmpty == false)
  }

  @Test func `a file that is too large, and one too many, say both numbers`() {
    let long = String(repeating: "0123456789abcde\n", count: DrillLimits.fileBytesMax / 16) + "x\n"
    let large = Scenario(parsing: Self.text("## Files\n### a.log\n```\n\(long)```\n", ["3": "a.log"]))
    #expect(large.problems.map(\.rule) == ["file-too-large"] && large.files.isEmpty)
    #expect(large.problems.first?.message.contains("\(DrillLimits.fileBytesMax + 2)") == true)
    let names = (0...DrillLimits.filesMax).map { "f\($0).log" }
    let many = names.map { "### \($0)\n```\nx\n```\n" }.joined()
    let scenario = Scenario(parsing: Self.text("## Files\n" + many, ["3": names.joined(separator: " ")]))
    #expect(scenario.files.count == DrillLimits.filesMax)
    #expect(scenario.problems.map(\.rule) == ["too-many-files"])
  }

  @Test func `an item of a list names its files before the colon`() {
    let list = Stage.scenario.replacing(
      "| 4 | 12 min | journalist | paper | Is it true? |",
      with: "\n- 9 min, evidence, queue of orders, file queue.log: What it wrote\n")
    let scenario = Scenario(parsing: list + "\n\n## Files\n### queue.log\n```\nx\n```\n")
    let inject = scenario.injects.first { $0.text == "What it wrote" }
    #expect(inject?.from == "queue of orders" && inject?.files == ["queue.log"])
    #expect(scenario.problems.isEmpty)
  }

  @Test func `a story says when it begins, or what is wrong with that`() {
    let scenario = Scenario(
      parsing: Stage.scenario.replacing("minutes: 20", with: "minutes: 20\nstarts: 2031-01-06T10:05:00+01:00"))
    #expect(scenario.starts == Instant(rfc3339: "2031-01-06T09:05:00Z") && scenario.problems.isEmpty)
    let bad = Self.rules(Stage.scenario.replacing("minutes: 20", with: "minutes: 20\nstarts: Monday"))
    #expect(bad == ["scenario-front-matter"])
  }

  // MARK: In a drill

  private func stage(_ cells: [String: String], _ names: [String]) throws -> Stage {
    let files = "## Files\n" + names.map { "### \($0)\n```\n\($0) says\n```\n" }.joined()
    var stage = try Stage()
    var planned = stage.drill.planned
    planned.text = Self.text(files, cells)
    try stage.perform(.plan(planned))
    return stage
  }

  @Test func `files wait for the incident in the order in which they came, each once`() throws {
    var stage = try stage(["1": "a.log", "2": "c.log b.log", "3": "b.log"], ["a.log", "b.log", "c.log"])
    #expect(stage.drill.files.map(\.name) == ["a.log", "b.log", "c.log"] && stage.drill.files[0].bytes == 11)
    try stage.perform(.start(incident: nil))
    try stage.perform(.release("2"))
    try stage.perform(.release("3"))
    try stage.perform(.release("1"))
    #expect(stage.drill.filesThatCame.map(\.name) == ["c.log", "b.log", "a.log"])
    #expect(stage.drill.filesToLand.isEmpty && stage.refusal(of: .landFile("c.log", evidence: 1)) == .nothingNew)
    try stage.declare()
    #expect(stage.drill.filesToLand.map(\.name) == ["c.log", "b.log", "a.log"])
    try stage.perform(.landFile("c.log", evidence: 4), by: "mayday")
    try stage.perform(.refuseFile("b.log", reason: "the incident is full"), by: "mayday")
    #expect(stage.drill.filesToLand.map(\.name) == ["a.log"])
    #expect(stage.refusal(of: .landFile("c.log", evidence: 5)) == .nothingNew)
    #expect(stage.refusal(of: .landFile("b.log", evidence: 5)) == .nothingNew)
    #expect(stage.refusal(of: .refuseFile("a.log", reason: " ")) == .needsReason)
    for (person, leads, reason) in [("fay", true, "the incident is full"), ("ron", false, nil)] {
      let whole = DrillWhole(stage.drill, for: person, mayLead: leads, now: stage.now)
      #expect(whole.messages.map { $0.files.map(\.name) } == [["c.log", "b.log"], ["b.log"], ["a.log"]])
      #expect(whole.messages[0].files.map(\.evidence) == [4, nil])
      #expect(whole.messages[0].files.map(\.refused) == [nil, reason])
    }
    try stage.perform(.end)
    #expect(stage.drill.filesToLand.isEmpty)
  }

  @Test func `a file may be read once what it comes with has come, by whoever leads before, by all afterwards`() throws
  {
    var stage = try stage(["2": "b.log"], ["b.log"])
    func readers() -> [String] { ["fay", "ron", "oda", "nobody"].filter { stage.drill.mayRead("b.log", $0) } }
    #expect(readers() == ["fay"])
    try stage.perform(.start(incident: nil))
    #expect(readers() == ["fay"])
    let before = DrillWhole(stage.drill, for: "ron", mayLead: false, now: stage.now)
    #expect(before.messages.allSatisfy(\.files.isEmpty) && before.upcoming.isEmpty)
    try stage.perform(.release("2"))
    #expect(readers() == ["fay", "ron", "oda", "nobody"])
    #expect(stage.drill.briefing.messages.map(\.files) == [["b.log"]])
    #expect(stage.drill.briefing == stage.drill.scenario.forResponders(released: ["2"]))
  }
}
