import PageKit
import Postmortems

extension ActionForm {
  /// Several boxes under one name, which stands once for each that is ticked.
  func ticks(
    _ name: String, _ legend: String, _ options: [(value: String, words: HTML)], chosen: Set<String> = []
  ) -> HTML {
    let chosen = outcome.map { outcome in Set(outcome.fields.filter { $0.name == name }.map(\.value)) } ?? chosen
    return Tag.fieldset(.class("ticks")) {
      Tag.legend { legend }
      for (offset, option) in options.enumerated() {
        let id = "\(self.name)-\(name)-\(offset)"
        Tag.label(.class("tick"), .set("for", id)) {
          Tag.input(
            .set("type", "checkbox"), .id(id), .set("name", name), .set("value", option.value),
            chosen.contains(option.value) ? .set("checked", "") : nil)
          Tag.span { option.words }
        }
      }
    }
  }

  /// A list, one element on each line.
  func list(_ field: String, _ label: String, _ values: [String], hint: String? = nil) -> HTML {
    self.field(
      field, label, .lines, value: values.joined(separator: "\n"),
      hint: [hint, "One on each line."].compactMap(\.self).joined(separator: " "))
  }
}

/// A text by which a part is known in a line: its first words, cut between two of them.
enum FirstWords {
  private static let charactersMax = 60

  static func of(_ text: String) -> String {
    guard text.count > charactersMax else { return text }
    let start = text.prefix(charactersMax)
    return (start.lastIndex(where: \.isWhitespace).map { start[..<$0] } ?? start) + " …"
  }
}

/// The fields of an action.
struct ActionFields: Sendable {
  let postmortem: Postmortem
  let form: ActionForm
  var content: ActionContent?
  /// The factor for which a new one is begun.
  var factor: Int?

  var html: HTML {
    .joined([
      form.field(
        "text", "What will be different, and where", .lines, value: content?.text ?? "",
        hint: "Like: the deploy job compares the build on all hosts and stops at a difference.", isRequired: true,
        lengthMax: PostmortemLimits.partScalarsMax),
      Tag.div(.class("field-row")) {
        form.field("kind", "What it does", .choice(ActionKind.choices), value: (content?.kind ?? .prevent).rawValue)
        form.field("term", "How soon", .choice(ActionTerm.choices), value: (content?.term ?? .immediate).rawValue)
        form.field("owner", "Owner", value: content?.owner ?? "", lengthMax: 80)
        form.field(
          "due", "Due", .line(type: "date"), value: content?.due.map { "\($0)" } ?? "",
          hint: content == nil ? "Left empty: the day that the policy gives." : nil)
      },
      form.field(
        "verification", "What will show that it works", .lines, value: content?.verification ?? "",
        lengthMax: PostmortemLimits.partScalarsMax),
      postmortem.factors.isEmpty
        ? .empty
        : form.ticks(
          "factors", "Which factors it answers",
          postmortem.factors.map { ("\($0.number)", HTML("F\($0.number) \($0.text)")) },
          chosen: Set((content?.factors ?? factor.map { [$0] } ?? []).map(String.init))),
    ])
  }
}

/// The fields of a factor.
struct FactorFields: Sendable {
  let postmortem: Postmortem
  let form: ActionForm
  var factor: Factor?
  /// For which a new one answers "how did that come to be?".
  var parent: Int?

  var html: HTML {
    .joined([
      form.field(
        "text", parent == nil ? "What had to be true for it to happen" : "How did that come to be?", .lines,
        value: factor?.text ?? "", hint: "A fact about the system or the way of working, not about a person.",
        isRequired: true, lengthMax: PostmortemLimits.partScalarsMax),
      Tag.div(.class("field-row")) {
        form.field(
          "kind", "What it did", .choice(Factor.Kind.choices), value: (factor?.kind ?? .condition).rawValue)
        form.field(
          "sureness", "How sure we are", .choice(Factor.Sureness.choices),
          value: (factor?.sureness ?? .possible).rawValue)
        if let factor { above(factor) }
      },
      factor == nil ? parent.map { HiddenField.html("parent", "\($0)") } ?? .empty : .empty,
      form.list(
        "evidence", "Where it can be seen", factor?.evidence ?? [],
        hint: "Files with lines, commits, lines of the timeline such as L4."),
      catches,
      factor == nil
        ? .empty
        : form.list(
          "hits", "Earlier actions that should have prevented it", factor?.hits.map(\.description) ?? [],
          hint: "Like PM-3-A2."),
    ])
  }

  private func above(_ factor: Factor) -> HTML {
    let others = postmortem.factors.filter { $0.number != factor.number }
    return form.field(
      "parent", "It answers ‘how did that come to be?’ for",
      .choice(
        [("", "none: it stands at the top")]
          + others.map { ("\($0.number)", "F\($0.number) \(FirstWords.of($0.text))") }),
      value: factor.parent.map(String.init) ?? "")
  }

  private var catches: HTML {
    Tag.details(.class("catch-fields"), factor?.catches.contains { !$0.answer.isEmpty } == true ? .isOpen : nil) {
      Tag.summary { "What could have caught it" }
      for (offset, means) in Factor.Catch.Means.allCases.enumerated() {
        HiddenField.html("catches.\(offset).means", means.rawValue)
        form.field(
          "catches.\(offset).answer", means.question, .lines,
          value: factor?.catches.first { $0.means == means }?.answer ?? "",
          lengthMax: PostmortemLimits.partScalarsMax)
      }
    }
  }
}

/// The fields of an assumption.
struct AssumptionFields: Sendable {
  let form: ActionForm
  var assumption: Assumption?

  var html: HTML {
    .joined([
      form.field(
        "believed", "What we believed", .lines, value: assumption?.believed ?? "", isRequired: true,
        lengthMax: PostmortemLimits.partScalarsMax),
      form.field(
        "shown", "What the day showed", .lines, value: assumption?.shown ?? "",
        lengthMax: PostmortemLimits.partScalarsMax),
      form.field(
        "now", "What we believe now", .lines, value: assumption?.now ?? "", lengthMax: PostmortemLimits.partScalarsMax),
      form.list("evidence", "Where it can be seen", assumption?.evidence ?? []),
    ])
  }
}
