import Documents
import Guards
import Postmortems
import Reading
import Testing

struct ReadingDocumentTests {
  /// A whole reading, shorter than any real one.
  static func document(
    head: String = "", adoptable: String? = nil, questions: Int = 3, sources: String = "- *A report*, A house, 2020"
  ) -> String {
    let sections = SectionKind.allCases.map { "## \($0.heading)\n\nText of \($0.heading.lowercased()).\n" }
    return """
      ---
      reading: shop-2020
      title: A shop without a till
      organisation: A shop
      date: 2020-02
      kinds: [release, data loss]
      technologies: [PostgreSQL, feature flags]
      minutes: 4
      \(head)
      ---
      # A shop without a till

      \(sections.joined(separator: "\n"))
      ## What might have caught it

      \(adoptable ?? Self.adoptable)

      ## For a reading circle

      \((1...max(1, questions)).map { "\($0). What is question \($0)?" }.joined(separator: "\n"))

      ## Sources

      \(sources)
      """
  }

  static let adoptable = """
    ```yaml
    guards:
      - name: till-answers
        title: The till answers
        http: https://till.example.com/health
        expect:
          status: 200

      - name: one-build
        title: All tills run one build
        command: |
          # Change: the list of tills.
          till builds | sort -u | wc -l
    ```

    - deploy: Does `every` till report the same build? — yes
    - on-call handover: What is broken — and since when? — words
    """

  @Test func `the parts are read`() throws {
    let reading = ReadingDocument(parsing: Self.document())
    #expect(reading.problems == [])
    #expect(reading.name == "shop-2020")
    #expect(reading.year == "2020")
    #expect(reading.kinds == [.release, .dataLoss])
    #expect(reading.technologies == ["PostgreSQL", "feature flags"])
    #expect(reading.summary == "Text of executive summary.")
    #expect(reading.questions == ["What is question 1?", "What is question 2?", "What is question 3?"])
    #expect(reading.sources.map(\.text) == ["A report, A house, 2020"])
    #expect(reading.sources.map(\.address) == [nil])
    #expect(reading.lines.map(\.number) == [1, 2])
    #expect(reading.lines.map(\.process) == ["deploy", "on-call-handover"])
    #expect(
      reading.lines.map(\.text) == ["Does every till report the same build?", "What is broken — and since when?"])
    #expect(reading.lines.map(\.expects) == [.yes, .words])
    #expect(reading.guards.map(\.definition.name) == ["till-answers", "one-build"])
    let yaml = try #require(reading.guardDeclared("one-build")).yaml
    #expect(
      yaml == """
          - name: one-build
            title: All tills run one build
            command: |
              # Change: the list of tills.
              till builds | sort -u | wc -l

        """)
  }

  @Test(arguments: [
    ("- *Report*, 2020, https://a.example/report/", "https://a.example/report/"),
    ("- [Report](https://a.example/report), 2020", "https://a.example/report"),
    ("- <https://a.example/report>", "https://a.example/report"),
  ])
  func `a source's address is found`(source: String, address: String) {
    #expect(ReadingDocument(parsing: Self.document(sources: source)).sources.map(\.address) == [address])
  }

  @Test(arguments: [
    (Self.document(head: "kinds: [weather]"), "the front matter"),
    (Self.document().replacing("kinds: [release, data loss]", with: "kinds: [weather]"), "'weather' is no kind"),
    (Self.document().replacing("reading: shop-2020", with: "reading: Shop 2020"), "'reading' is 'Shop 2020'"),
    (Self.document().replacing("date: 2020-02", with: "date: 2020-13"), "'date' is '2020-13'"),
    (Self.document().replacing("date: 2020-02", with: "date: 2021-02-29"), "'date' is '2021-02-29'"),
    (Self.document().replacing("minutes: 4", with: "minutes: soon"), "'minutes' is not"),
    (Self.document().replacing("minutes: 4", with: ""), "the front matter has no 'minutes'"),
    (Self.document().replacing("technologies: [PostgreSQL, feature flags]", with: ""), "no technology"),
    (Self.document().replacing("## Lessons learned", with: "## Weather"), "the section 'Lessons learned' is missing"),
    (Self.document().replacing("## Sources", with: "## Thanks"), "the part 'Sources' is missing"),
    (Self.document(questions: 2), "there are 2 questions"),
    (Self.document(sources: "none"), "no source is named"),
    (Self.document(adoptable: "Nothing."), "nothing is offered"),
    (Self.document(adoptable: "- deploy: Is it so?"), "this is not a line of a checklist"),
    (Self.document(adoptable: "- deploy: Is it so? — perhaps"), "what counts as good is 'perhaps'"),
    (Self.document(adoptable: "```yaml\nguards:\n  - name: a\n```"), "this guard"),
    (String(repeating: "x", count: 100_001), "the document has 100001 bytes"),
  ])
  func `what is wrong is said with its line`(text: String, message: String) {
    let problems = ReadingDocument(parsing: text).problems
    #expect(problems.contains { $0.message.hasPrefix(message) }, "\(problems)")
    #expect(problems.allSatisfy { $0.line >= 1 && !$0.hint.isEmpty })
  }

  @Test func `a problem of a guard stands on its line of the document`() throws {
    let text = Self.document(
      adoptable: "```yaml\nguards:\n  - name: a\n    title: A\n    every: soon\n    http: http://a.example\n```")
    let line = try #require(
      text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex { $0.contains("every: soon") })
    #expect(ReadingDocument(parsing: text).problems.first?.line == line + 1)
  }
}
