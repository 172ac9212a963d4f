import Interchange
import Schemas
import Testing

struct JSONTextTests {
  @Test(
    arguments: [
      (#"{"a":[1,-2.5e1,"\u00fc\ud83d\ude00\n",true,null]}"#, ["a": [1, .number(-25), "ü😀\n", true, nil]]),
      (" 9223372036854775807 ", .integer(.max)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("{}", [:]), ("[]", []), ("-0", 0),
    ] as [(String, JSONValue)])
  func `JSON is read`(text: String, expected: JSONValue) throws {
    #expect(try JSONText.parse(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("", "there is no JSON", 1), ("{\"a\":1,\n \"a\":2}", "stands twice", 2), ("[1,]", "a value was expected", 1),
    ("{\"a\" 1}", "':' was expected", 1), ("{a:1}", "a name in double quotes", 1), ("01", "more follows", 1),
    ("\"\\ud800\"", "half of a surrogate pair", 1), ("\"\\udc00\"", "half of a surrogate pair", 1),
    ("\"\\ud800\\u0041\"", "half of a surrogate pair", 1), ("\"a\nb\"", "a control character", 1),
    ("\"abc", "no closing double quote", 1), ("\"\\x\"", "an escape", 1), ("\"\\", "within an escape", 1),
    ("nul", "'null' was expected", 1), ("1e999", "too large", 1), ("-", "a digit was expected", 1),
    ("1.", "a digit was expected", 1), ("NaN", "a value was expected", 1), ("\u{FEFF}{}", "a value was expected", 1),
    ("{} {}", "more follows", 1), ("[1 2]", "',' or ']' was expected", 1), ("\"\\u12g4\"", "four hexadecimal", 1),
    (String(repeating: "[", count: 33), "nested deeper than 32", 1),
  ])
  func `what is no JSON is refused with its place`(text: String, message: String, line: Int) {
    let problem = #expect(throws: JSONTextProblem.self) { try JSONText.parse(Array(text.utf8)) }
    #expect(problem?.message.contains(message) == true, "\(text): \(problem?.message ?? "")")
    #expect(problem?.line == line)
  }

  @Test(arguments: [
    ([0x22, 0xFF, 0x22], 2), ([0x22, 0xC3, 0xA4, 0xED, 0xA0, 0x80, 0x22], 4), ([0x22, 0xC0, 0xAF, 0x22], 2),
    ([0x22, 0xE2, 0x82], 2),
  ])
  func `bytes that are no UTF-8 are refused where they stand`(bytes: [UInt8], column: Int) {
    let problem = #expect(throws: JSONTextProblem.self) { try JSONText.parse(bytes) }
    #expect(problem?.message == "this is not UTF-8")
    #expect(problem?.column == column)
  }
}
