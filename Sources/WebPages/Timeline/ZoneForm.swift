import PageKit
import RecordViews

/// Lets a reader choose the zone of the times; a plain form, so that it works without a script.
struct ZoneForm: Sendable {
  let incident: IncidentID
  let query: TimelineQuery
  let zone: PageZone
  /// What was typed when it is no zone known here.
  let refused: String?

  private static let suggestions = [
    "UTC", "Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles", "Asia/Kolkata", "Asia/Tokyo",
    "Australia/Sydney",
  ]

  var html: HTML {
    Tag.form(.class("zone-form"), .set("method", "get"), .action(.incident(incident))) {
      Tag.label(.set("for", "zone")) { "Show times in" }
      Tag.input(
        .id("zone"), .set("name", "zone"), .set("value", refused ?? zone.label), .set("list", "zones"),
        .set("autocomplete", "off"), .set("spellcheck", "false"), .set("maxlength", "64"),
        refused == nil ? nil : .set("aria-invalid", "true"),
        refused == nil ? nil : .set("aria-describedby", "zone-refused"))
      Tag.datalist(.id("zones")) {
        for suggestion in Self.suggestions { Tag.option(.set("value", suggestion)) }
      }
      if query.isAll { Tag.input(.set("type", "hidden"), .set("name", "all"), .set("value", "1")) }
      Tag.button(.set("type", "submit")) { "Show" }
      if let refused {
        Tag.p(.class("form-error"), .id("zone-refused")) {
          "No zone is known here as ‘\(refused)’. Times are in UTC; write a name like Europe/Berlin, or an offset like +05:30."
        }
      }
    }
  }
}
