import Chronology
import Incidents

/// What is asked of what happened, and of what was made of it: 5.25 to 5.28.
extension AuditFacts {
  private typealias Line = AuditChecklist.Line

  func proof(_ incident: AuditIncident, _ words: String) -> AuditChecklist.Proof {
    AuditChecklist.Proof(kind: .incident, name: incident.name, title: incident.title, words: words)
  }

  private func after(_ seconds: Double?) -> String {
    seconds.map { $0 < 60 ? "within a minute" : "after \(PlanDuration.words(seconds: Int($0)))" }
      ?? "at a time not known"
  }

  var judging: AuditChecklist.Control {
    let graded = real.filter { $0.severity != nil }
    let dismissed = incidents.filter { [.declined, .cancelled, .merged].contains($0.state) }
    return AuditChecklist.Control(
      number: "5.25", title: "Judging what was noticed",
      lines: [
        Line(
          "Is each incident graded, by what was agreed on, and is it on record when?", .of(graded.count, real.count),
          AuditWords.text(
            "Graded with one of \(AuditWords.count(policy.severities.count, "agreed severity", "agreed severities")): "
              + "\(AuditWords.share(graded.count, real.count, "incidents")).",
            AuditWords.spread(
              "From the declaration to the severity that it has", graded.compactMap { $0.seconds(to: $0.graded) })),
          missing: [AuditWords.naming("Without a severity", real.filter { $0.severity == nil }.map(\.name))]
            .compactMap(\.self),
          proofs: graded.reversed().map { incident in
            proof(incident, "\(incident.severity ?? ""), \(after(incident.seconds(to: incident.graded)))")
          }),
        Line(
          "Is it on record what was looked at and turned out to be none?",
          dismissed.isEmpty ? .noOccasion : .shown,
          dismissed.isEmpty
            ? "Nothing was declined, called off or joined to another in these days."
            : "\(AuditWords.count(dismissed.count, "was", "were")) declined, called off or joined to another, with the "
              + "reason.", proofs: dismissed.reversed().map { proof($0, $0.state.rawValue) }),
        Line(
          "Is it told what nearly went wrong?", nearMissCount == 0 ? .noOccasion : .shown,
          nearMissCount == 0
            ? "No near miss was told in these days: none happened, or none was told."
            : "\(AuditWords.count(nearMissCount, "near miss was", "near misses were")) told in these days."),
      ], notShown: ["Whether everything that should have been noticed was noticed."])
  }

  var responding: AuditChecklist.Control {
    AuditChecklist.Control(
      number: "5.26", title: "Responding", lines: [led, followed, told, ended],
      notShown: ["Whether a decision was right; the record shows what was known when it was made."])
  }

  private var led: Line {
    let led = real.filter { $0.led != nil }
    return Line(
      "Did somebody lead, and how soon?", .of(led.count, real.count),
      AuditWords.text(
        "Somebody led \(AuditWords.share(led.count, real.count, "incidents")).",
        AuditWords.spread("From the declaration", led.compactMap { $0.seconds(to: $0.led) })),
      missing: [AuditWords.naming("Nobody led", real.filter { $0.led == nil }.map(\.name))].compactMap(\.self))
  }

  private var followed: Line {
    let following = real.filter { !$0.plans.isEmpty }
    let all = following.flatMap(\.plans)
    func sum(_ part: (AuditIncident.Followed) -> Int) -> Int { all.reduce(0) { $0 + part($1) } }
    return Line(
      "Was a plan at hand, and is it on record what became of its steps?", .of(following.count, real.count),
      AuditWords.text(
        "A plan was followed in \(AuditWords.share(following.count, real.count, "incidents")).",
        all.isEmpty
          ? nil
          : "Steps done: \(sum(\.done)); done another way: \(sum(\.replaced)); left out with the reason: "
            + "\(sum(\.skipped)); not ticked: \(sum(\.open))."),
      missing: [AuditWords.naming("Followed none", real.filter(\.plans.isEmpty).map(\.name))].compactMap(\.self),
      proofs: following.reversed().map { incident in
        proof(
          incident,
          incident.plans.map { plan in
            "\(plan.plan): \(plan.done + plan.replaced + plan.skipped) of "
              + "\(AuditWords.count(plan.done + plan.replaced + plan.skipped + plan.open, "step")) answered"
          }.joined(separator: "; "))
      })
  }

  private var told: Line {
    let updates = real.reduce(0) { $0 + $1.updateCount }
    let missed = real.reduce(0) { $0 + $1.missedCount }
    let kept = real.count { $0.missedCount == 0 && $0.updateCount > 0 }
    return Line(
      "Were people told, and when it was promised?",
      real.isEmpty ? .noOccasion : updates == 0 ? .missing : missed > 0 ? .partly : .shown,
      "\(AuditWords.count(updates, "update")) went out. Every word that was due came in time in "
        + "\(AuditWords.share(kept, real.count, "incidents")); \(AuditWords.count(missed, "word")) came late or not at all.",
      missing: [
        AuditWords.naming(
          "A word was late", real.filter { $0.missedCount > 0 }.map { "\($0.name) (\($0.missedCount))" }),
        AuditWords.naming("Nobody was told anything", real.filter { $0.updateCount == 0 }.map(\.name)),
      ].compactMap(\.self))
  }

