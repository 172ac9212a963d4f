/// Something that had to be true for the incident to happen as it did, or to last as it did.
package struct Factor: Codable, Hashable, Sendable {
  package enum Kind: String, Codable, CaseIterable, Hashable, Sendable {
    /// Set it off.
    case trigger
    /// Made it possible.
    case condition
    /// Kept us from seeing it.
    case detection
    /// Made it last longer, or reach further.
    case response
  }

  package enum Sureness: String, Codable, CaseIterable, Hashable, Sendable {
    case shown
    case likely
    case possible
  }

  /// What could have caught it, with the answer.
  package struct Catch: Codable, Hashable, Sendable {
    package enum Means: String, Codable, CaseIterable, Hashable, Sendable {
      case test
      case review
      case errorHandling = "error-handling"
      case integration = "continuous-integration"
      case automation
    }

    package var means: Means
    /// Whether it would have, and why it was not there.
    package var answer: String

    package init(means: Means, answer: String) {
      self.means = means
      self.answer = answer
    }
  }

  /// Names it within the postmortem: `F2`; given when it is recorded.
  package var number: Int
  package var text: String
  package var kind: Kind
  /// The factor that this one answers "how did that come to be?" for.
  package var parent: Int?
  package var sureness: Sureness
  /// Where it can be seen: files with lines, commits, lines of the timeline (`L4`), accounts.
  package var evidence: [String]
  package var catches: [Catch]
  /// Actions of earlier postmortems that should have kept it from happening.
  package var hits: [ActionID]

  package init(
    number: Int = 0, text: String, kind: Kind, parent: Int? = nil, sureness: Sureness = .possible,
    evidence: [String] = [], catches: [Catch] = [], hits: [ActionID] = []
  ) {
    self.number = number
    self.text = text
    self.kind = kind
    self.parent = parent
    self.sureness = sureness
    self.evidence = evidence
    self.catches = catches
    self.hits = hits
  }
}

/// What we believed, what the day showed, and what we believe now.
package struct Assumption: Codable, Hashable, Sendable {
  /// Names it within the postmortem; given when it is recorded.
  package var number: Int
  package var believed: String
  package var shown: String
  package var now: String
  package var evidence: [String]

  package init(number: Int = 0, believed: String, shown: String = "", now: String = "", evidence: [String] = []) {
    self.number = number
    self.believed = believed
    self.shown = shown
    self.now = now
    self.evidence = evidence
  }
}

/// Where we were lucky.
package struct Luck: Codable, Hashable, Sendable {
  /// Names it within the postmortem; given when it is recorded.
  package var number: Int
  package var text: String

  package init(number: Int = 0, text: String) {
    self.number = number
    self.text = text
  }
}

/// A numbered part of a postmortem was taken out.
package struct PartRemoved: Codable, Hashable, Sendable {
  package enum Part: String, Codable, CaseIterable, Hashable, Sendable {
    case factor
    case assumption
    case luck
  }

  package var part: Part
  package var number: Int

  package init(part: Part, number: Int) {
    self.part = part
    self.number = number
  }
}
