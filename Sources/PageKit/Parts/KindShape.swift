package import TimelineBuilding

/// How a page draws and names a kind of moment: a shape for each kind, a tone for what it means, always with its word.
package struct KindShape: Sendable {
  /// What a colour says; there are no others for moments.
  package enum Tone: String, Sendable, CaseIterable {
    /// Something we did to the system.
    case change
    /// Something went wrong, or looks as if it did.
    case trouble
    /// Something became well again.
    case calm
    /// Something people said or decided.
    case word

    package var meaning: String {
      switch self {
      case .change: "something was changed"
      case .trouble: "something went wrong, or looks as if it did"
      case .calm: "something became well again"
      case .word: "people said or decided something"
      }
    }
  }

  package let kind: MomentKind

  package init(kind: MomentKind) {
    self.kind = kind
  }

  package var tone: Tone {
    switch kind {
    case .change: .change
    case .first, .burst, .shift, .silence, .alert, .connection: .trouble
    case .calm: .calm
    case .said, .decision: .word
    }
  }

  package var word: String {
    switch kind {
    case .first: "first seen"
    case .change, .burst, .shift, .silence, .calm, .alert, .said, .decision, .connection: kind.rawValue
    }
  }

  package var meaning: String {
    switch kind {
    case .change: "a commit, deployment, configuration, flag or package change"
    case .first: "a pattern never seen before"
    case .burst: "a pattern far above its usual rate"
    case .shift: "a lasting change of rate"
    case .silence: "a pattern that stopped"
    case .calm: "a burst ended, an alert was resolved, a failure stopped"
    case .alert: "an alert began to fire"
    case .said: "something somebody said"
    case .decision: "a decision somebody reported"
    case .connection: "connections failed or were cut"
    }
  }

  /// The shape, in the colour of the text around it.
  ///
  /// The word stands beside it, so it says nothing aloud.
  package func html(class name: String = "shape") -> HTML {
    Tag.svg(.class(name), .set("viewBox", "0 0 16 16"), .hidden) { Tag.use(.set("href", "#kind-\(kind.rawValue)")) }
  }

  /// All shapes once, for the top of a page that uses them.
  package static var sprite: HTML {
    Tag.svg(.class("sprite"), .set("width", "0"), .set("height", "0"), .hidden) {
      for kind in MomentKind.allCases {
        Tag.symbol(.id("kind-\(kind.rawValue)"), .set("viewBox", "0 0 16 16")) { KindShape(kind: kind).drawing }
      }
    }
  }

  private var drawing: HTML {
    switch kind {
    case .change: filled("M8 1.5 15.2 14.5H.8z")
    case .first: filled("M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z")
    case .burst: filled("M1 10h3.6v5H1zM6.2 5.5h3.6V15H6.2zM11.4 1H15v14h-3.6z")
    case .shift: drawn("M1 12.5h6v-9h8")
    case .silence: drawn("M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z")
    case .calm: drawn("M1.5 8.5 6 13l8.5-10")
    case .alert: filled("M8 0l8 8-8 8-8-8zM7 3.8v5h2v-5zM7 10.2v2h2v-2z")
    case .said: filled("M1 2h14v9.5H7.5L4 15v-3.5H1z")
    case .decision: drawn("M8 15V8.5L3 2M8 8.5 13 2")
    case .connection: drawn("M0 8h4M12 8h4M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6")
    }
  }

  private func filled(_ path: String) -> HTML {
    Tag.path(.set("d", path), .set("fill", "currentColor"), .set("fill-rule", "evenodd"))
  }

  private func drawn(_ path: String) -> HTML {
    Tag.path(
      .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "2.4"),
      .set("stroke-linejoin", "round"), .set("stroke-linecap", "round"))
  }
}
