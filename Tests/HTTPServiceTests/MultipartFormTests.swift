import HTTPService
import HTTPTypes
import Testing

@Suite struct MultipartFormTests {
  private static let head = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"

  private func read(_ text: String, boundary: String = "b") throws -> MultipartForm {
    try MultipartForm(Array(text.utf8), contentType: "multipart/form-data; boundary=\(boundary)")
  }

  @Test func `fields and files come out as they went in`() throws {
    let form = try read(
      Self.head + "one\r\n--b\r\ncontent-disposition: form-data; name=\"a\"\r\nX-Other: y\r\n\r\n\r\n--b\r\n"
        + "Content-Disposition: form-data; filename=\"x%22y.log\"; name=\"f\"\r\nContent-Type: text/plain\r\n\r\n"
        + "\r\n--bc\r\n-- b--\r\n--b--\r\nwhat follows is not looked at")
    #expect(form.fields.fields.map(\.value) == ["one", ""])
    #expect(form.files.map(\.name) == ["x\"y.log"])
    #expect(form.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["\r\n--bc\r\n-- b--"])
  }

  @Test func `a field for a file without one is no file`() throws {
    let form = try read("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--b--")
    #expect(form.files.isEmpty && form.fields.fields.isEmpty)
  }

  @Test(arguments: [
    ("", "nothing"), ("--b", "no end of the line"), ("--c\r\n", "another boundary"),
    ("x\r\n--b--", "something before it"),
    ("--b\n" + "Content-Disposition: form-data; name=\"a\"\n\nx\n--b--", "line ends without carriage returns"),
    (head + "one", "no end"), (head + "one\r\n--b", "cut in the boundary's line"),
    (head + "one\r\n--bx", "not alone on its line"),
    ("--b\r\n\r\none\r\n--b--", "no head"), ("--b\r\nContent-Disposition: form-data\r\n\r\none\r\n--b--", "no name"),
    ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\none\r\n--b--", "another disposition"),
    ("--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\none\r\n--b--", "an open quote"),
    (
      "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--b--",
      "two"
    ),
    ("--b\r\nno header\r\n\r\none\r\n--b--", "no header"),
    ("--b\r\n" + String(repeating: "X: y\r\n", count: 2000) + "\r\n1\r\n--b--", "a long head"),
    (head.replacing("\"a\"", with: "\"" + String(repeating: "n", count: 300) + "\"") + "1\r\n--b--", "a long name"),
  ]) func `what is not written by the rules is refused`(text: String, reason: String) {
    let refusal = #expect(throws: Refusal.self, "\(reason)") { try read(text) }
    #expect(refusal?.status.code == 400)
  }

  @Test func `bytes that are no UTF-8 are refused in a field and taken in a file`() throws {
    let field = Array(Self.head.utf8) + [0xFF] + Array("\r\n--b--".utf8)
    #expect(throws: Refusal.self) { try MultipartForm(field, contentType: "multipart/form-data; boundary=b") }
    let head = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n"
    let file = Array(head.utf8) + [0xFF, 0, 13, 10] + Array("\r\n--b--".utf8)
    #expect(
      try MultipartForm(file, contentType: "multipart/form-data; boundary=\"b\"").files.first?.bytes == [
        0xFF, 0, 13, 10,
      ])
  }

  @Test(arguments: ["", "a b ", String(repeating: "x", count: 71), "ü", "a\"b"])
  func `a boundary has its own rules`(boundary: String) {
    #expect(throws: Refusal.self) {
      try MultipartForm(Array("--\(boundary)--".utf8), contentType: "multipart/form-data; boundary=\"\(boundary)\"")
    }
  }

  @Test func `too many parts are refused with both numbers`() {
    let refusal = #expect(throws: Refusal.self) {
      try read(String(repeating: Self.head + "\r\n", count: 201) + "--b--")
    }
    #expect(refusal?.status.code == 413)
    #expect(refusal?.detail.contains("200") == true)
  }

  @Test(arguments: [
    ("app.log", "app.log"), ("../../etc/passwd", "passwd"), ("C:\\temp\\x.txt", "x.txt"), ("..", "file"), ("", "file"),
    ("a\u{202E}gol.exe", "agol.exe"), ("a\r\nb\u{0}c", "abc"), ("/", "file"),
    (String(repeating: "ü", count: 300), String(repeating: "ü", count: 127)),
  ]) func `a file's name is a name, never a path`(written: String, shown: String) throws {
    let quoted = written.replacing("\\", with: "\\\\").replacing("\r\n", with: "%0D%0A")
    let form = try read("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(quoted)\"\r\n\r\nx\r\n--b--")
    #expect(form.files.first?.name == shown)
  }
}

@Suite struct FormFieldsTests {
  @Test(arguments: [
    ("a=1&b=2", [("a", "1"), ("b", "2")]), ("a=1+2%2B3", [("a", "1 2+3")]), ("a", [("a", "")]), ("=x", [("", "x")]),
    ("&&a=1&", [("a", "1")]), ("a=%", [("a", "%")]), ("a=%4", [("a", "%4")]), ("a=%zz", [("a", "%zz")]),
    ("a=%C3%A9", [("a", "é")]), ("a=b=c", [("a", "b=c")]), ("a=1&a=2", [("a", "1"), ("a", "2")]), ("", []),
    // A text that came back with CR at its line ends would be another text than the one that was typed.
    ("a=one%0D%0Atwo", [("a", "one\ntwo")]),
  ]) func `is read as browsers write it`(text: String, expected: [(String, String)]) throws {
    let fields = try FormFields(urlEncoded: Array(text.utf8)).fields
    #expect(fields == expected.map { FormFields.Field($0.0, $0.1) })
  }

  @Test func `no UTF-8, too many and too long are refused`() {
    #expect(throws: Refusal.self) { try FormFields(urlEncoded: Array("a=%FF".utf8)) }
    let fields = String(repeating: "a=1&", count: ServerLimits.formFieldsMax + 1)
    #expect(throws: Refusal.self) { try FormFields(urlEncoded: Array(fields.utf8)) }
    #expect(throws: Refusal.self) {
      try FormFields(urlEncoded: Array((String(repeating: "n", count: 201) + "=1").utf8))
    }
  }
}
