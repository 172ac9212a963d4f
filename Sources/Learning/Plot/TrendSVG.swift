/// A plot as SVG that can be read without colour: shapes, labels where things are, and the same in words.
///
/// Everything is drawn in `currentColor`, so that it fits light and dark; no style, script or font of its own. Elements
/// carry classes (`plot`, `tick`, `box`, `median`, `ended`, `open`) for whoever wants to dress them.
package struct TrendSVG {
  private let plot: TrendPlot

  package init(_ plot: TrendPlot) { self.plot = plot }

  /// One element; `id` is unique on its page and names the parts that describe it.
  package func text(id: String = "plot") -> String {
    var lines: [String] = []
    let name = Self.escaped(id)
    lines.append(
      """
      <svg xmlns="http://www.w3.org/2000/svg" class="plot" role="img" viewBox="0 0 \(Self.number(plot.width)) \
      \(Self.number(plot.height))" width="\(Self.number(plot.width))" height="\(Self.number(plot.height))" \
      aria-labelledby="\(name)-title \(name)-desc" fill="none" stroke="currentColor" font-size="11">
      """)
    lines.append("<title id=\"\(name)-title\">\(Self.escaped(plot.title))</title>")
    lines.append("<desc id=\"\(name)-desc\">\(Self.escaped(plot.description))</desc>")
    for tick in plot.ticks { lines += self.tick(tick) }
    for box in plot.boxes { lines += self.box(box) }
    for point in plot.points { lines.append(self.point(point)) }
    for label in plot.months + plot.counts {
      lines.append(
        """
        <text x="\(Self.number(label.x))" y="\(Self.number(label.y))" text-anchor="middle" fill="currentColor" \
        stroke="none">\(Self.escaped(label.text))</text>
        """)
    }
    if plot.points.isEmpty {
      lines.append(
        """
        <text x="\(Self.number(plot.width / 2))" y="\(Self.number(plot.height / 2))" text-anchor="middle" \
        fill="currentColor" stroke="none">Nothing to show yet</text>
        """)
    }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func tick(_ tick: TrendPlot.Label) -> [String] {
    [
      """
      <line class="tick" x1="\(Self.number(tick.x))" y1="\(Self.number(tick.y))" \
      x2="\(Self.number(plot.width - TrendPlot.right))" y2="\(Self.number(tick.y))" stroke-opacity="0.25" \
      stroke-dasharray="2 3"/>
      """,
      """
      <text x="\(Self.number(tick.x - 6))" y="\(Self.number(tick.y + 4))" text-anchor="end" fill="currentColor" \
      stroke="none">\(Self.escaped(tick.text))</text>
      """,
    ]
  }

  private func box(_ box: TrendPlot.Box) -> [String] {
    [
      """
      <rect class="box" x="\(Self.number(box.x))" y="\(Self.number(box.top))" width="\(Self.number(box.width))" \
      height="\(Self.number(max(1, box.bottom - box.top)))" stroke-opacity="0.6"><title>\(Self.escaped(box.words))\
      </title></rect>
      """,
      """
      <line class="median" x1="\(Self.number(box.x))" y1="\(Self.number(box.median))" \
      x2="\(Self.number(box.x + box.width))" y2="\(Self.number(box.median))" stroke-width="2.5"/>
      """,
    ]
  }

  private func point(_ point: TrendPlot.Point) -> String {
    let title = "<title>\(Self.escaped(point.words))</title>"
    switch point.mark {
    case .ended:
      return """
        <circle class="ended" cx="\(Self.number(point.x))" cy="\(Self.number(point.y))" r="3.5">\(title)</circle>
        """
    case .open:
      let (x, y) = (point.x, point.y)
      let corners = [(x - 5, y + 4), (x + 5, y + 4), (x, y - 5)]
      let path = corners.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
      return "<polygon class=\"open\" points=\"\(path)\" fill=\"currentColor\">\(title)</polygon>"
    }
  }

  private static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // XML 1.0 has no place for control characters.
        if scalar.properties.generalCategory != .control || scalar == "\n" { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
