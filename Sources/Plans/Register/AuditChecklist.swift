/// What an auditor asks of incident management and of readiness, and what the record shows for it.
///
/// Themes 5.24 to 5.30 of Annex A of ISO/IEC 27001:2022; questions and words are ours. It says what can be shown, not
/// that anybody complies.
package struct AuditChecklist: Hashable, Sendable {
  /// Numbers of the record that answer an auditor.
  package struct Numbers: Hashable, Sendable {
    package var planCount = 0
    package var readyCount = 0
    package var staleCount = 0
    package var rehearsedCount = 0
    package var drillCount = 0
    package var roleCount = 0
    package var rolesFilled = 0
    package var protocolCount = 0
    package var incidentCount = 0
    package var incidentsWithSeverity = 0
    package var incidentsWithPlan = 0
    package var updatesPublished = 0
    package var promisesKept = 0
    package var promisesDue = 0
    package var postmortemsFinal = 0
    package var postmortemsNeeded = 0
    package var actionsVerified = 0
    package var actionsOpen = 0
    package var evidenceFiles = 0
    package var nearMissCount = 0
    package var isChainVerified: Bool?
    package var planWithRecoveryTime = 0
    package var securityPlans = 0

    package init() {}
  }

  package enum State: String, Hashable, Sendable {
    case shown
    case partly
    case missing
  }

  package struct Line: Hashable, Sendable {
    package var question: String
    package var state: State
    /// What the record shows, with its numbers.
    package var evidence: String
  }

  package struct Theme: Hashable, Sendable {
    /// `5.24`.
    package var number: String
    package var title: String
    package var lines: [Line]
  }

  package let themes: [Theme]

  package init(_ numbers: Numbers) {
    themes = [
      Self.planning(numbers), Self.judging(numbers), Self.responding(numbers), Self.learning(numbers),
      Self.evidence(numbers), Self.disruption(numbers), Self.continuity(numbers),
    ]
  }

  private static func line(_ question: String, _ part: Int, of whole: Int, _ evidence: String) -> Line {
    let state: State = whole == 0 || part == 0 ? .missing : part < whole ? .partly : .shown
    return Line(question: question, state: state, evidence: evidence)
  }

  private static func planning(_ n: Numbers) -> Theme {
    Theme(
      number: "5.24", title: "Planning and preparing for incidents",
      lines: [
        line("Are there plans for what could hit us?", n.planCount, of: n.planCount, "\(n.planCount) plans in the register"),
        line(
          "Is it said who does what?", n.rolesFilled, of: n.roleCount,
          "\(n.rolesFilled) of \(n.roleCount) roles can be filled by somebody on the list"),
        line(
          "Is it said who is told, by whom and how soon?", n.protocolCount, of: n.protocolCount,
          "\(n.protocolCount) protocols by severity and audience"),
        line(
          "Are the plans played through?", n.rehearsedCount, of: n.planCount,
          "\(n.rehearsedCount) of \(n.planCount) plans played within a year; \(n.drillCount) drills on record"),
      ])
  }

  private static func judging(_ n: Numbers) -> Theme {
    Theme(
      number: "5.25", title: "Judging events, and deciding whether they are incidents",
      lines: [
        line(
          "Is each incident graded by agreed severities?", n.incidentsWithSeverity, of: n.incidentCount,
          "\(n.incidentsWithSeverity) of \(n.incidentCount) incidents have a severity"),
        line(
          "Are events that nearly were incidents reported?", n.nearMissCount, of: n.nearMissCount,
          "\(n.nearMissCount) near misses reported"),
      ])
  }

  private static func responding(_ n: Numbers) -> Theme {
    Theme(
      number: "5.26", title: "Responding to incidents",
      lines: [
        line(
          "Are incidents handled along a plan?", n.incidentsWithPlan, of: n.incidentCount,
          "a plan was followed in \(n.incidentsWithPlan) of \(n.incidentCount) incidents"),
        line(
          "Are people told when it was promised?", n.promisesKept, of: n.promisesDue,
          "\(n.promisesKept) of \(n.promisesDue) promised words came in time; \(n.updatesPublished) updates published"),
      ])
  }

  private static func learning(_ n: Numbers) -> Theme {
    Theme(
      number: "5.27", title: "Learning from incidents",
      lines: [
        line(
          "Is it written down what happened and why?", n.postmortemsFinal, of: n.postmortemsNeeded,
          "\(n.postmortemsFinal) of \(n.postmortemsNeeded) postmortems that are needed are final"),
        line(
          "Does it change something?", n.actionsVerified, of: n.actionsVerified + n.actionsOpen,
          "\(n.actionsVerified) actions verified, \(n.actionsOpen) open"),
      ])
  }

  private static func evidence(_ n: Numbers) -> Theme {
    let chain: Line =
      switch n.isChainVerified {
      case true?:
        Line(
          question: "Would a change to the record be noticed?", state: .shown,
          evidence: "the chain of hashes was verified when this was written")
      case false?:
        Line(
          question: "Would a change to the record be noticed?", state: .missing,
          evidence: "the chain of hashes does not verify: mayday verify says where")
      case nil:
        Line(
          question: "Would a change to the record be noticed?", state: .partly,
          evidence: "each event carries the hash of the one before; mayday verify checks it")
      }
    return Theme(
      number: "5.28", title: "Collecting evidence",
      lines: [
        line(
          "Is evidence kept with the incident?", n.evidenceFiles, of: n.evidenceFiles,
          "\(n.evidenceFiles) files of evidence, each with its SHA-256"), chain,
      ])
  }

  private static func disruption(_ n: Numbers) -> Theme {
    Theme(
      number: "5.29", title: "Security while things are disrupted",
      lines: [
        line(
          "Are there plans for attacks and leaks, with authorities among those told?", n.securityPlans,
          of: n.securityPlans, "\(n.securityPlans) plans with authorities or security among their roles and audiences")
      ])
  }

  private static func continuity(_ n: Numbers) -> Theme {
    Theme(
      number: "5.30", title: "Readiness of systems to go on",
      lines: [
        line(
          "Is it said how soon each service works again?", n.planWithRecoveryTime, of: n.planCount,
          "\(n.planWithRecoveryTime) of \(n.planCount) plans say how soon"),
        line(
          "Could one rely on the plans today?", n.readyCount, of: n.planCount,
          "\(n.readyCount) of \(n.planCount) plans are ready; \(n.staleCount) were to be read again"),
      ])
  }
}
