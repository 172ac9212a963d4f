package import Chronology
package import Findings
package import Incidents
package import Plans
package import Schemas
import WireSchemas

/// A plan as the register shows it.
package struct PlanEntryAnswer: Codable, Hashable, Sendable {
  package var name: String
  package var title: String
  package var likelihood: Likelihood?
  package var impact: PlanImpact?
  /// From 1 to 9.
  package var risk: Int
  package var readiness: PlanRegister.Readiness
  package var errorCount: Int
  package var warningCount: Int
  /// What stands most in the way.
  package var mainFinding: String?
  package var stepCount: Int
  package var reviewBy: CivilDate?
  package var lastPlayed: CivilDate?
  package var lastPlayedWords: String?
  /// Number of that drill.
  package var lastDrill: Int?
  /// Why the plan did not hold in it.
  package var shortfall: String?

  package init(_ entry: PlanRegister.Entry) {
    name = entry.name
    title = entry.title
    likelihood = entry.likelihood
    impact = entry.impact
    risk = entry.risk
    readiness = entry.readiness
    errorCount = entry.errorCount
    warningCount = entry.warningCount
    mainFinding = entry.mainFinding
    stepCount = entry.stepCount
    reviewBy = entry.reviewBy
    lastPlayed = entry.lastPlayed
    lastPlayedWords = entry.lastPlayedWords
    lastDrill = entry.lastDrill
    shortfall = entry.shortfall
  }

  package static let schema = Schema.object(
    [
      .required("name", WireSchema.anyText), .required("title", WireSchema.anyText),
      .optional("likelihood", .choice(of: Likelihood.self)), .optional("impact", .choice(of: PlanImpact.self)),
      .required("risk", WireSchema.count.noted("From 1 to 9; what nobody judged counts as the middle.")),
      .required("readiness", .choice(of: PlanRegister.Readiness.self)), .required("errorCount", WireSchema.count),
      .required("warningCount", WireSchema.count), .optional("mainFinding", WireSchema.anyText),
      .required("stepCount", WireSchema.count), .optional("reviewBy", WireSchema.anyText),
      .optional("lastPlayed", WireSchema.anyText), .optional("lastPlayedWords", WireSchema.anyText),
      .optional("lastDrill", WireSchema.count.noted("Number of the drill in which it was played last.")),
      .optional("shortfall", WireSchema.anyText.noted("Why the plan did not hold in it; absent where it did.")),
    ], name: "PlanEntry")

  package static let listSchema = Schema.object(
    [.required("items", .list(of: schema, max: PlanLimits.plansMax))], name: "PlanList")
}

extension PlanRegister.Readiness: Codable {}

/// A plan with its text, its steps, and what the check finds.
package struct PlanAnswer: Codable, Hashable, Sendable {
  package var entry: PlanEntryAnswer
  package var text: String
  package var steps: [FollowedStep]
  package var findings: [Finding]
  package var origin: String?
  /// Why it is kept no longer.
  package var retired: String?
  package var versions: [TextRecord.Version]
  package var version: Int64

  package init(_ record: TextRecord, plan: Plan, findings: [Finding], entry: PlanRegister.Entry) {
    self.entry = PlanEntryAnswer(entry)
    text = record.text
    steps = plan.followed(version: record.writtenVersion).steps
    self.findings = findings
    origin = record.origin
    retired = record.retired
    versions = record.versions
    version = record.version
  }

  package static let schema = Schema.object(
    [
      .required("entry", PlanEntryAnswer.schema), .required("text", WireSchema.anyDocument),
      .required("steps", .list(of: FollowedPlanSchemas.step, max: IncidentLimits.planStepsMax)),
      .required("findings", .list(of: WireSchema.finding, max: 10_000)),
      .optional("origin", WireSchema.anyText), .optional("retired", WireSchema.anyText),
      .required("versions", .list(of: PlanVersionAnswer.saved, max: 100_000)),
      .required("version", WireSchema.version),
    ], name: "Plan")
}

