package import Chronology

/// One screen of the presenting view: one idea, and what carries it.
package struct PresentedScreen: Sendable {
  /// The five ideas, in order.
  package enum Idea: String, CaseIterable, Sendable {
    case happened, cost, why, done, ask

    var words: String {
      switch self {
      case .happened: "What happened"
      case .cost: "What it cost"
      case .why: "Why it could happen"
      case .done: "What we have done, and what comes"
      case .ask: "What we ask of you"
      }
    }
  }

  /// A number with what it counts.
  package struct Figure: Hashable, Sendable {
    package var value: String
    package var label: String
    /// How it is known: `measured`, `estimated`.
    package var note: String?

    package init(value: String, label: String, note: String? = nil) {
      self.value = value
      self.label = label
      self.note = note
    }
  }

  /// Some points under a heading.
  package struct Group: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
      package var text: String
      package var note: String?

      package init(text: String, note: String? = nil) {
        self.text = text
        self.note = note
      }
    }

    package var heading: String
    package var points: [Point]

    package init(heading: String, points: [Point]) {
      self.heading = heading
      self.points = points
    }
  }

  /// An instant on the plot.
  package struct Mark: Hashable, Sendable {
    package var at: Instant
    package var label: String

    package init(at: Instant, label: String) {
      self.at = at
      self.label = label
    }
  }

  package var idea: Idea
  /// The idea in a sentence.
  package var headline: String
  package var sentences: [String]
  package var figures: [Figure]
  package var groups: [Group]
  /// For the one plot; fewer than two make none.
  package var marks: [Mark]
  /// What is not known and should be.
  package var gap: String?

  package init(
    idea: Idea, headline: String, sentences: [String] = [], figures: [Figure] = [], groups: [Group] = [],
    marks: [Mark] = [], gap: String? = nil
  ) {
    self.idea = idea
    self.headline = headline
    self.sentences = sentences
    self.figures = figures
    self.groups = groups
    self.marks = marks
    self.gap = gap
  }
}
