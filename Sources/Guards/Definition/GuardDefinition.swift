/// A check that keeps proving that something stays true.
///
/// A value: it says what is checked and how, and knows nothing of when it ran.
package struct GuardDefinition: Hashable, Sendable, Codable {
  /// What commands and reports call it: a-z, 0-9 and dashes; see ``GuardLimits/nameCharactersMax``.
  package var name: String
  /// What must stay true, as a sentence.
  package var title: String
  /// The incident that must not come back, as people write it: `INC-1`.
  package var protects: String?
  /// The action that asked for this guard: `PM-1-A2`.
  package var action: String?
  /// What to do first when it is broken, in its author's words.
  package var next: String?
  /// Seconds between two runs on a server; nil where only commands and CI run it.
  package var everySeconds: Int?
  /// Seconds after which the check is given up; its outcome is then unknown.
  package var withinSeconds: Double
  package var severity: GuardSeverity
  package var kind: GuardKind
  /// Where it is declared; nil for one that no file declares.
  package var place: GuardPlace?

  package init(
    name: String, title: String, kind: GuardKind, protects: String? = nil, action: String? = nil, next: String? = nil,
    everySeconds: Int? = nil, withinSeconds: Double = GuardLimits.secondsUsual, severity: GuardSeverity = .error,
    place: GuardPlace? = nil
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.protects = protects
    self.action = action
    self.next = next
    self.everySeconds = everySeconds
    self.withinSeconds = withinSeconds
    self.severity = severity
    self.place = place
  }
}

/// A line of a file.
package struct GuardPlace: Hashable, Sendable, Codable, CustomStringConvertible {
  package var path: String
  /// From 1.
  package var line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  package var description: String { "\(path):\(line)" }
}

/// How much it matters that a guard is broken; the exit status does not depend on it.
package enum GuardSeverity: String, Sendable, Codable, CaseIterable {
  case warning, error
}
