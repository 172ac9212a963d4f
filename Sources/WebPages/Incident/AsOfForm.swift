import Chronology
import PageKit

/// Lets a reader see the page as it was known at an instant; a plain form, so that it works without a script.
struct AsOfForm: Sendable {
  let scene: IncidentScene

  var html: HTML {
    Tag.form(.class("as-of-form"), .set("method", "get"), .action(.incident(scene.id))) {
      Tag.label(.set("for", "as-of")) { "As it was known at (\(scene.zone.label))" }
      Tag.input(
        .id("as-of"), .set("name", "as_of"), .set("type", "datetime-local"), .set("step", "1"),
        .set("value", scene.zone.local(scene.now)), scene.query.refusedAsOf == nil ? nil : .set("aria-invalid", "true"))
      if let zone = scene.query.zone { HiddenField.html("zone", zone) }
      Tag.button(.set("type", "submit")) { "Show" }
      if let refused = scene.query.refusedAsOf {
        Tag.p(.class("form-error")) {
          "‘\(refused)’ is no instant; write it like 2031-03-14T21:12:40Z. This is how it is now."
        }
      }
    }
  }
}

/// Says on the face of a page that it shows the past, and how to come back.
struct AsOfBanner: Sendable {
  let instant: Instant
  let zone: PageZone
  let back: SitePath

  var html: HTML {
    Tag.div(.class("banner banner-past"), .set("role", "note")) {
      Tag.p {
        "As it was known at "
        Tag.strong { TimeText(instant: instant, text: "\(zone.dateAndMinute(instant))").html }
        ". What was recorded later is left out."
      }
      Tag.a(.class("button"), .href(back)) { "How it is now" }
    }
  }
}
