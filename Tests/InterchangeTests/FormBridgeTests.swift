import Interchange
import Schemas
import Testing
import WireSchemas

struct FormBridgeTests {
  private static let schema = Schema.object([
    .required("text", .lines(100)),
    .optional("owner", .line(20).orNull),
    .optional("order", .integer(1...9)),
    .optional("at", .instant),
    .optional("urgent", .flag),
    .required("told", .flag),
    .optional("options", .list(of: .line(20), max: 3)),
    .optional("inner", .object([.optional("since", .instant), .optional("note", .line(20))])),
    .optional("impact", .lines(20, min: 0)),
    .optional("days", .object([.required("first", .integer(0...9)), .required("last", .integer(0...9))])),
    .optional(
      "conditions",
      .list(of: .object([.required("id", .line(9)), .required("condition", .choice(["up", "down"]))]), max: 3)),
    .optional("states", .list(of: .object([.required("id", .line(9)), .required("state", .line(9))]), max: 3)),
  ])

  private static func body(_ fields: (String, String)...) -> JSONValue {
    FormBridge.body(from: fields.map { (name: $0.0, value: $0.1) }, for: schema)
  }

  @Test func `an empty optional field is absent, and an empty required one is told`() {
    let body = Self.body(("text", ""), ("owner", ""), ("at", ""), ("_csrf", "abc"))
    #expect(body == ["text": "", "told": false])
    #expect(Self.schema.problems(in: body).map(\.pointer) == ["/text"])
  }

  @Test(
    arguments: [
      ([("urgent", "on")], ["urgent": true, "told": false], "a ticked box"),
      ([("told", "false"), ("told", "on")], ["told": true], "a hidden field before its box"),
      ([("order", " 3 ")], ["order": 3, "told": false], "spaces about a number"),
      (
        [("order", "three")], ["order": "three", "told": false], "what is no number goes through, to be refused by name"
      ),
      ([("options", "a\r\n\r\n b ")], ["options": ["a", "b"], "told": false], "one per line"),
      ([("options", "a"), ("options", "b")], ["options": ["a", "b"], "told": false], "one per field"),
      (
        [("options.1", "b"), ("options.0", "a"), ("options.2", "")], ["options": ["a", "b"], "told": false], "numbered"
      ),
      ([("inner.note", "x")], ["inner": ["note": "x"], "told": false], "a nested member"),
      ([("inner.note", "")], ["told": false], "a nested object without anything"),
      ([("days.first", ""), ("days.last", "")], ["told": false], "an optional object that was left empty"),
      (
        [("days.first", "1"), ("days.last", "2")], ["days": ["first": 1, "last": 2], "told": false], "one that was not"
      ),
      (
        [("days.first", "1"), ("days.last", "")], ["days": ["first": 1, "last": ""], "told": false],
        "half of one goes through, to be refused by name"
      ),
      (
        [("states.0.id", "web"), ("states.0.state", "down"), ("states.1.id", "")],
        ["states": [["id": "web", "state": "down"]], "told": false], "objects in a list, an empty row left out"
      ),
      ([("impact", "")], ["impact": "", "told": false], "an emptied text, where empty is a value"),
      (
        [
          ("conditions.0.id", "web"), ("conditions.0.condition", ""), ("conditions.1.id", "db"),
          ("conditions.1.condition", "down"),
        ],
        ["conditions": [["id": "db", "condition": "down"]], "told": false], "a row whose choice was left alone"
      ),
      ([("owner.clear", "on"), ("owner", "kim")], ["owner": nil, "told": false], "null where it was asked for"),
      ([("text", "a\r\nb")], ["text": "a\nb", "told": false], "lines as the rest of the record has them"),
      ([("colour", "red")], ["colour": "red", "told": false], "an unknown field is kept, to be refused by name"),
    ] as [([(String, String)], JSONValue, String)])
  func `fields become JSON`(fields: [(String, String)], expected: JSONValue, reason: String) {
    let form = fields.map { (name: $0.0, value: $0.1) }
    var expected = expected.object ?? [:]
    if !fields.contains(where: { $0.0 == "text" }) { expected["text"] = nil }
    #expect(FormBridge.body(from: form, for: Self.schema) == .object(expected), "\(reason)")
  }

  @Test(arguments: [
    ("2026-11-24T18:03", "+01:00", "2026-11-24T18:03:00+01:00", "an offset"),
    ("2026-11-24T18:03:07.5", "Z", "2026-11-24T18:03:07.5Z", "seconds and a fraction"),
    ("2026-07-01T12:00", "Europe/Berlin", "2026-07-01T12:00:00+02:00", "summer time"),
    ("2026-12-01T12:00", "Europe/Berlin", "2026-12-01T12:00:00+01:00", "winter time"),
    ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T02:30:00+02:00", "twice that night: the earlier"),
    ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T02:30:00+01:00", "never that night: as the clock before it"),
    ("2026-11-24T18:03:00Z", "Europe/Berlin", "2026-11-24T18:03:00Z", "a zone of its own goes first"),
    ("2026-11-24T18:03", "Mars/Olympus", "2026-11-24T18:03", "an unknown zone is not guessed"),
    ("yesterday", "Z", "yesterday", "no time at all"),
  ])
  func `a local time takes its zone`(written: String, zone: String, expected: String, reason: String) {
    #expect(Self.body(("at", written), ("at.zone", zone))["at"] == .string(expected), "\(reason)")
    #expect(Self.body(("at", written), ("_zone", zone))["at"] == .string(expected), "\(reason)")
  }

  @Test func `a problem with an element leads to the row of the form that it came from`() {
    let schema = Schema.object([
      .optional(
        "contacts", .list(of: .object([.optional("kind", .line(40, min: 0)), .required("value", .line(200))]), max: 10)),
      .optional(
        "roles", .list(of: .object([.required("role", .line(20)), .required("place", .choice(["first"]))]), max: 10)),
      .optional("people", .list(of: .line(20), max: 10)),
    ])
    let fields = [
      (name: "contacts.0.kind", value: ""), ("contacts.0.value", ""), ("contacts.2.kind", "mail"),
      ("contacts.2.value", ""), ("roles.0.role", "lead"), ("roles.0.place", ""), ("roles.1.role", "scribe"),
      ("roles.1.place", "first"), ("people", "ann\n\nben"),
    ]
    let body = FormBridge.body(from: fields, for: schema)
    #expect(schema.problems(in: body).map(\.pointer) == ["/contacts/0/value"])
    func pointer(_ text: String) -> String { FormBridge.formPointer(text, fields: fields, for: schema) }
    #expect(pointer("/contacts/0/value") == "/contacts/2/value")
    #expect(pointer("/roles/0") == "/roles/1")
    #expect(pointer("/people/1") == "/people/1")
    #expect(pointer("/contacts/7/value") == "/contacts/7/value")
    #expect(pointer("") == "")
  }

  @Test func `a problem leads back to its field`() {
    #expect(FormBridge.fieldName(of: "/inner/since") == "inner.since")
  }
}
