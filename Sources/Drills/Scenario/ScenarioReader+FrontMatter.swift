import Chronology
import Documents
import Findings
import Plans

extension ScenarioReader {
  mutating func readFrontMatter() {
    let head = document.frontMatter
    for problem in head.problems {
      object("scenario-front-matter", Self.point(problem.line, problem.column), problem.message, problem.hint)
    }
    scenario.plan = head["plan"]
    scenario.components = head.entry("components")?.values ?? []
    scenario.idea = (head.entry("idea")?.values ?? []).filter { !IdeaWords($0).isEmpty }
    if scenario.idea.count > DrillLimits.ideaPhrasesMax, let entry = head.entry("idea") {
      object(
        "scenario-front-matter", Self.span(entry),
        "'idea' has \(scenario.idea.count) phrases, more than \(DrillLimits.ideaPhrasesMax)",
        "Keep those that somebody would really write.")
      scenario.idea.removeLast(scenario.idea.count - DrillLimits.ideaPhrasesMax)
    }
    readSeverity()
    readMinutes()
    readStarts()
  }

  mutating func readName() {
    let made = PlanName.made(from: scenario.title)
    guard let entry = document.frontMatter.entry("scenario"), !entry.value.isEmpty else {
      scenario.name = made
      return
    }
    scenario.name = entry.value
    guard !PlanName.isValid(entry.value) else { return }
    object(
      "scenario-front-matter", Self.span(entry), "'scenario' is '\(entry.value)', which names nothing",
      "Use up to \(PlanLimits.nameScalarsMax) lower-case letters, digits and hyphens: sunday-certificate.")
    scenario.name = PlanName.made(from: entry.value)
  }

  /// `SEV2`, `sev-2` and `2` are 2.
  private mutating func readSeverity() {
    guard let entry = document.frontMatter.entry("severity"), !entry.value.isEmpty else { return }
    let word = entry.value.lowercased()
    let digits = (word.hasPrefix("sev") ? word.dropFirst(3) : word[...]).drop { " -".contains($0) }
    scenario.severity = Int(digits).flatMap { (1...9).contains($0) ? $0 : nil }
    if scenario.severity == nil {
      object(
        "scenario-front-matter", Self.span(entry), "'severity' is '\(entry.value)', which is no level",
        "Write it as SEV2.")
    }
  }

  private mutating func readMinutes() {
    guard let entry = document.frontMatter.entry("minutes"), !entry.value.isEmpty else { return }
    scenario.minutes = Int(entry.value) ?? PlanDuration.seconds(entry.value).map { ($0 + 59) / 60 }
    if let minutes = scenario.minutes, (1...DrillLimits.minutesMax).contains(minutes) { return }
    let reason =
      scenario.minutes == nil ? "which is no number" : "outside of 1 to \(DrillLimits.minutesMax)"
    object(
      "scenario-front-matter", Self.span(entry), "'minutes' is '\(entry.value)', \(reason)",
      "Write how many minutes it is played: 30.")
    scenario.minutes = nil
  }

  private mutating func readStarts() {
    guard let entry = document.frontMatter.entry("starts"), !entry.value.isEmpty else { return }
    scenario.starts = Instant(rfc3339: entry.value)
    guard scenario.starts == nil else { return }
    object(
      "scenario-front-matter", Self.span(entry), "'starts' is '\(entry.value)', which is no instant",
      "Write when the story begins with its zone: 2027-03-07T08:06:00Z.")
  }

  static func span(_ entry: FrontMatter.Entry) -> TextSpan { point(entry.line, entry.column) }
}