/// A plan's text as it was saved once.
package struct PlanVersionAnswer: Codable, Hashable, Sendable {
  package var saved: TextRecord.Version
  package var text: String
  /// As it is now.
  package var present: String

  package init(saved: TextRecord.Version, text: String, present: String) {
    self.saved = saved
    self.text = text
    self.present = present
  }

  static let saved = Schema.object([
    .required("version", WireSchema.version), .required("at", .instant), .required("by", WireSchema.anyText),
    .required("note", WireSchema.anyText),
  ])

  package static let schema = Schema.object(
    [
      .required("saved", saved), .required("text", WireSchema.anyDocument),
      .required("present", WireSchema.anyDocument.noted("The text as it is now.")),
    ], name: "PlanVersion")
}

/// What the check finds in a text that is still being written.
package struct PlanCheckAnswer: Codable, Hashable, Sendable {
  package var title: String
  package var stepCount: Int
  package var findings: [Finding]

  package init(title: String, stepCount: Int, findings: [Finding]) {
    self.title = title
    self.stepCount = stepCount
    self.findings = findings
  }

  package static let schema = Schema.object(
    [
      .required("title", WireSchema.anyText), .required("stepCount", WireSchema.count),
      .required("findings", .list(of: WireSchema.finding, max: 10_000)),
    ], name: "PlanCheck")
}

/// Schemas of plans within an incident.
package enum FollowedPlanSchemas {
  static let step = Schema.object(
    [
      .required("number", WireSchema.anyText), .required("task", WireSchema.anyText),
      .required("responsible", .list(of: WireSchema.anyText, max: 1000)), .optional("result", WireSchema.anyText),
      .optional("withinSeconds", WireSchema.count),
      .required("after", .list(of: WireSchema.anyText, max: PlanLimits.predecessorsMax)),
      .optional("fallback", WireSchema.anyText),
    ], name: "PlanStep")
}

