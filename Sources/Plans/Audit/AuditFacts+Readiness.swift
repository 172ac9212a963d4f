import Chronology
import Incidents

/// What is asked of plans, roles and words before anything happens: 5.24, 5.29, 5.30.
extension AuditFacts {
  private typealias Line = AuditChecklist.Line

  var planning: AuditChecklist.Control {
    AuditChecklist.Control(
      number: "5.24", title: "Planning and preparing", lines: [written, filled, agreed, played],
      notShown: [
        "Whether people were trained in other ways, and whether they find a plan when it comes.",
        "Whether there are people and hours enough to do what the plans ask.",
      ])
  }

  private var written: Line {
    let reviewed = plans.filter { $0.entry.reviewBy.map { $0 >= today } ?? false }
    let faulty = plans.filter { $0.entry.readiness == .faulty }
    let sound = reviewed.filter { ![.faulty, .missing].contains($0.entry.readiness) }
    return Line(
      "Is there a plan for what could hit us, and does somebody read it again?",
      plans.isEmpty ? .missing : sound.count < plans.count ? .partly : .shown,
      plans.isEmpty
        ? "The register holds no plan."
        : "The register holds \(AuditWords.count(plans.count, "plan")), the greatest risk first. With a day ahead on "
          + "which it is read again: \(reviewed.count).",
      missing: [
        AuditWords.naming("Without steps", names { $0.entry.readiness == .missing }),
        AuditWords.naming(
          "Would let people down as they stand",
          faulty.map { kept in kept.record.name + (kept.entry.mainFinding.map { " (\($0))" } ?? "") }),
        AuditWords.naming(
          "The day to be read again has passed", names { $0.entry.reviewBy.map { $0 < today } ?? false }),
        AuditWords.naming("No day to be read again", names { $0.entry.reviewBy == nil }),
      ].compactMap(\.self),
      proofs: plans.map { kept in
        let last = kept.record.versions.last.map { ", last on \(CivilDate($0.at))" } ?? ""
        let review = kept.entry.reviewBy.map { "; to be read again by \($0)" } ?? ""
        return proof(
          kept,
          "\(AuditWords.count(kept.plan.steps.count, "step")); saved "
            + "\(AuditWords.count(kept.record.versions.count, "time"))\(last)\(review)")
      })
  }

  private var filled: Line {
    let needed = covers.filter(\.isNeeded)
    let able = needed.filter { !$0.able.isEmpty }
    let several = able.filter { $0.able.count > 1 }
    return Line(
      "Is it said who does what, who can, and who is next?",
      able.isEmpty ? .missing : several.count < needed.count ? .partly : .shown,
      "\(AuditWords.count(needed.count, "role is", "roles are")) called for, each with a card that says what whoever has it "
        + "does; \(able.count) can be filled, \(several.count) of them by more than one person.",
      missing: [
        AuditWords.naming("Nobody can fill", needed.filter { $0.able.isEmpty }.map(\.role.name)),
        AuditWords.naming("Hangs on one person", able.filter { $0.able.count == 1 }.map(\.role.name)),
        AuditWords.naming(
          "Has days within three months on which nobody can", needed.filter { !$0.gaps.isEmpty }.map(\.role.name)),
      ].compactMap(\.self))
  }

  private var agreed: Line {
    let spoken = Set(policy.protocols.map(\.audience))
    let planned = plans.flatMap(\.plan.communications).map { $0.audience.lowercased() }
    let silent = Audience.allCases.filter { audience in
      !spoken.contains(audience) && !planned.contains { $0.contains(audience.rawValue) }
    }
    let approved = policy.protocols.count { $0.approval == .secondPerson }
    return Line(
      "Is it said who is told, by whom, how soon and how often?",
      policy.protocols.isEmpty ? .missing : silent.isEmpty ? .shown : .partly,
      "\(AuditWords.count(policy.protocols.count, "agreement")) by severity and audience; a second person agrees before "
        + "a word goes out in \(approved) of them. "
        + "\(AuditWords.count(plans.count { !$0.plan.communications.isEmpty }, "plan says", "plans say")) it for their "
        + "own case.",
      missing: [AuditWords.naming("Neither the policy nor a plan speaks to", silent.map(\.rawValue))].compactMap(\.self)
    )
  }

  private var played: Line {
    let recent = plans.filter(wasPlayed)
    let drills =
      drillCount == 0
      ? nil : "\(AuditWords.count(drillCount, "drill was", "drills were")) led like an incident in these days."
    return Line(
      "Are the plans played through?", plans.isEmpty ? .missing : .of(recent.count, plans.count),
      AuditWords.text("Played within a year: \(AuditWords.share(recent.count, plans.count, "plans")).", drills),
      missing: [
        AuditWords.naming("Never played", names { $0.entry.lastPlayed == nil }),
        AuditWords.naming(
          "Last played more than a year ago", names { $0.entry.lastPlayed != nil && !wasPlayed($0) }),
      ].compactMap(\.self), proofs: plans.filter { $0.entry.lastPlayed != nil }.map { proof($0, playedWords($0)) })
  }