  private var ended: Line {
    let over = real.filter { !$0.state.isRunning }
    let timed = over.filter { $0.wellAgain != nil }
    return Line(
      "Is it on record when those affected were well again?", .of(timed.count, over.count),
      AuditWords.text(
        "That instant is known of \(AuditWords.share(timed.count, over.count, "incidents that are over")).",
        AuditWords.spread("From the declaration", timed.compactMap { $0.seconds(to: $0.wellAgain) })),
      missing: [AuditWords.naming("Without it", over.filter { $0.wellAgain == nil }.map(\.name))].compactMap(\.self))
  }

  var learning: AuditChecklist.Control {
    AuditChecklist.Control(
      number: "5.27", title: "Learning", lines: [explained, changed, watched],
      notShown: ["Whether the lessons reached those who were not there."])
  }

  private var explained: Line {
    let needed = real.filter { !$0.state.isRunning && $0.needsPostmortem }
    func postmortem(_ incident: AuditIncident) -> Postmortem? { postmortems.first { $0.incident == incident.number } }
    let final = needed.filter { postmortem($0)?.isFinal ?? false }
    return Line(
      "Is it written down what happened and why, where it was agreed that it should be?",
      .of(final.count, needed.count),
      "Final: \(AuditWords.share(final.count, needed.count, "postmortems")) that the policy asks for.",
      missing: [
        AuditWords.naming("None was begun", needed.filter { postmortem($0) == nil }.map(\.name)),
        AuditWords.naming("Not final yet", needed.compactMap(postmortem).filter { !$0.isFinal }.map(\.name)),
      ].compactMap(\.self),
      proofs: postmortems.reversed().map { known in
        AuditChecklist.Proof(
          kind: .postmortem, name: known.name, title: known.title,
          words: (known.isFinal ? "final" : "not final yet") + (known.incident.map { ", of INC-\($0)" } ?? ""))
      })
  }

  private var changed: Line {
    func sum(_ part: (Postmortem) -> Int) -> Int { postmortems.reduce(0) { $0 + part($1) } }
    let (verified, done, open) = (sum(\.verifiedCount), sum(\.doneCount), sum(\.openCount))
    return Line(
      "Did it change something, and was that shown?", .of(verified, verified + done + open),
      "\(AuditWords.count(verified + done + open, "action")): \(verified) verified, \(done) done and not verified yet, "
        + "\(open) open, of which \(sum(\.overdueCount)) past their day.",
      missing: [
        AuditWords.naming("Has actions past their day", postmortems.filter { $0.overdueCount > 0 }.map(\.name))
      ].compactMap(\.self),
      proofs: postmortems.reversed().compactMap { known in
        let all = known.verifiedCount + known.doneCount + known.openCount
        guard all > 0 else { return nil }
        return AuditChecklist.Proof(
          kind: .postmortem, name: known.name, title: known.title,
          words: "\(known.verifiedCount) of \(AuditWords.count(all, "action")) verified")
      })
  }

  private var watched: Line {
    Line(
      "Does something keep watch that a lesson holds?",
      guardCount == 0 ? .missing : guardsHolding < guardCount ? .partly : .shown,
      guardCount == 0
        ? "No guard is declared."
        : "\(AuditWords.count(guardCount, "guard keeps", "guards keep")) checking; by the newest result, of these hold: "
          + "\(guardsHolding).")
  }

  var evidence: AuditChecklist.Control {
    let kept = real.filter { $0.evidenceCount > 0 }
    let files = kept.reduce(0) { $0 + $1.evidenceCount }
    return AuditChecklist.Control(
      number: "5.28", title: "Keeping evidence",
      lines: [
        Line(
          "Is evidence kept with the incident, so that a change to it would show?", .of(kept.count, real.count),
          "\(AuditWords.count(files, "file")), each with its size and its SHA-256, of "
            + "\(AuditWords.share(kept.count, real.count, "incidents")).",
          missing: [AuditWords.naming("No file is kept", real.filter { $0.evidenceCount == 0 }.map(\.name))]
            .compactMap(\.self),
          proofs: kept.reversed().map { proof($0, AuditWords.count($0.evidenceCount, "file")) }), chain,
      ],
      notShown: [
        "Who had the files in hand before they came here, and what was kept elsewhere."
      ])
  }

  private var chain: Line {
    let newest = head.map { head in
      let at = head.recorded.map { ", recorded \($0.rfc3339)" } ?? ""
      return "The newest event is number \(head.eventCount)\(at); its hash is \(head.hash)."
    }
    return Line(
      "Would a change to the record itself show?", .partly,
      AuditWords.text(
        "Nothing is overwritten: every event carries the hash of the one before, and what was erased leaves a mark.",
        newest),
      missing: [
        "This list does not walk the chain: run ‘mayday record verify’ on the day, and keep what it prints where nobody can "
          + "change it."
      ])
  }
}