/// A plan that an incident follows.
package struct FollowedPlanAnswer: Codable, Hashable, Sendable {
  package struct Step: Codable, Hashable, Sendable {
    package var step: FollowedStep
    package var state: StepTicked.State
    /// What one saw; what was done instead; why it was left out.
    package var words: String
    package var changed: Instant?
    package var by: String?
    /// By when it was to be done; absent where that is not known.
    package var due: Instant?
    /// Whether it can be done now.
    package var isNext: Bool
    /// Those whom the plan names, as they stand in the incident now.
    package var people: [StepPerson]
  }

  /// Somebody whom the plan calls.
  package struct Contact: Codable, Hashable, Sendable {
    package var name: String
    package var way: String?
    package var purpose: String
  }

  /// Words that the plan holds ready, with blanks between ⟨ and ⟩.
  package struct Words: Codable, Hashable, Sendable {
    package var title: String
    package var audiences: [Audience]
    package var text: String
  }

  /// Within the incident.
  package var number: Int
  package var plan: String
  package var title: String
  /// Of the plan whose steps these are; it may have been written anew since.
  package var planVersion: Int64
  package var begun: Instant
  package var by: String
  package var steps: [Step]
  package var openCount: Int
  /// Why it is followed no longer.
  package var dropped: String?
  /// Whom to call, as the plan had it when it was taken.
  package var contacts: [Contact]
  package var words: [Words]
  /// How one recognises that it is this: Markdown.
  package var signs: String

  /// `taken` is the plan as it was when the incident began to follow it; nil where that is not known any more.
  package init(
    _ plan: IncidentPlan, of incident: Incident, policy: Policy, calls: CallList = CallList(), taken: Plan? = nil
  ) {
    let next = Set(plan.next.map(\.content.number))
    number = plan.number
    self.plan = plan.content.plan
    title = plan.content.title
    planVersion = plan.content.planVersion
    begun = plan.begun
    by = plan.by
    steps = plan.steps.map { step in
      Step(
        step: step.content, state: step.state, words: step.words, changed: step.changed, by: step.by,
        due: plan.due(step), isNext: next.contains(step.content.number),
        people: step.content.responsible.map { StepPerson($0, in: incident, policy: policy, calls: calls) })
    }
    openCount = plan.openCount
    dropped = plan.dropped
    contacts = (taken?.contacts ?? []).map { Contact(name: $0.name, way: $0.way, purpose: $0.purpose) }
    words = (taken?.words ?? []).map { words in
      Words(title: words.title, audiences: Audience.allCases.filter(words.audiences.contains), text: words.text)
    }
    signs = taken?.signs ?? ""
  }

  package static let schema = Schema.object(
    [
      .required("number", WireSchema.count), .required("plan", WireSchema.anyText),
      .required("title", WireSchema.anyText), .required("planVersion", WireSchema.version),
      .required("begun", .instant), .required("by", WireSchema.anyText),
      .required(
        "steps",
        .list(
          of: .object([
            .required("step", FollowedPlanSchemas.step), .required("state", .choice(of: StepTicked.State.self)),
            .required("words", WireSchema.anyText), .optional("changed", .instant),
            .optional("by", WireSchema.anyText), .optional("due", .instant), .required("isNext", .flag),
            .required("people", .list(of: CallSchemas.stepPerson, max: 1000)),
          ]), max: IncidentLimits.planStepsMax)), .required("openCount", WireSchema.count),
      .optional("dropped", WireSchema.anyText),
      .required(
        "contacts",
        .list(
          of: .object([
            .required("name", WireSchema.anyText), .optional("way", WireSchema.anyText),
            .required("purpose", WireSchema.anyText),
          ]), max: PlanLimits.contactsMax)),
      .required(
        "words",
        .list(
          of: .object([
            .required("title", WireSchema.anyText),
            .required("audiences", .list(of: .choice(of: Audience.self), max: Audience.allCases.count)),
            .required("text", WireSchema.anyDocument),
          ]), max: PlanLimits.wordsMax)),
      .required("signs", WireSchema.anyDocument),
    ], name: "FollowedPlan")
}

/// The plans of an incident, and those that may fit it.
package struct IncidentPlansAnswer: Codable, Hashable, Sendable {
  package struct Proposal: Codable, Hashable, Sendable {
    package var plan: String
    package var title: String
    /// In words: why it may fit.
    package var reasons: [String]

    package init(plan: String, title: String, reasons: [String]) {
      self.plan = plan
      self.title = title
      self.reasons = reasons
    }
  }

  /// A plan that can be followed, whether it fits or not.
  package struct Offer: Codable, Hashable, Sendable {
    package var plan: String
    package var title: String
    package var owner: String?

    package init(plan: String, title: String, owner: String?) {
      self.plan = plan
      self.title = title
      self.owner = owner
    }
  }

  package var items: [FollowedPlanAnswer]
  package var proposals: [Proposal]
  /// All that can be followed, by who keeps them.
  package var others: [Offer]
  /// Of the incident.
  package var version: Int64

  package init(items: [FollowedPlanAnswer], proposals: [Proposal], others: [Offer], version: Int64) {
    self.items = items
    self.proposals = proposals
    self.others = others
    self.version = version
  }

  package static let schema = Schema.object(
    [
      .required("items", .list(of: FollowedPlanAnswer.schema, max: IncidentLimits.plansMax)),
      .required(
        "proposals",
        .list(
          of: .object([
            .required("plan", WireSchema.anyText), .required("title", WireSchema.anyText),
            .required("reasons", .list(of: WireSchema.anyText, max: 20)),
          ]), max: 20)),
      .required(
        "others",
        .list(
          of: .object([
            .required("plan", WireSchema.anyText), .required("title", WireSchema.anyText),
            .optional("owner", WireSchema.anyText),
          ]), max: PlanLimits.plansMax)), .required("version", WireSchema.version),
    ], name: "IncidentPlans")
}
