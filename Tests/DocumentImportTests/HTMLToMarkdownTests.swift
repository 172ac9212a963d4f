import DocumentImport
import Documents
import Testing

struct HTMLToMarkdownTests {
  @Test(arguments: [
    ("<h2>Impact</h2><p>Bad.</p>", "## Impact\n\nBad.\n", "headings and paragraphs"),
    ("<p>a <b>bold </b>word</p>", "a **bold** word\n", "white space stands outside of marks"),
    ("<p>in<b>side</b></p>", "in**side**\n", "marks within a word"),
    ("<p>a<b>(b)</b>c</p>", "a(b)c\n", "a mark that would not be one is left out"),
    ("<p><b>a <i>b</i></b> <s>c</s></p>", "**a *b*** ~~c~~\n", "nested marks"),
    ("<p>1. no list</p><p>2024 fine</p>", "1\\. no list\n\n2024 fine\n", "text that looks like an item"),
    ("<p># x</p><p>- y</p><p>&gt; z</p><p>-1 degrees</p>", "\\# x\n\n\\- y\n\n\\> z\n\n-1 degrees\n", "line starts"),
    ("<p>a*b_c_d _e_ `f` &lt;g&gt; &amp;amp; h</p>", "a\\*b_c_d \\_e\\_ \\`f\\` \\<g> \\&amp; h\n", "marks in text"),
    ("<p>[x](y) and [1]</p>", "\\[x\\](y) and \\[1\\]\n", "brackets that would be a link"),
    ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c\n", "nested lists"),
    ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b\n", "numbered from where they begin"),
    ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b\n", "two lists stay two"),
    ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\n  b\n", "paragraphs in an item"),
    (
      "<pre><code class='language-sh'>a ``` b\n  c\n</code></pre>", "````sh\na ``` b\n  c\n````\n",
      "fences longer than marks"
    ),
    ("<p><code>a`b</code> <code>`</code></p>", "``a`b`` `` ` ``\n", "code with marks"),
    (
      "<p><a href='https://a.example/x y'>z</a> <a href='https://b.example/'>https://b.example/</a></p>",
      "[z](https://a.example/x%20y) <https://b.example/>\n", "links"
    ),
    ("<p><a href='javascript:alert(1)'>z</a></p>", "z\n", "links that run code"),
    ("<p>a<br>b</p>", "a  \nb\n", "breaks"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n", "quotes"),
    (
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2<br>3</td><td><p>x</p><p>y</p></td></tr></table>",
      "| a | b |\n| --- | --- |\n| 1\\|2<br>3 | x<br>y |\n", "tables"
    ),
    ("<table><tr><td>only</td></tr></table>", "only\n", "a table of one cell is a box"),
    ("<p><script>x()</script>a<style>b{}</style></p><form><input name=q></form>", "a\n", "scripts, styles, forms"),
    ("<p>a\u{200B}b&nbsp;&nbsp;c</p>", "ab c\n", "white space that nobody sees"),
    ("<dl><dt>Term</dt><dd>What it is</dd></dl>", "**Term**\n\nWhat it is\n", "definitions"),
    ("<span><p>a</p>b</span>", "a\n\nb\n", "blocks in spans"),
    ("<p>a<b style='font-weight:normal'>b</b></p>", "ab\n", "bold that is not"),
  ])
  func `elements become what a reader sees`(html: String, markdown: String, reason: String) {
    #expect(HTMLToMarkdown(html).markdown == markdown, "\(reason)")
  }

  @Test func `a deep nest is read to the library's limit and said to be cut`() {
    let html = String(repeating: "<div>", count: 200_000) + "deep" + String(repeating: "</div>", count: 200_000)
    let read = HTMLToMarkdown("<p>above</p>" + html)
    #expect(read.markdown.hasPrefix("above\n"))
    #expect(read.notes.contains { $0.kind == .cut || $0.what.hasPrefix("elements nested deeper") }, "\(read.notes)")
    let nested = String(repeating: "<ul><li>", count: 60) + "x"
    #expect(HTMLToMarkdown(nested).markdown.contains("x"))
  }

  @Test func `what was left out is listed with its first line`() {
    let read = HTMLToMarkdown("<p>a</p>\n<iframe src=x></iframe>\n<iframe></iframe>\n<blink>b</blink>")
    #expect(read.notes.contains(ImportNote(.leftOut, "embedded things (<iframe>)", count: 2, firstLine: 2)))
    #expect(read.notes.contains(ImportNote(.notUnderstood, "element <blink>, text kept", firstLine: 4)))
  }

  @Test(
    arguments: [
      ("<meta charset=windows-1252><p>", [0x93, 0x61, 0x94], "</p>", "“a”\n"),
      ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><p>", [0xE9, 0x80], "</p>", "é€\n"),
      ("<meta charset='shift_jis'><p>", [0x83, 0x65], "</p>", "テ\n"),
      ("<p>", [0xC3, 0xA9], "</p>", "é\n"), ("<p>", [0xE9], "</p>", "é\n"),
    ] as [(String, [UInt8], String, String)])
  func `declared character sets are read`(head: String, bytes: [UInt8], tail: String, markdown: String) throws {
    let source = try DocumentSource(Array(head.utf8) + bytes + Array(tail.utf8))
    #expect(source.markdown == markdown)
  }

  @Test func `a page of UTF-16 is read`() throws {
    let text = "<html><body><h1>Ärger</h1></body></html>"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try DocumentSource(bytes).markdown == "# Ärger\n")
  }
}
