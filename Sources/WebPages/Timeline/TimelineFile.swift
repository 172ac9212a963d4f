package import Chronology
import PageKit
import RecordViews
package import TimelineBuilding

/// A timeline as one file that stands alone: opened from a disk or an attachment, it looks as it does on the site.
package enum TimelineFile {
  /// The whole document.
  ///
  /// It loads nothing and runs nothing; all moments are in it.
  package static func html(
    _ report: TimelineReport, zoneLabel: String, offsetSeconds: @escaping @Sendable (Instant) -> Int
  ) -> String {
    let zone = PageZone(label: zoneLabel, offsetSeconds: offsetSeconds)
    let scene = TimelineScene(report: report, zone: zone, incident: nil, query: TimelineQuery(isAll: true))
    let name = report.evidence.joined(separator: ", ")
    let page = Tag.html(.set("lang", "en")) {
      Tag.head {
        PageFrame.meta
        Tag.meta(
          .set("http-equiv", "Content-Security-Policy"),
          .set("content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
        Tag.title { "Timeline of \(name)" }
        HTML.style(.style)
      }
      Tag.body(.class("page-incident page-file")) {
        KindShape.sprite
        Tag.main(.id("content")) {
          head(scene, name: name)
          TimelineStrip(scene: scene).html
          Tag.div(.class("board")) {
            Tag.div(.class("board-side")) {
              SuspectPanel(scene: scene).html
              ClockNotes(scene: scene).html
            }
            TimelineRail(scene: scene).html
          }
          SourceTable(scene: scene).html
        }
        Tag.footer(.class("foot")) {
          Tag.p {
            "Made by mayday timeline. Secrets of known forms and e-mail addresses are masked; look over what you pass on."
          }
        }
      }
    }
    return "<!doctype html>\n" + page.markup + "\n"
  }

  private static func head(_ scene: TimelineScene, name: String) -> HTML {
    var facts = Facts()
    facts.add("Onset", scene.report.onset.map { HTML(scene.zone.span($0.from, $0.to)) })
    facts.add("Evidence", scene.scope)
    facts.add("Window", scene.report.window.map { HTML(scene.zone.span($0.from, $0.to)) })
    return Tag.header(.class("lead")) {
      Tag.h1 { "Timeline of \(name)" }
      facts.html
    }
  }
}
