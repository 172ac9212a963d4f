/// What the keyboard does on a page, shown by `?`; everything can be done without it.
package struct Shortcuts: Sendable {
  package let rows: [(key: String, words: String)]

  package init(rows: [(key: String, words: String)]) {
    self.rows = rows
  }

  package static let incident = Shortcuts(rows: [
    ("n", "write into the timeline"), ("!", "write a decision"), ("@", "add a task"), ("u", "write an update"),
    ("t", "to the timeline"), ("j", "next line"), ("k", "previous line"), ("o", "open what belongs to the line"),
    (".", "insert new lines"), ("h", "all incidents"), ("?", "this list"),
  ])

  package static let home = Shortcuts(rows: [
    ("d", "declare an incident"), ("j", "next incident"), ("k", "previous incident"), ("?", "this list"),
  ])

  package var html: HTML {
    .joined([
      Tag.p(.class("shortcut-hint")) {
        Tag.button(.class("quiet"), .set("type", "button"), .set("data-shows", "shortcuts")) { "Keyboard" }
      },
      Tag.dialog(.class("shortcuts"), .id("shortcuts"), .labelledBy("shortcuts-title")) {
        Tag.h2(.id("shortcuts-title")) { "By keyboard" }
        Tag.dl {
          for row in rows {
            Tag.div {
              Tag.dt { Tag.kbd { row.key } }
              Tag.dd { row.words }
            }
          }
        }
        Tag.form(.set("method", "dialog")) { Tag.button(.set("type", "submit")) { "Close" } }
      },
    ])
  }
}
