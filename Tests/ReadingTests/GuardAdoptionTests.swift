import Guards
import Reading
import Testing

struct GuardAdoptionTests {
  private static let reading = ReadingDocument(parsing: ReadingDocumentTests.document())

  private static func adopted(_ text: String?, _ name: String = "one-build") throws -> String {
    let item = try #require(reading.guardDeclared(name))
    return try GuardAdoption.text(adding: item, from: reading, to: text)
  }

  private static let note = "# From Mayday's library, shop-2020: adapt what its comments name."

  @Test(arguments: [nil, "", "\n"])
  func `a file that is not there begins with the guard`(text: String?) throws {
    #expect(
      try Self.adopted(text) == """
        guards:
          \(Self.note)
          - name: one-build
            title: All tills run one build
            command: |
              # Change: the list of tills.
              till builds | sort -u | wc -l

        """)
  }

  @Test(arguments: [
    ("guards:\n  - name: a\n    title: A\n    http: http://a.example\n", 2),
    ("guards:\n- name: a\n  title: A\n  http: http://a.example", 0),
    ("# ours\nguards:\n    - name: a\n      title: A\n      command: |\n        one\n\n        two\n", 4),
    ("guards:\n  - name: a\n    title: A\n    http: http://a.example\n\n# who we may ask\nreach: [b.internal]\n", 2),
    (
      "reach:\n  - b.internal\nguards:\n  - name: a\n    title: A\n    pattern: x\n    must: appear # ours\n    paths: ['*.c'] # all\n\n\n",
      2
    ),
    ("reach: [b.internal]\n", 2),
  ])
  func `the bytes of a file stay, and the guard comes last at the depth of the others`(text: String, depth: Int) throws
  {
    let result = try Self.adopted(text)
    let kept = result.split(separator: "\n", omittingEmptySubsequences: false)
    for line in text.split(separator: "\n") { #expect(kept.contains(line)) }
    let added = String(repeating: " ", count: depth)
    #expect(result.contains("\(added)\(Self.note)\n\(added)- name: one-build\n\(added)  title: All tills"))
    let before = text.contains("guards:") ? try GuardFile(parsing: text, path: "m").guards.map(\.name) : []
    #expect(try GuardFile(parsing: result, path: "m").guards.map(\.name) == before + ["one-build"])
  }

  @Test func `nothing but the guard is added`() throws {
    let text =
      "# ours\r\nguards:\r\n  - name: a\r\n    title: A\r\n    http: http://a.example\r\nreach: [b.internal]\r\n"
    let result = try Self.adopted(text)
    let start = try #require(result.firstRange(of: "\r\n  \(Self.note)"))
    let end = try #require(result.firstRange(of: "| wc -l\r\n"))
    #expect(String(result[..<start.lowerBound]) + String(result[end.upperBound...]) == text)
    #expect(!result.replacing("\r\n", with: "").contains("\n"))
  }

  private static func refusal(_ text: String) throws -> GuardAdoption.Refusal {
    try #require(throws: GuardAdoption.Refusal.self) { _ = try adopted(text) }
  }

  @Test func `a name that is taken is refused with its line`() throws {
    let error = try Self.refusal("guards:\n  - name: one-build\n    title: A\n    http: http://a.example\n")
    guard case .nameTaken(line: 2) = error else { throw error }
  }

  @Test(arguments: [
    "guards: [{name: a, title: A, http: 'http://a.example'}]\n",
    "{guards: [{name: a, title: A, http: 'http://a.example'}]}\n",
  ])
  func `a list in brackets is left as it is`(text: String) throws {
    let error = try Self.refusal(text)
    guard case .unusualForm = error else { throw error }
  }

  @Test(arguments: ["guards: 7\n", "guards:\n  - name: A b\n", "x: [\n"])
  func `a file that cannot be read is left as it is`(text: String) throws {
    let error = try Self.refusal(text)
    guard case .unreadable(let problems) = error else { throw error }
    #expect(!problems.problems.isEmpty)
  }

  @Test(arguments: ReadingShelf.all.map(\.name))
  func `every guard that we ship can be adopted after the others`(name: String) throws {
    let reading = try #require(ReadingShelf.named(name))
    var text: String?
    for item in reading.guards { text = try GuardAdoption.text(adding: item, from: reading, to: text) }
    let names = try GuardFile(parsing: text ?? "", path: "m").guards.map(\.name)
    #expect(names == reading.guards.map(\.definition.name))
  }
}
