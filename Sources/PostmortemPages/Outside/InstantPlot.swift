import Chronology
import PageKit

/// Instants on a line, each with its number, and the numbers told below: readable at any size and without colour.
struct InstantPlot: Sendable {
  let marks: [PresentedScreen.Mark]
  let zone: PageZone

  private static let width = 1000.0
  private static let edge = 40.0
  /// Numbers closer than this stand at different heights.
  private static let apart = 46.0
  private static let heights = [34.0, 84.0, 134.0]
  private static let line = 190.0

  init?(marks: [PresentedScreen.Mark], zone: PageZone) {
    let ordered = marks.sorted { $0.at < $1.at }
    guard let first = ordered.first, let last = ordered.last, first.at < last.at else { return nil }
    self.marks = ordered
    self.zone = zone
  }

  private var places: [(x: Double, y: Double)] {
    let span = marks[marks.count - 1].at.seconds(since: marks[0].at)
    var lastAt = [Double](repeating: -.infinity, count: Self.heights.count)
    return marks.map { mark in
      let x = Self.edge + (Self.width - 2 * Self.edge) * mark.at.seconds(since: marks[0].at) / span
      let level = lastAt.indices.first { x - lastAt[$0] >= Self.apart } ?? lastAt.count - 1
      lastAt[level] = x
      return (x, Self.heights[Self.heights.count - 1 - level])
    }
  }

  var html: HTML {
    let places = places
    return Tag.figure(.class("instant-plot")) {
      Tag.svg(.set("viewBox", "0 0 1000 220"), .hidden) {
        Tag.line(
          .class("plot-span"), .set("x1", number(places[0].x)), .set("x2", number(places[places.count - 1].x)),
          .set("y1", number(Self.line)), .set("y2", number(Self.line)))
        for (offset, place) in places.enumerated() {
          Tag.line(
            .class("plot-stem"), .set("x1", number(place.x)), .set("x2", number(place.x)),
            .set("y1", number(place.y + 8)), .set("y2", number(Self.line)))
          Tag.circle(.class("plot-dot"), .set("cx", number(place.x)), .set("cy", number(Self.line)), .set("r", "9"))
          Tag.text(
            .class("plot-number"), .set("x", number(place.x)), .set("y", number(place.y)), .set("text-anchor", "middle")
          ) { "\(offset + 1)" }
        }
      }
      Tag.figcaption {
        Tag.ol(.class("plot-legend")) {
          for mark in marks {
            Tag.li {
              Tag.time(.datetime(mark.at.rfc3339), .title(zone.dateAndMinute(mark.at))) { time(mark.at) }
              " \(mark.label)"
            }
          }
        }
        Tag.p(.class("section-note")) { "\(zone.span(marks[0].at, marks[marks.count - 1].at)), to scale" }
      }
    }
  }

  private func time(_ instant: Instant) -> String {
    let isOneDay = zone.date(marks[0].at) == zone.date(marks[marks.count - 1].at)
    return isOneDay ? zone.minute(instant) : "\(Wording.dayAndMonth(zone.date(instant))), \(zone.minute(instant))"
  }

  private func number(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
