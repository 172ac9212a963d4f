import TerminalPages
import Testing

struct LiveScreenTests {
  @Test func `what has not changed is not drawn again`() {
    var screen = LiveScreen()
    #expect(screen.draw("one\ntwo", rows: 24)?.hasPrefix("\u{1B}[2J\u{1B}[H") == true)
    #expect(screen.draw("one\ntwo", rows: 24) == nil)
    #expect(screen.draw("one\nthree", rows: 24) == "\u{1B}[Hone\u{1B}[K\r\nthree\u{1B}[K\r\n\u{1B}[J")
  }

  @Test func `what does not fit is cut and counted`() {
    var screen = LiveScreen()
    let text = (1...30).map(String.init).joined(separator: "\n")
    let drawn = screen.draw(text, rows: 10) ?? ""
    #expect(drawn.contains("8\u{1B}[K"))
    #expect(!drawn.contains("9\u{1B}[K"))
    #expect(drawn.contains("… 22 more lines"))
    #expect(drawn.split(separator: "\r\n").count <= 10, "the last line stays free, so that nothing scrolls")
  }
}
