import PageKit

/// The due dates elsewhere: a calendar that subscribes to them, and a table.
struct ActionCalendarNote: Sendable {
  /// The whole address, as a calendar asks for it.
  let address: String
  let filter: ActionFilter

  var html: HTML {
    Tag.details(.class("fold"), .id("calendar")) {
      Tag.summary { "In your calendar, and as a table" }
      Tag.div(.class("lesson-text")) {
        Tag.p {
          "Subscribe to this address, and each due date stands in your calendar as a whole day; it moves when the action does, and goes when it is done. With "
          Tag.code { "?mine=1" }
          " behind it, only yours."
        }
        Tag.pre(.class("address"), .set("tabindex", "0")) { Tag.code { address } }
        Tag.p {
          "The calendar asks for a name and a password. The name is yours; the password is a token of the scope ‘read’, made under "
          Tag.a(.href(.access(.account))) { "your account" }
          ". It sees what you may see, and nothing else can be done with it here."
        }
        Tag.ul(.class("lesson-links")) {
          Tag.li { Tag.a(.class("button"), .href(.lessons(.actionCalendar()))) { "The calendar file" } }
          Tag.li { Tag.a(.class("button"), .href(.lessons(.actionCalendar(isMine: true)))) { "Only mine" } }
          Tag.li { Tag.a(.class("button"), .href(.lessons(.actionTable(filter)))) { "These actions as CSV" } }
        }
      }
    }
  }
}
