package import Chronology
package import Findings

/// Severity as a word and four bars, of which the worst lights all.
package struct SeverityMark: Sendable {
  /// 1 is the worst; nil is not known.
  package let severity: Int?
  /// As the team calls it; nil: `SEV2`.
  package var name: String?

  package init(severity: Int?, name: String? = nil) {
    self.severity = severity
    self.name = name
  }

  private static let barCount = 4

  package var html: HTML {
    guard let severity else { return Tag.span(.class("mark mark-unknown")) { "Severity not known" } }
    let lit = max(1, Self.barCount + 1 - max(1, severity))
    return Tag.span(.class("mark", "severity-\(min(max(severity, 1), 4))")) {
      Tag.svg(.class("bars"), .set("viewBox", "0 0 22 14"), .hidden) {
        for bar in 0..<Self.barCount {
          Tag.rect(
            .class(bar < lit ? "lit" : "unlit"), .set("x", "\(bar * 6)"), .set("y", "\(9 - bar * 3)"),
            .set("width", "4"), .set("height", "\(5 + bar * 3)"), .set("rx", "1"))
        }
      }
      name ?? "SEV\(severity)"
    }
  }
}

/// A status in its own word; a shape says whether it is over, running, or something else.
package struct StatusMark: Sendable {
  package let status: String

  package init(status: String) {
    self.status = status
  }

  private static let over: Set<String> = ["resolved", "closed", "done", "final", "complete", "completed", "published"]
  private static let running: Set<String> = ["active", "ongoing", "open", "declared", "investigating", "mitigated"]

  package var html: HTML {
    let word = status.isEmpty ? "Status not known" : status
    let key = status.lowercased()
    let name = Self.over.contains(key) ? "over" : Self.running.contains(key) ? "running" : "other"
    return Tag.span(.class("mark", "status-\(name)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) { Self.drawing(name) }
      Wording.sentence(word)
    }
  }

  private static func drawing(_ name: String) -> HTML {
    switch name {
    case "over":
      Tag.path(
        .set("d", "M2 8.5 6.2 12.7 14 4"), .set("fill", "none"), .set("stroke", "currentColor"),
        .set("stroke-width", "2.4"), .set("stroke-linecap", "round"))
    case "running":
      Tag.circle(.set("cx", "8"), .set("cy", "8"), .set("r", "6"), .set("fill", "currentColor"))
    default:
      Tag.circle(
        .set("cx", "8"), .set("cy", "8"), .set("r", "5.2"), .set("fill", "none"), .set("stroke", "currentColor"),
        .set("stroke-width", "2"))
    }
  }
}

/// How much a finding weighs: a word and a shape.
package struct FindingMark: Sendable {
  package let severity: FindingSeverity

  package init(severity: FindingSeverity) {
    self.severity = severity
  }

  package var html: HTML {
    Tag.span(.class("mark", "finding-\(severity.rawValue)")) {
      Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
        Tag.path(.set("d", path), .set("fill", "currentColor"), .set("fill-rule", "evenodd"))
      }
      Wording.sentence(severity.rawValue)
    }
  }

  private var path: String {
    switch severity {
    case .error: "M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM7 3.5v5.5h2V3.5zM7 10.5v2h2v-2z"
    case .warning: "M8 1 15.8 15H.2zM7 6v4.5h2V6zM7 11.5v2h2v-2z"
    case .note: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 7v5h2V7zM7 4v2h2V4z"
    }
  }
}

/// What is not known, said in words and drawn as a gap; never a dash or a zero.
package struct Gap: Sendable {
  package let text: String

  package init(_ text: String = "Not known") { self.text = text }

  package var html: HTML { Tag.span(.class("gap")) { text } }
}

/// An instant with its machine-readable form.
package struct TimeText: Sendable {
  package let instant: Instant
  package let text: String

  package init(instant: Instant, text: String) {
    self.instant = instant
    self.text = text
  }

  package var html: HTML { Tag.time(.datetime(instant.rfc3339)) { text } }
}
