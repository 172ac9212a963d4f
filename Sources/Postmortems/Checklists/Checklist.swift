package import Chronology
package import Incidents

/// One line of a checklist.
package struct ChecklistLine: Codable, Hashable, Sendable {
  /// What counts as good.
  package enum Expectation: String, Codable, CaseIterable, Hashable, Sendable {
    /// Ticked off.
    case done
    case yes
    case no
    /// An answer in words, whatever it is; it is kept.
    case words
    /// The guard that it names holds.
    case check
  }

  /// Names it within the checklist, also after it was moved; given when it is recorded.
  package var number: Int
  /// What to do, or what is asked.
  package var text: String
  package var expects: Expectation
  /// Name of a guard, where ``expects`` is a check.
  package var check: String?
  /// Number of the incident that put it there.
  package var incident: Int?
  package var action: ActionID?
  /// Name of the reading of the library that it was taken from.
  package var reading: String?

  package init(
    number: Int = 0, text: String, expects: Expectation = .done, check: String? = nil, incident: Int? = nil,
    action: ActionID? = nil, reading: String? = nil
  ) {
    self.number = number
    self.text = text
    self.expects = expects
    self.check = check
    self.incident = incident
    self.action = action
    self.reading = reading
  }
}

/// What a process asks before it goes on, as it was written.
package struct ChecklistContent: Codable, Hashable, Sendable {
  /// Of the process, in lower case: `deploy`.
  package var process: String
  package var title: String
  /// In the order in which they are asked.
  package var lines: [ChecklistLine]

  package init(process: String, title: String, lines: [ChecklistLine]) {
    self.process = process
    self.title = title
    self.lines = lines
  }
}

/// One time that a checklist was gone through.
package struct ChecklistRun: Codable, Hashable, Sendable {
  package struct Answer: Codable, Hashable, Sendable {
    package var line: Int
    /// The line as it was asked.
    package var text: String
    package var answer: String
    package var isGood: Bool

    package init(line: Int, text: String, answer: String, isGood: Bool) {
      self.line = line
      self.text = text
      self.answer = answer
      self.isGood = isGood
    }
  }

  /// What it was gone through for: `release 649bdfb`.
  package var subject: String
  package var answers: [Answer]

  package init(subject: String = "", answers: [Answer]) {
    self.subject = subject
    self.answers = answers
  }

  package var isGood: Bool { answers.allSatisfy(\.isGood) }
}

/// What happened to a checklist; its stream is `checklist-1`.
package enum ChecklistEvent: Hashable, Sendable {
  case written(ChecklistContent)
  case ran(ChecklistRun)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("checklist-written", 1): self = .written(try document.decoded())
    case ("checklist-ran", 1): self = .ran(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .written(let content): try .init("checklist-written", content)
    case .ran(let run): try .init("checklist-ran", run)
    }
  }
}

/// A checklist as its events add up.
package struct Checklist: Codable, Hashable, Sendable {
  /// How a line has done since it is there.
  package struct LineRecord: Codable, Hashable, Sendable {
    package var since: Instant
    package var askedCount = 0
    /// How often it stopped something.
    package var caughtCount = 0
    package var lastCaught: Instant?

    /// Whether it was asked often and never caught anything.
    package var asksToBeRetired: Bool { caughtCount == 0 && askedCount >= PostmortemLimits.quietRuns }
  }

  package struct Run: Codable, Hashable, Sendable {
    package var content: ChecklistRun
    package var at: Instant
    package var by: String
    package var version: Int64
  }

  package let number: Int
  package private(set) var version: Int64 = 0
  /// Of the event that wrote its lines as they are.
  package private(set) var writtenVersion: Int64 = 0
  package private(set) var content = ChecklistContent(process: "", title: Incident.erasedFacts.title, lines: [])
  package private(set) var lineNext = 1
  /// By the number of the line, those of retired lines too.
  package private(set) var records: [Int: LineRecord] = [:]
  /// The newest first, no more than a page shows.
  package private(set) var runs: [Run] = []
  package private(set) var runCount = 0

  package init(number: Int) { self.number = number }

  package mutating func apply(_ event: ChecklistEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .written(let content):
      self.content = content
      writtenVersion = stamp.version
      for line in content.lines {
        lineNext = max(lineNext, line.number + 1)
        if records[line.number] == nil { records[line.number] = LineRecord(since: stamp.recorded) }
      }
    case .ran(let run):
      runCount += 1
      runs.insert(Run(content: run, at: stamp.at, by: stamp.actor, version: stamp.version), at: 0)
      if runs.count > PostmortemLimits.checklistRunsShown { runs.removeLast() }
      for answer in run.answers {
        guard var record = records[answer.line] else { continue }
        record.askedCount += 1
        if !answer.isGood {
          record.caughtCount += 1
          record.lastCaught = stamp.at
        }
        records[answer.line] = record
      }
    }
  }

  /// Counts an event whose content is not known or was erased.
  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }

  /// With each line as a reader may see it.
  package func showing(_ line: (ChecklistLine) -> ChecklistLine) -> Checklist {
    var copy = self
    copy.content.lines = content.lines.map(line)
    return copy
  }
}
