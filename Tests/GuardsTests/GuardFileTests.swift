import Guards
import Testing

struct GuardFileTests {
  private func problems(_ yaml: String) -> [GuardFileError.Problem] {
    do {
      _ = try GuardFile(parsing: yaml, path: "mayday.yaml")
      return []
    } catch {
      return error.problems
    }
  }

  @Test func `a file may name machines that guards of the record may ask, and nothing else of them`() throws {
    let file = try GuardFile(parsing: "reach: [prometheus.internal, 10.0.0.5]\n", path: "mayday.yaml")
    #expect(file.guards.isEmpty && file.reach == ["prometheus.internal", "10.0.0.5"])
    let wrong = problems("reach: ['http://a.internal:90/']\n")
    #expect(wrong.map(\.reason) == ["'http://a.internal:90/' under 'reach' is not the name of a machine"])
    #expect(problems("reach: []\n").map(\.reason) == ["'reach' is an empty list"])
  }

  @Test func `all keys of all kinds are read`() throws {
    let file = try GuardFile(
      parsing: """
        guards:
          - name: one-build
            title: "Every host runs the same build: ✓"
            protects: INC-1
            action: PM-1-A2
            next: Copy the release to the host that differs.
            every: 15m
            within: 1.5s
            severity: warning
            command: |
              echo one
              echo two
            folder: servers
            env: [BUILD_TOKEN, HOST]
            expect: {exit: 3, output-has: two, output-lacks: three, output-matches: "^tw."}
          - name: listed
            title: A program with its arguments
            command: [ls, -l]
          - name: site
            title: The shop answers
            http: https://shop.example.com/health
            method: HEAD
            headers: {Accept: application/json, Authorization: "Bearer ${TOKEN}"}
            env: TOKEN
            expect:
              status: [200, 204]
              body-has: ok
              body-lacks: error
              within: 2s
              json: {/status: up, /count: 3, /text: "3", /open: true, /gone: null, /a~1b/0: -1.5}
          - name: targets
            title: Every target is up
            promql: up{job="shop"}
            server: http://127.0.0.1:9090/
            expect: "> 0.99"
          - name: no-flag
            title: The flag is gone
            text: POWER_PEG
            paths: src/**
            except: ["**/*.md"]
            must: not-appear
        """, path: "a/mayday.yaml")
    #expect(file.guards.map(\.name) == ["one-build", "listed", "site", "targets", "no-flag"])
    let first = file.guards[0]
    #expect(first.title == "Every host runs the same build: ✓")
    #expect(first.protects == "INC-1" && first.action == "PM-1-A2" && first.severity == .warning)
    #expect(first.everySeconds == 900 && first.withinSeconds == 1.5)
    #expect(first.place == GuardPlace(path: "a/mayday.yaml", line: 2))
    #expect(
      first.kind
        == .command(
          CommandCheck(
            .shell("echo one\necho two\n"), exit: 3, outputHas: "two", outputLacks: "three", outputMatches: "^tw.",
            env: ["BUILD_TOKEN", "HOST"], folder: "servers")))
    #expect(file.guards[1].kind == .command(CommandCheck(.program(["ls", "-l"]))))
    #expect(file.guards[1].withinSeconds == 30)
    guard case .http(let http) = file.guards[2].kind else { throw Unexpected() }
    #expect(http.method == "HEAD" && http.status == [200, 204] && http.withinSeconds == 2 && http.env == ["TOKEN"])
    #expect(
      http.json == [
        "/status": .string("up"), "/count": .number(3), "/text": .string("3"), "/open": .bool(true), "/gone": .null,
        "/a~1b/0": .number(-1.5),
      ])
    guard case .promql(let promql) = file.guards[3].kind else { throw Unexpected() }
    #expect(promql.expect == .every(.above, 0.99))
    #expect(
      file.guards[4].kind
        == .pattern(PatternCheck(.text("POWER_PEG"), paths: ["src/**"], must: .notAppear, except: ["**/*.md"])))
    #expect(file.guards.map(\.kind.isRemote) == [false, false, true, true, false])
  }

  private struct Unexpected: Error {}

  /// Each bad file with the line of its problem and words of its reason or hint.
  @Test(arguments: [
    ("", 1, "empty"),
    ("- a\n- b", 1, "not made of keys and values"),
    ("just words", 1, "not made of keys and values"),
    ("guard:\n  - name: a", 1, "'guards' meant"),
    ("guards: []", 1, "not a list of guards"),
    ("guards: {a: b}", 1, "not a list of guards"),
    ("guards:\n  - name: a\n    title: T\n    command: x\nchecklists: []", 5, "'checklists'"),
    ("guards:\n  - one", 2, "not made of keys and values"),
    ("guards:\n  - title: T\n    command: x", 2, "no name"),
    ("guards:\n  - name: One Build\n    title: T\n    command: x", 2, "'One Build' cannot be the name"),
    ("guards:\n  - name: größe\n    title: T\n    command: x", 2, "cannot be the name"),
    ("guards:\n  - name: -a\n    title: T\n    command: x", 2, "cannot be the name"),
    ("guards:\n  - name: a\n    command: x", 2, "no title"),
    ("guards:\n  - name: a\n    title: |\n      one\n      two\n    command: x", 2, "more than one line"),
    ("guards:\n  - name: a\n    title: T", 2, "nothing to check"),
    ("guards:\n  - name: a\n    title: T\n    comand: x", 4, "'command' meant"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    http: http://a", 5, "command and http"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    timeout: 3s", 5, "Known here"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    witihn: 3s", 5, "'within' meant"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    paths: [b]", 5, "belongs to guards with 'pattern'"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    within: 30", 5, "not a duration"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    within: 11m", 5, "outside of 100ms to 10m"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    every: 5s", 5, "outside of 1m to 31d"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    severity: high", 5, "warning, error"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    protects: that day", 5, "INC-1"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    folder: /etc", 5, "begins with a slash"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    env: [A=b]", 5, "not the name of a variable"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    expect: {exit: many}", 5, "whole number from 0 to 255"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    expect:\n      output-hs: b", 6, "'output-has' meant"),
    ("guards:\n  - name: a\n    title: T\n    command: x\n    expect: {output-matches: '(a'}", 5, "regular expression"),
    ("guards:\n  - name: a\n    title: T\n    command: []", 4, "empty list"),
    ("guards:\n  - name: a\n    title: T\n    command: {a: b}", 4, "not a text"),
    ("guards:\n  - name: a\n    title: T\n    http: ftp://a/b", 4, "http:// or https://"),
    ("guards:\n  - name: a\n    title: T\n    http: http://me:secret@a/", 4, "password before an @"),
    ("guards:\n  - name: a\n    title: T\n    http: http://a\n    method: FETCH", 5, "GET"),
    ("guards:\n  - name: a\n    title: T\n    http: http://a\n    expect: {status: 99}", 5, "100 to 599"),
    ("guards:\n  - name: a\n    title: T\n    http: http://a\n    expect: {json: {status: up}}", 5, "JSON Pointer"),
    ("guards:\n  - name: a\n    title: T\n    http: http://a\n    headers: {X: '${KEY}'}", 5, "env: [KEY]"),
    ("guards:\n  - name: a\n    title: T\n    promql: up\n    expect: empty", 2, "no 'server'"),
    ("guards:\n  - name: a\n    title: T\n    promql: up\n    server: http://a", 2, "what it expects"),
    ("guards:\n  - name: a\n    title: T\n    promql: up\n    server: http://a\n    expect: some", 6, "not-empty"),
    ("guards:\n  - name: a\n    title: T\n    pattern: a(\n    paths: b\n    must: appear", 4, "regular expression"),
    ("guards:\n  - name: a\n    title: T\n    text: a\n    must: appear", 2, "no 'paths'"),
    ("guards:\n  - name: a\n    title: T\n    text: a\n    paths: b", 2, "no 'must'"),
    ("guards:\n  - name: a\n    title: T\n    text: a\n    paths: ../b\n    must: appear", 5, "leaves its folder"),
    ("guards:\n  - name: a\n    title: T\n    text: a\n    paths: b\n    must: apear", 6, "'appear' meant"),
    ("guards:\n  - name: a\n    title: T\n    text: a\n    paths: b\n    must: appear\n    expect: empty", 7, "'must'"),
    ("guards:\n  - name: a\n    name: b", 2, "more than once"),
    ("guards:\n  - name: a\n\ttitle: b", 3, "not valid YAML"),
    ("guards: @a", 1, "not valid YAML"),
    (
      "guards:\n  - name: a\n    title: T\n    command: x\n  - name: a\n    title: U\n    command: y", 5,
      "taken by the guard on line 2"
    ),
  ])
  func `what is wrong in a file is told with its line`(yaml: String, line: Int, words: String) throws {
    let found = problems(yaml)
    #expect(
      found.contains { $0.line == line && ($0.reason + " " + $0.hint).contains(words) },
      "found: \(found.map(\.description))")
    for problem in found { #expect(problem.description.hasPrefix("mayday.yaml:\(problem.line): error: ")) }
  }

  @Test func `several problems are told at once, in the order of the file`() {
    let found = problems(
      "guards:\n  - name: A\n    title: T\n    command: x\n  - name: b\n    title: T\n    comand: x\n    every: 1s")
    #expect(found.map(\.line) == [2, 5, 7, 8])
  }

  @Test func `limits state both numbers`() {
    let many = (0...500).map { "  - {name: g\($0), title: T, command: x}" }.joined(separator: "\n")
    #expect(problems("guards:\n" + many).first?.reason == "the file has 501 guards, more than 500")
    let large = "guards:\n" + String(repeating: "# much\n", count: 40_000)
    #expect(problems(large).first?.reason == "the file has \(large.utf8.count) bytes, more than 262144")
    let long = String(repeating: "a", count: 61)
    #expect(
      problems("guards:\n  - {name: \(long), title: T, command: x}").first?.reason
        == "'name' has 61 characters, more than 60")
  }

  @Test(arguments: ["[", "{", "- ", "? ", "[{a: "])
  func `nesting without end is refused before it is parsed`(mark: String) {
    let found = problems("guards:\n" + String(repeating: mark, count: 20_000))
    #expect(found.first?.reason.contains("nested deeper than 32") == true, "\(found)")
  }

  @Test func `many brackets in commands are no nesting`() throws {
    let guards = (0..<100).map { "  - name: g\($0)\n    title: T\n    command: 'case x[ in y{ esac'" }
    #expect(try GuardFile(parsing: "guards:\n" + guards.joined(separator: "\n"), path: "m").guards.count == 100)
  }

  @Test func `aliases that double what is read stay small`() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1..<40 { yaml += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(problems(yaml + "guards: *a39").isEmpty == false)
  }
}
