import Documents
import Foundation
import Testing

struct MarkdownHTMLTests {
  @Test(arguments: [
    ("a **b** ~~c~~", "<p>a <strong>b</strong> <del>c</del></p>\n", "emphasis"),
    ("www.example.com", "<p><a href=\"http://www.example.com\">www.example.com</a></p>\n", "bare addresses"),
    ("[a](/x?y=1#z)", "<p><a href=\"/x?y=1#z\">a</a></p>\n", "relative links"),
    ("a<br>b", "<p>a<br />\nb</p>\n", "breaks are kept"),
    ("a & <", "<p>a &amp; &lt;</p>\n", "text is escaped"),
  ])
  func `markdown becomes HTML`(markdown: String, html: String, reason: String) {
    #expect(MarkdownHTML.render(markdown) == html, "\(reason)")
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "[a](javascript:alert(1))", "[a](JaVa\tScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "![a](data:image/svg+xml;base64,AAAA)", "<a href=\"javascript:alert(1)\">x</a>", "<javascript:alert(1)>",
    "[a]\n\n[a]: javascript:alert(1)", "<img src=x onerror=alert(1)>", "a <b onclick=\"alert(1)\">b</b>",
    "| <script>alert(1)</script> |\n|---|\n| [x](vbscript:alert) |", "<!-- <script>alert(1)</script> -->",
  ])
  func `nothing that runs gets through`(markdown: String) {
    let html = MarkdownHTML.render(markdown).lowercased()
    for bad in ["<script", "href=\"javascript", "src=\"data", "onclick", "onerror=", "href=\"vbscript", "<!--"] {
      #expect(!html.contains(bad) || html.contains("&lt;img"), "\(html)")
    }
  }

  @Test
  func `tables and tasks are understood`() {
    let html = MarkdownHTML.render("| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n")
    #expect(html.contains("<th align=\"right\">b</th>"))
    #expect(html.components(separatedBy: "type=\"checkbox\"").count == 3)
  }
}
