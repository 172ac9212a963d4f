import PatternMining
import Testing

struct LineTemplateTests {
  @Test(arguments: [
    ("order 17 paid in 250ms", "order <*> paid in <*>", "numbers vary, with a unit too"),
    (
      "GET /loaves/SKU-0042 200 3ms rid=9f1c2b7d9f1c2b7d", "GET /loaves/<*> 200 <*> rid=<*>",
      "the status of a request stays"
    ),
    (
      "POST /bake HTTP/1.1\" 503 21", "POST /bake HTTP/<*>\" 503 <*>",
      "the first three digits by themselves are the status"
    ),
    (
      "request method=GET status=502 ms=502", "request method=GET status=502 ms=<*>",
      "a status by its key, not a duration"
    ),
    ("connect: [Errno 111] Connection refused", "connect: [Errno 111] Connection refused", "an error number stays"),
    (
      "[SSL: SSLV3_ALERT_BAD_CERTIFICATE] (_ssl.c:1006)", "[SSL: SSLV3_ALERT_BAD_CERTIFICATE] (_ssl.c:<*>",
      "a name with a digit in it; marks at the end tell no lines apart"
    ),
    ("ORA-01555 snapshot too old", "ORA-01555 snapshot too old", "the error code of a database"),
    ("peer 10.1.2.3:5432 gone", "peer <*> gone", "an address with its port is one value"),
    ("ids 1, 2, 3 skipped", "ids <*> skipped", "a list of values is one value, however long"),
    ("oven deadbeefcafebabe is hot", "oven <*> is hot", "long and all hexadecimal, without a digit"),
    ("  two   blanks ", "two blanks", "runs of blanks are one, at the ends none"),
    ("", "", "nothing"),
  ])
  func `words stay and values become a mark`(message: String, expected: String, reason: String) {
    #expect(LineTemplate.template(of: Array(message.utf8)) == expected, "\(reason)")
  }

  @Test func `bytes that are no text are read to the end`() {
    let template = LineTemplate.template(of: [0xff, 0xfe, 0x41, 0x20, 0x31, 0x00])
    #expect(template.hasSuffix("<*>"))
  }

  @Test func `a message beyond the limits of a line is cut, not refused`() {
    let long = Array(String(repeating: "word 1 ", count: 20_000).utf8)
    #expect(LineTemplate.template(of: long).utf8.count <= 1024)
  }
}
