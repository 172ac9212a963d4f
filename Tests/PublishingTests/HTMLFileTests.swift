import Postmortems
import Publishing
import Testing

struct HTMLFileTests {
  private func html(_ markdown: String, title: String = "T", audience: PublicationAudience = .public) -> String {
    HTMLFile(title: title, audience: audience, date: "10 August 2012", revision: "Revision 3", markdown: markdown).html
  }

  @Test func `the head carries title, audience, date and revision`() {
    let page = html("# Orders <twice>\n\nText.\n")
    #expect(page.contains("<title>Orders &lt;twice&gt;</title>"))
    #expect(page.contains("<h1>Orders &lt;twice&gt;</h1>"))
    #expect(page.contains("<span>Public</span><span>10 August 2012</span><span>Revision 3</span>"))
    #expect(page.ranges(of: "<h1").count == 1)
    #expect(html("Text only.\n", title: "Given").contains("<h1>Given</h1>"))
  }

  @Test func `nothing runs and nothing comes from elsewhere`() {
    let page = html(
      "# T</title><script>\n\n<script>alert(1)</script>\n\n![A map](https://elsewhere.example/p.png)\n\n[x](javascript:alert(1))\n"
    )
    for bad in ["<script", "javascript:", "elsewhere.example", "<img", "@import", "url("] {
      #expect(!page.contains(bad), "\(bad)")
    }
    #expect(page.contains("Picture: A map"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `a title cannot leave the style`() {
    let page = html("Text\n", title: "a\"; } </style><b>\\")
    #expect(page.ranges(of: "</style>").count == 1)
    #expect(page.contains("content: \"a\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c b\\3e \\5c \""))
  }

  @Test func `tables stand in frames that scroll`() {
    let page = html("| a | b |\n|---|---|\n| 1 | 2 |\n")
    #expect(page.contains("tabindex=\"0\" aria-label=\"Table\"><table>"))
    #expect(page.ranges(of: "</table></div>").count == 1)
  }
}
