import Interchange
import LessonPages
import PageKit
import PageTesting
import Postmortems
import Schemas
import Testing
import WireSchemas

/// Forms of these pages come to bodies that their operations take.
@Suite struct LessonFormTests {
  @Test func `every form leads to an operation, or to a page that makes one of it`() {
    let templates = Set(
      Operations.all.filter { !$0.method.isRead }.map { ActionPath.template(of: $0) }
        + ["/checklists/{process}/run", "/checklists/{process}/edit"])
    for (name, html) in LessonPagesSamples.pages {
      let page = Markup(html)
      let posts = page.all("form").filter { $0.attributes["method"] == "post" }
      for path in posts.compactMap({ $0.attributes["action"] }) where path != "/sign-out" {
        let parts = path.split(separator: "/")
        #expect(
          templates.contains { template in
            let names = template.split(separator: "/")
            return names.count == parts.count && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
          }, "\(name): \(path) is no operation's")
      }
      let keys = page.all("input").filter { $0.attributes["name"] == "_key" }.compactMap { $0.attributes["value"] }
      #expect(Set(keys).count == keys.count, "\(name): each form is done once")
    }
  }

  @Test func `a step of an action fits its operation`() throws {
    let body = FormBridge.body(
      from: [("_form", "step"), ("state", "verified"), ("note", "Seen in the drill.")],
      for: try #require(Operations[.stepAction].body))
    #expect(try #require(Operations[.stepAction].body).problems(in: body).isEmpty)
  }

  @Test func `a guard that is declared with what is needed alone fits its operation`() throws {
    let schema = try #require(Operations[.declareGuard].body)
    let body = FormBridge.body(
      from: [
        ("title", "The shop answers"), ("incident", ""), ("action", ""), ("definition", ""), ("everyMinutes", ""),
      ], for: schema)
    #expect(schema.problems(in: body).isEmpty)
  }

  @Test func `rows of a new checklist that are left empty are left out`() throws {
    let schema = try #require(Operations[.writeChecklist].body)
    var fields = [("title", "Launch")]
    for index in 0..<6 {
      fields += [
        ("lines.\(index).text", index == 0 ? "Is the price right?" : ""),
        ("lines.\(index).expects", index == 0 ? "yes" : ""),
        ("lines.\(index).check", ""), ("lines.\(index).incident", ""), ("lines.\(index).action", ""),
      ]
    }
    let body = FormBridge.body(from: fields.map { (name: $0.0, value: $0.1) }, for: schema)
    #expect(schema.problems(in: body).isEmpty)
    #expect(body["lines"]?.array?.count == 1)
  }

  // MARK: Changing lines

  private func body(_ fields: [(String, String)]) throws -> JSONValue {
    let edit = try #require(ChecklistEdit(fields.map { (name: $0.0, value: $0.1) }))
    let body = try #require(edit.body(for: Lessons.checklist.content))
    #expect(try #require(Operations[.writeChecklist].body).problems(in: body).isEmpty)
    return body
  }

  private func numbers(_ body: JSONValue) -> [Int64] {
    body["lines"]?.array?.compactMap { $0["number"]?.integer } ?? []
  }

  @Test func `a line moves by one place, and the others stay`() throws {
    #expect(numbers(try body([("edit", "up"), ("line", "3")])) == [1, 3, 2, 4, 5])
    #expect(numbers(try body([("edit", "down"), ("line", "1")])) == [2, 1, 3, 4, 5])
    #expect(numbers(try body([("edit", "up"), ("line", "1")])) == [1, 2, 3, 4, 5])
  }

  @Test func `a line is written anew with what was typed, and keeps its number`() throws {
    let changed = try body([
      ("edit", "write"), ("line", "2"), ("lines.1.text", "Is any flag reused?"), ("lines.1.expects", "no"),
      ("lines.1.check", "left-over"), ("lines.1.incident", "INC-9"), ("lines.1.action", ""),
    ])
    let line = try #require(changed["lines"]?.array?[1])
    #expect(line["text"]?.string == "Is any flag reused?")
    #expect(line["number"]?.integer == 2)
    #expect(line["incident"]?.string == "INC-9")
    #expect(line["check"] == nil, "a guard is named only where one must hold")
    #expect(changed["lines"]?.array?[0]["check"]?.string == "one-lock-name")
  }

  @Test func `a change to a line that is gone, or to nothing, comes to nothing`() throws {
    #expect(ChecklistEdit([("edit", "sideways"), ("line", "1")]) == nil)
    #expect(ChecklistEdit([("edit", "up")]) == nil)
    let gone = try #require(ChecklistEdit([("edit", "up"), ("line", "77")]))
    #expect(gone.body(for: Lessons.checklist.content) == nil)
  }

  // MARK: Going through

  @Test func `lines left open are left out, and a guard's line says in words what was chosen`() throws {
    let sent = [
      ("_form", "run"), ("subject", "release 1"), ("answers.0.line", "1"), ("answers.0.isGood", "off"),
      ("answers.0.answer", ""), ("answers.1.line", "2"), ("answers.1.answer", "no"), ("answers.2.line", "3"),
      ("answers.3.line", "4"), ("answers.3.answer", ""),
    ]
    let fields = RunAnswers.fields(sent.map { (name: $0.0, value: $0.1) })
    let schema = try #require(Operations[.runChecklist].body)
    let body = FormBridge.body(from: fields, for: schema)
    #expect(schema.problems(in: body).isEmpty)
    let answers = try #require(body["answers"]?.array)
    #expect(answers.count == 2)
    #expect(answers[0]["answer"]?.string == "does not hold")
    #expect(answers[0]["isGood"]?.bool == false)
    #expect(answers[1]["answer"]?.string == "no")
  }
}
