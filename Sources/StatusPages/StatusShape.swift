import PageKit
import PublicStatus

/// How the public site draws and names a state: a shape and a word for each, so that no colour is needed to tell them.
struct StatusShape: Sendable {
  let word: String
  /// The class that gives the tone: `well`, `mild`, `bad`, `worst`, `planned` or `unknown`.
  let tone: String
  private let path: String
  private let isFilled: Bool

  private init(_ word: String, _ tone: String, _ path: String, isFilled: Bool = true) {
    self.word = word
    self.tone = tone
    self.path = path
    self.isFilled = isFilled
  }

  /// A state; nil when it is not known.
  init(_ state: ComponentState?) {
    switch state {
    case .operational: self.init("Works", "well", Self.check, isFilled: false)
    case .degraded: self.init("Slow or unsteady", "mild", Self.wave, isFilled: false)
    case .partialOutage: self.init("Fails for some", "bad", Self.triangle)
    case .majorOutage: self.init("Does not work", "worst", Self.stop)
    case .maintenance: self.init("Planned work", "planned", Self.diamond, isFilled: false)
    case nil: self.init("Not known", "unknown", Self.gap, isFilled: false)
    }
  }

  init(_ state: PublicIncidentState) {
    switch state {
    case .investigating: self.init("Investigating", "worst", Self.stop)
    case .identified: self.init("Identified", "bad", Self.triangle)
    case .monitoring: self.init("Monitoring", "planned", Self.eye, isFilled: false)
    case .resolved: self.init("Resolved", "well", Self.check, isFilled: false)
    }
  }

  init(_ state: PublicMaintenanceState) {
    switch state {
    case .scheduled: self.init("Planned", "planned", Self.diamond, isFilled: false)
    case .inProgress: self.init("Under way", "planned", Self.filledDiamond)
    case .verifying: self.init("Being checked", "planned", Self.eye, isFilled: false)
    case .completed: self.init("Done", "well", Self.check, isFilled: false)
    case .cancelled: self.init("Called off", "unknown", Self.cross, isFilled: false)
    }
  }

  init(_ kind: Headline.Kind) {
    switch kind {
    case .trouble: self.init("Something is broken", "worst", Self.stop)
    case .watching: self.init("Repaired as far as we can see", "planned", Self.eye, isFilled: false)
    case .planned: self.init("Planned work", "planned", Self.filledDiamond)
    case .well: self.init("All well", "well", Self.check, isFilled: false)
    case .empty: self.init("Not known", "unknown", Self.gap, isFilled: false)
    }
  }

  /// The shape with its word.
  var mark: HTML {
    Tag.span(.class("mark", "state", "state-\(tone)")) {
      shape
      word
    }
  }

  /// The shape alone; its word stands beside it.
  var shape: HTML {
    Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
      if isFilled {
        Tag.path(.set("d", path), .set("fill", "currentColor"), .set("fill-rule", "evenodd"))
      } else {
        Tag.path(
          .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "2.2"),
          .set("stroke-linejoin", "round"), .set("stroke-linecap", "round"))
      }
    }
  }

  private static let check = "M2 8.5 6.2 12.7 14 4"
  private static let wave = "M1 9.5C3 5 5.5 5 8 8s5 3 7-1.5"
  private static let triangle = "M8 1 15.8 15H.2zM7 6v4.5h2V6zM7 11.5v2h2v-2z"
  private static let stop = "M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7zM4 7v2h8V7z"
  private static let diamond = "M8 2l6 6-6 6-6-6z"
  private static let filledDiamond = "M8 .6 15.4 8 8 15.4.6 8z"
  private static let eye = "M1.2 8S4 3.4 8 3.4 14.8 8 14.8 8 12 12.6 8 12.6 1.2 8 1.2 8zM8 7v2"
  private static let cross = "M3 3l10 10M13 3 3 13"
  private static let gap = "M8 2.2v.1M12.1 3.9v.1M13.8 8v.1M12.1 12.1v.1M8 13.8v.1M3.9 12.1v.1M2.2 8v.1M3.9 3.9v.1"
}
