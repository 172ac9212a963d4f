import Documents
import Testing

struct MarkdownTextTests {
  @Test(arguments: [
    ("request_id stays", "request_id stays", "an underscore inside a word is none"),
    ("_em_ *strong* `code`", "\\_em\\_ \\*strong\\* \\`code\\`", "marks"),
    ("a | b", "a \\| b", "the border of a cell"),
    ("error=[SSL: no]", "error=[SSL: no]", "brackets that are no link"),
    ("[x](javascript:y)", "\\[x\\](javascript:y)", "a link"),
    ("<img onerror=x>", "\\<img onerror=x>", "HTML"),
    ("# 1", "\\# 1", "a heading"), ("- x", "\\- x", "an item"), ("12. x", "12\\. x", "a numbered item"),
    ("v1.2", "v1.2", "a number that is none"), ("a\nb\u{1B}c", "a b·c", "line ends and control characters"),
    ("~gone~", "\\~gone\\~", "struck out"), ("~5 s", "~5 s", "about"),
  ])
  func `text is escaped as little as it may be`(text: String, expected: String, why: String) {
    #expect(MarkdownText.inline(text) == expected, "\(why)")
  }

  @Test(arguments: [
    "_em_ *strong* `code` ~~gone~~", "[x](y) [a][b] ![i](j) [d]: e", "<b>bold</b> & \"quoted\" &amp;", "# head",
    "1) item",
    "a\\|b", "`` ` ``", "__init__ and snake_case_name", "> quoted", "+ item", "https_proxy=http://x.example/y_z_",
  ])
  func `a parser reads it as the words themselves`(text: String) {
    let html = MarkdownHTML.render(MarkdownText.inline(text))
    for tag in ["<em", "<strong", "<code", "<del", "<img", "<h1", "<li", "<blockquote", "<b>"] {
      #expect(!html.contains(tag), "\(text) made \(html)")
    }
  }

  @Test func `code holds any text in one span`() {
    #expect(MarkdownText.code("a`b|c\nd") == "`a'b\\|c d`")
  }
}
