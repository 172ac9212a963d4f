import Chronology
import PageKit
import TimelineBuilding

/// The incident at a glance: one lane for each meaning, the onset as a band, made of SVG that needs no script.
///
/// Positions are per cent, so that it fits any width without scaling its shapes.
struct TimelineStrip: Sendable {
  let scene: TimelineScene

  private static let laneHeight = 26
  private static let axisHeight = 24

  private struct Lane {
    let name: String
    let tone: KindShape.Tone
  }

  private static let lanes = [
    Lane(name: "changes", tone: .change), Lane(name: "trouble", tone: .trouble), Lane(name: "calm", tone: .calm),
    Lane(name: "words", tone: .word),
  ]

  var html: HTML? {
    let moments = scene.rows.shown
    guard moments.count > 1,
      let axis = StripAxis(moments: moments, onset: scene.report.onset, zone: scene.zone)
    else { return nil }
    let present = Set(moments.map { KindShape(kind: $0.kind).tone })
    let lanes = Self.lanes.filter { present.contains($0.tone) }
    let height = lanes.count * Self.laneHeight + Self.axisHeight
    return Tag.figure(.class("strip")) {
      Tag.ul(.class("strip-lanes"), .hidden) {
        for lane in lanes { Tag.li(.class("tone-\(lane.tone.rawValue)")) { lane.name } }
      }
      Tag.svg(
        .class("strip-plot"), .set("width", "100%"), .set("height", "\(height)"), .set("role", "group"),
        .label(summary(axis))
      ) {
        onset(axis, height: height)
        ticks(axis, height: height)
        for (row, lane) in lanes.enumerated() {
          let middle = row * Self.laneHeight + Self.laneHeight / 2
          Tag.line(
            .class("lane"), .set("x1", "0"), .set("x2", "100%"), .set("y1", "\(middle)"), .set("y2", "\(middle)"))
          for moment in moments where KindShape(kind: moment.kind).tone == lane.tone && axis.contains(moment.instant) {
            mark(moment, x: axis.position(moment.instant), middle: middle)
          }
        }
      }
      caption(axis)
    }
  }

  private func summary(_ axis: StripAxis) -> String {
    let trouble = scene.rows.shown.count { KindShape(kind: $0.kind).tone == .trouble }
    let changes = scene.rows.shown.count { $0.kind == .change }
    return
      "\(Wording.count(changes, "change")) and \(Wording.count(trouble, "sign")) of trouble over time, "
      + scene.zone.span(axis.from, axis.to)
  }

  private func onset(_ axis: StripAxis, height: Int) -> HTML? {
    guard let span = scene.report.onset else { return nil }
    let start = axis.position(span.from)
    return .joined([
      Tag.rect(
        .class("strip-onset"), .set("x", Self.percent(start)), .set("y", "0"),
        .set("width", Self.percent(max(axis.position(span.to) - start, 0.4))),
        .set("height", "\(height - Self.axisHeight)")),
      Tag.line(
        .class("strip-onset-line"), .set("x1", Self.percent(start)), .set("x2", Self.percent(start)), .set("y1", "0"),
        .set("y2", "\(height - Self.axisHeight)")),
    ])
  }

  private func ticks(_ axis: StripAxis, height: Int) -> HTML {
    .joined(
      axis.ticks.flatMap { tick in
        let x = axis.position(tick)
        return [
          Tag.line(
            .class("tick"), .set("x1", Self.percent(x)), .set("x2", Self.percent(x)), .set("y1", "0"),
            .set("y2", "\(height - Self.axisHeight + 5)")),
          Tag.text(
            .class("tick-label"), .set("x", Self.percent(x)), .set("y", "\(height - 5)"),
            .set("text-anchor", x < 4 ? "start" : x > 96 ? "end" : "middle")
          ) { label(tick, step: axis.stepSeconds) },
        ]
      })
  }

  private func label(_ tick: Instant, step: Int64) -> String {
    switch step {
    case ..<60: scene.zone.time(tick)
    case ..<86_400: scene.zone.minute(tick)
    default: String(Wording.shortDate(scene.zone.date(tick)).dropFirst(4).dropLast(5))
    }
  }

  /// Moments that are drawn in full; the rest are smaller and fainter, so that the strip stays readable.
  private static let prominentMax = 16

  private func mark(_ moment: TimelineMoment, x: Double, middle: Int) -> HTML {
    let shape = KindShape(kind: moment.kind)
    let isLesser = moment.rank > Self.prominentMax
    let size = isLesser ? 8 : 13
    return Tag.a(
      .class("strip-mark", "tone-\(shape.tone.rawValue)", isLesser ? "lesser" : ""),
      .href(fragment: MomentAnchor.id(moment.id)),
      .set("tabindex", "-1")
    ) {
      Tag.title { "\(scene.zone.time(moment.instant)) \(shape.word): \(moment.title)" }
      Tag.use(
        .set("href", "#kind-\(moment.kind.rawValue)"), .set("x", Self.percent(x)), .set("y", "\(middle - size / 2)"),
        .set("width", "\(size)"), .set("height", "\(size)"), .set("transform", "translate(-\(size / 2) 0)"))
    }
  }

  private func caption(_ axis: StripAxis) -> HTML? {
    let earlier = scene.rows.shown.count { $0.instant < axis.from }
    let later = scene.rows.shown.count { $0.instant > axis.to }
    guard earlier + later > 0 else { return nil }
    var parts: [String] = []
    if earlier > 0 { parts.append("\(earlier) earlier") }
    if later > 0 { parts.append("\(later) later") }
    return Tag.figcaption { "Not on this strip: \(parts.joined(separator: ", ")). The timeline below has all of it." }
  }

  /// Two digits after the point are finer than any screen.
  static func percent(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
