import PageKit
import Postmortems

/// How far a postmortem is, in its word and with a shape of its own.
struct StageMark: Sendable {
  let stage: PostmortemStage
  var isLibrary = false

  var html: HTML {
    if isLibrary {
      return Tag.span(.class("mark stage-library")) {
        LineDrawing(path: "M3 2.5h7.5a2 2 0 0 1 2 2v9H5a2 2 0 0 1-2-2z M3 11.5a2 2 0 0 1 2-1.5h7.5").html
        "From the library"
      }
    }
    return Tag.span(.class("mark", "stage-\(stage.rawValue)")) {
      LineDrawing(path: path).html
      stage.words
    }
  }

  private var path: String {
    switch stage {
    case .draft: "M3 13l1-3.5L11.5 2l2.5 2.5L6.5 12z"
    case .inReview: "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z M8 6.5v3"
    case .final: "M2 8.5 6.2 12.7 14 4"
    }
  }
}

/// How far an action is.
struct ActionStateMark: Sendable {
  let state: ActionState

  var html: HTML {
    Tag.span(.class("mark", "action-\(state.rawValue)")) {
      LineDrawing(path: path).html
      state.words
    }
  }

  private var path: String {
    switch state {
    case .proposed: "M8 2.4a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.2z"
    case .accepted: "M8 2.4a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.2z M8 5v3l2 1.5"
    case .declined: "M8 2.4a5.6 5.6 0 1 0 0 11.2 5.6 5.6 0 0 0 0-11.2z M4.5 11.5l7-7"
    case .done: "M2 8.5 6.2 12.7 14 4"
    case .verified: "M1 9l3.2 3.2L10 5 M7 11.5l1 1L15 4.5"
    }
  }
}

/// How sure a factor is: three bars, and the words.
struct SurenessMark: Sendable {
  let sureness: Factor.Sureness

  private var lit: Int {
    switch sureness {
    case .shown: 3
    case .likely: 2
    case .possible: 1
    }
  }

  var html: HTML {
    Tag.span(.class("sureness")) {
      Tag.svg(.class("sureness-bars"), .set("viewBox", "0 0 20 8"), .hidden) {
        for bar in 0..<3 {
          Tag.rect(
            .class(bar < lit ? "lit" : "unlit"), .set("x", "\(bar * 7 + 1)"), .set("y", "1"), .set("width", "5"),
            .set("height", "6"))
        }
      }
      sureness.words
    }
  }
}

/// A small drawing of lines, in the colour of the text around it.
struct LineDrawing: Sendable {
  let path: String

  var html: HTML {
    Tag.svg(.class("shape"), .set("viewBox", "0 0 16 16"), .hidden) {
      Tag.path(
        .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"), .set("stroke-width", "1.8"),
        .set("stroke-linecap", "round"), .set("stroke-linejoin", "round"))
    }
  }
}