  var disruption: AuditChecklist.Control {
    let attacks = plans.filter { kept in
      kept.plan.namedRoles.contains("security")
        || kept.plan.communications.contains { $0.audience.lowercased().contains(Audience.authorities.rawValue) }
    }
    let telling = attacks.filter { kept in
      kept.plan.communications.contains {
        $0.audience.lowercased().contains(Audience.authorities.rawValue) && $0.firstWithinSeconds != nil
      }
    }
    let closed = incidents.filter(\.isPrivate)
    return AuditChecklist.Control(
      number: "5.29", title: "Staying secure while things are disrupted",
      lines: [
        Line(
          "Is there a plan for attacks and leaks, with whom to tell and by when?",
          attacks.isEmpty ? .missing : telling.isEmpty || !attacks.allSatisfy(wasPlayed) ? .partly : .shown,
          "Calling on security or speaking to authorities: \(AuditWords.share(attacks.count, plans.count, "plans")). Saying "
            + "within which time authorities are told: \(telling.count).",
          missing: [
            AuditWords.naming(
              "Not played within a year", attacks.filter { !wasPlayed($0) }.map(\.record.name))
          ].compactMap(\.self), proofs: attacks.map { proof($0, playedWords($0)) }),
        Line(
          "Does what only few may know of stay with them?", closed.isEmpty ? .noOccasion : .shown,
          closed.isEmpty
            ? "An incident can be open to named people alone; none of these days that you may see was."
            : "\(AuditWords.count(closed.count, "incident was", "incidents were")) open to named people alone; it is "
              + "counted here because you are one of them.",
          proofs: closed.map { proof($0, "open to named people alone") }),
      ],
      notShown: [
        "Whether sign-in, encryption and monitoring hold while systems run in an emergency way: that is seen on them."
      ])
  }

  var continuity: AuditChecklist.Control {
    let timed = plans.filter { $0.plan.recoverWithinSeconds != nil }
    let recent = timed.filter { kept in
      wasPlayed(kept) || real.contains { $0.plans.contains { $0.plan == kept.record.name } }
    }
    let late = timed.filter { kept in
      guard let within = kept.plan.recoverWithinSeconds, let steps = longest(kept.plan) else { return false }
      return steps > within
    }
    return AuditChecklist.Control(
      number: "5.30", title: "Being ready to go on",
      lines: [
        Line(
          "Is it said how soon each service works again, and do the steps fit into that time?",
          plans.isEmpty || timed.isEmpty ? .missing : timed.count < plans.count || !late.isEmpty ? .partly : .shown,
          "Said in \(AuditWords.share(timed.count, plans.count, "plans")).",
          missing: [
            AuditWords.naming("Does not say how soon", names { $0.plan.recoverWithinSeconds == nil }),
            AuditWords.naming("Its steps take longer than it says", late.map(\.record.name)),
          ].compactMap(\.self), proofs: timed.map { proof($0, timeWords($0)) }),
        Line(
          "Was it shown, in a drill or when it came?",
          timed.isEmpty ? .missing : .of(recent.count, timed.count),
          "Played within a year, or followed in an incident of these days: "
            + "\(AuditWords.share(recent.count, timed.count, "plans with such a time")).",
          missing: [
            AuditWords.naming(
              "Neither played within a year nor followed",
              timed.filter { kept in !recent.contains { $0.record.name == kept.record.name } }.map(\.record.name))
          ].compactMap(\.self), proofs: timed.compactMap(cameTrue)),
      ],
      notShown: [
        "Whether copies of data, spare capacity and second places are there as the plans assume: a test of restoring shows "
          + "it, and can be kept here as evidence."
      ])
  }

  // MARK: Words on a plan

  private func names(_ isMeant: (KeptPlan) -> Bool) -> [String] { plans.filter(isMeant).map(\.record.name) }

  private func proof(_ kept: KeptPlan, _ words: String) -> AuditChecklist.Proof {
    AuditChecklist.Proof(kind: .plan, name: kept.record.name, title: kept.plan.title, words: words)
  }

  private func playedWords(_ kept: KeptPlan) -> String {
    guard let last = kept.entry.lastPlayed else { return "never played" }
    return "last played on \(last)" + (kept.entry.lastPlayedWords.map { ": \($0)" } ?? "")
  }

  /// Seconds to the end of the last step, where every step says how long it may take.
  private func longest(_ plan: Plan) -> Int? {
    guard !plan.steps.isEmpty, plan.steps.allSatisfy({ $0.withinSeconds != nil }) else { return nil }
    return StepGraph(plan.steps).ends(seconds: plan.steps.map(\.withinSeconds))?.max()
  }

  private func timeWords(_ kept: KeptPlan) -> String {
    let within = PlanDuration.words(seconds: kept.plan.recoverWithinSeconds ?? 0)
    let steps = longest(kept.plan).map { "; its steps may take \(PlanDuration.words(seconds: $0))" } ?? ""
    return "works again within \(within)\(steps)"
  }

  /// What it took when it was played, or when it came.
  private func cameTrue(_ kept: KeptPlan) -> AuditChecklist.Proof? {
    let took = real.compactMap { incident -> String? in
      guard let followed = incident.plans.first(where: { $0.plan == kept.record.name }), let well = incident.wellAgain,
        well > followed.begun
      else { return nil }
      return "\(incident.name) took \(PlanDuration.words(seconds: Int(well.seconds(since: followed.begun))))"
    }
    guard !took.isEmpty || kept.entry.lastPlayed != nil else { return nil }
    return proof(
      kept,
      ([timeWords(kept)] + (kept.entry.lastPlayed == nil ? [] : [playedWords(kept)]) + took).joined(separator: "; "))
  }
}
