import Interchange
import InterchangeTesting
import Schemas
import Testing

struct SchemaTests {
  private static let schema = Schema.object([
    .required("title", .line(5)), .optional("text", .lines(10, min: 0)), .optional("count", .integer(1...9)),
    .optional("share", .number(0...1)), .optional("state", .choice(["active", "resolved"])), .optional("on", .flag),
    .optional("at", .instant.orNull), .optional("colour", .matching("^#[0-9a-f]{6}$", max: 7)),
    .optional("parts", .list(of: .object([.required("id", .line(3))]), max: 2, min: 1)),
    .optional("free", .anything),
  ])

  @Test(
    arguments: [
      (["title": "a", "at": nil], [], "null where it is taken"),
      (["title": "äöüß€"], [], "five scalars are five characters"),
      (["title": "a", "count": .number(3.0)], [], "3.0 is a whole number"),
      (["title": "a", "free": ["x": [1, 2]]], [], "any object"),
      ([:], ["/title: this is missing"], "required"),
      ("x", [": expected an object, found a text"], "no object"),
      (["title": ""], ["/title: this is empty; something must be written here"], "empty"),
      (["title": "   "], ["/title: only spaces; something must be written here"], "blank"),
      (["title": "abcdef"], ["/title: this has 6 characters; at most 5 are taken"], "both numbers"),
      (["title": "a\nb"], ["/title: a control character (U+000A) cannot stand here"], "one line"),
      (["title": "a", "text": "x\n\ty"], [], "several lines"),
      (["title": "a", "text": "x\u{0}"], ["/text: a control character (U+0000) cannot stand here"], "a null byte"),
      (["title": 3], ["/title: expected a text, found a number"], "another kind"),
      (["title": nil], ["/title: expected a text, found null"], "null where it is not taken"),
      (["title": "a", "count": 10], ["/count: 10 is out of range; expected 1 to 9"], "range"),
      (["title": "a", "count": .number(1.5)], ["/count: expected a whole number, found a number"], "a fraction"),
      (["title": "a", "on": "yes"], ["/on: expected true or false, found a text"], "no flag"),
      (
        ["title": "a", "state": "activ"],
        ["/state: 'activ' is not one of 'active', 'resolved'; did you mean 'active'?"], "a slip of a word"
      ),
      (["title": "a", "tilte": "b"], ["/tilte: there is no field 'tilte' here; did you mean 'title'?"], "a slip"),
      (["title": "a", "x/y~": 1], ["/x~1y~0: there is no field 'x/y~' here"], "a name escaped in its pointer"),
      (["title": "a", "colour": "red"], ["/colour: 'red' does not have the form ^#[0-9a-f]{6}$"], "a pattern"),
      (["title": "a", "parts": []], ["/parts: the list has 0 entries; at least 1 are needed"], "too few"),
      (
        ["title": "a", "parts": [["id": "a"], ["id": "b"], ["id": "c"]]],
        ["/parts: the list has 3 entries; at most 2 are taken"], "too many"
      ),
      (
        ["title": "a", "parts": [["id": "abcd"]]], ["/parts/0/id: this has 4 characters; at most 3 are taken"], "inside"
      ),
      (
        ["title": "a", "at": "2026-03-01 13:45"],
        ["/at: '2026-03-01 13:45' is no instant with its zone; expected RFC 3339, as 2026-03-01T13:45:00Z"], "no zone"
      ),
      (
        ["title": "a", "at": "1690-03-01T13:45:00Z"],
        ["/at: the year of '1690-03-01T13:45:00Z' is out of range; expected 1700 to 2199"], "a year out of reach"
      ),
    ] as [(JSONValue, [String], String)])
  func `a value is held to its schema`(value: JSONValue, expected: [String], reason: String) {
    let found = Self.schema.problems(in: value).map { "\($0.pointer): \($0.message)" }
    #expect(found == expected, "\(reason)")
  }

  @Test func `no more problems are told than a reader can take`() {
    let many = JSONValue.object(Dictionary(uniqueKeysWithValues: (0..<99).map { ("x\($0)", .null) }))
    #expect(Self.schema.problems(in: many).count == Schema.problemsMax)
  }

  /// The rendering, read by a checker of its own, says the same as the check.
  @Test func `rendering and check agree on generated values`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(state: seed)
    var counts = (fit: 0, unfit: 0)
    let subjects = Operations.all.compactMap(\.body) + [Self.schema]
    for schema in subjects {
      for _ in 0..<60 {
        let value = ValueGenerator.value(for: schema, chaos: 0.06, using: &generator)
        let fits = schema.problems(in: value).isEmpty
        let rendered = RenderedSchema(json: schema.inlined).accepts(value)
        #expect(fits == rendered, "seed \(seed): \(value) against \(schema.inlined)")
        if fits { counts.fit += 1 } else { counts.unfit += 1 }
      }
    }
    #expect(counts.fit > 200)
    #expect(counts.unfit > 200)
  }
}
