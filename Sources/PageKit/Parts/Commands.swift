/// Commands to copy, one a line, each with its prompt, which is not copied.
package struct Commands: Sendable {
  private let lines: [String]

  package init(_ lines: [String]) { self.lines = lines }

  package var html: HTML {
    Tag.pre(.class("commands"), .set("tabindex", "0")) {
      for line in lines { Tag.code { line } }
    }
  }
}
