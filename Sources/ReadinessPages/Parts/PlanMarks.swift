import PageKit
import Plans

/// How ready a plan is: a word and a shape.
struct ReadinessMark: Sendable {
  let readiness: PlanRegister.Readiness

  var html: HTML {
    Tag.span(.class("readiness-mark", "ready-\(readiness.rawValue)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(
          .set("d", path), .set("fill", isFilled ? "currentColor" : "none"), .set("stroke", "currentColor"),
          .set("stroke-width", isFilled ? "0" : "2"), .set("stroke-linecap", "round"))
      }
      readiness.words
    }
  }

  private var isFilled: Bool { readiness == .faulty }

  private var path: String {
    switch readiness {
    case .missing: "M4 4l8 8M12 4l-8 8"
    case .faulty: "M8 1 15.8 15H.2z"
    case .stale: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.4l2.4 1.4"
    case .failed: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"
    case .unrehearsed: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z"
    case .ready: "M2 8.5 6.2 12.7 14 4"
    }
  }
}

/// Likelihood and impact as words with a small picture.
struct RiskMark: Sendable {
  let likelihood: Likelihood?
  let impact: PlanImpact?

  var html: HTML {
    let risk = (likelihood?.rank ?? 2) * (impact?.rank ?? 2)
    return Tag.span {
      Tag.span(.class("risk", risk >= 6 ? "risk-high" : ""), .hidden) {
        for cell in 0..<9 { Tag.span(.class(isLit(cell) ? "lit" : "")) {} }
      }
      "\(likelihood?.rawValue ?? "not judged") · \(impact?.rawValue ?? "not judged")"
    }
  }

  /// Three columns by likelihood, filled from below by impact.
  private func isLit(_ cell: Int) -> Bool {
    cell % 3 < (likelihood?.rank ?? 0) && 2 - cell / 3 < (impact?.rank ?? 0)
  }
}
