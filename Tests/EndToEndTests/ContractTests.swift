import Foundation
import Testing

/// What others build on: the JSON is as its schema says.
struct ContractTests {
  /// Validates with Python's jsonschema; the set-up of `make test` installs it.
  private func problems(of json: String, schema: String, in bench: Workbench) throws -> String {
    try bench.write(json, to: "document.json")
    let path = BuiltBinary.package.appendingPathComponent("Documentation/\(schema)").path
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator
      schema = json.load(open(sys.argv[1]))
      Draft202012Validator.check_schema(schema)
      for error in list(Draft202012Validator(schema).iter_errors(json.load(open("document.json"))))[:5]:
          print("/".join(map(str, error.path)), error.message[:300])
      """
    for python in ["/usr/bin/python3", "/usr/local/bin/python3"]
    where FileManager.default.isExecutableFile(atPath: python) {
      let probe = try BuiltBinary.run(
        ["-c", "import jsonschema"], in: bench.folder, program: URL(fileURLWithPath: python))
      guard probe.status == 0 else { continue }
      let outcome = try BuiltBinary.run(["-c", script, path], in: bench.folder, program: URL(fileURLWithPath: python))
      return outcome.status == 0 ? outcome.output : outcome.errors
    }
    return "no Python with jsonschema: run make setup"
  }

  @Test func `the timeline of the example is as its schema says`() throws {
    let bench = try Workbench()
    let evidence = BuiltBinary.package.appendingPathComponent("Examples/knight-capital/evidence").path
    let outcome = try bench.mayday("timeline", evidence, "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try problems(of: outcome.output, schema: "timeline.schema.json", in: bench) == "")
    let report = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect((report["suspects"] as? [Any])?.isEmpty == false)
    let moments = try #require(report["moments"] as? [[String: Any]])
    let instants = moments.compactMap { $0["instant"] as? String }.map { String($0.prefix(19)) }
    #expect(instants == instants.sorted())
    #expect(Set(moments.compactMap { $0["id"] as? String }).count == moments.count)
  }

  @Test func `a timeline of almost nothing is as its schema says`() throws {
    let bench = try Workbench()
    try bench.write("2031-05-06T07:00:00Z INFO door opened\n2031-05-06 07:00:05 WARN door stuck\n", to: "a.log")
    let outcome = try bench.mayday("timeline", "a.log", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try problems(of: outcome.output, schema: "timeline.schema.json", in: bench) == "")
    #expect(outcome.output.contains("\"onset\" : null"))
  }

  @Test func `a review is as its schema says`() throws {
    let bench = try Workbench()
    let draft = BuiltBinary.package.appendingPathComponent("Examples/knight-capital/postmortem-first-draft.md").path
    let outcome = try bench.mayday("review", draft, "--format", "json")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(try problems(of: outcome.output, schema: "review.schema.json", in: bench) == "")
  }

  @Test func `what is said of a sentence is as its schema says`() throws {
    let bench = try Workbench()
    let outcome = try bench.mayday("rephrase", "Who broke it? Be more careful. Thank you.", "--format", "json")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(try problems(of: outcome.output, schema: "rephrase.schema.json", in: bench) == "")
  }
}
