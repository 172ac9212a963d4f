import Incidents
import PageKit
import Postmortems
import RecordViews

/// The fields of one line of a checklist: what it asks, what counts as good, and what put it there.
struct LineFields: Sendable {
  let form: ActionForm
  /// Before each field's name: `lines.2.`; empty where the form is of one line.
  let prefix: String
  let line: ChecklistLine?
  /// Where several are asked for at once: the first is needed, and the others are one field at first sight.
  var place: Int?

  var html: HTML {
    let rest = HTML.joined([
      form.field(
        prefix + "expects", "What counts as good", .choice(ChecklistLine.Expectation.choices),
        value: line.map { $0.expects == .done ? "" : $0.expects.rawValue } ?? ""),
      form.field(
        prefix + "check", "The guard that must hold", value: line?.check ?? "",
        hint: "Its name, where a guard must hold.", lengthMax: 60),
      form.field(
        prefix + "incident", "Which incident put it there",
        value: line?.incident.map { "\(IncidentID(number: $0))" } ?? "", placeholder: "INC-1"),
      form.field(prefix + "action", "Which action", value: line?.action?.description ?? "", placeholder: "PM-1-A2"),
    ])
    return .joined([
      form.field(
        prefix + "text", place.map { "Line \($0)" } ?? "What to do, or what is asked", .line(),
        value: line?.text ?? "", isRequired: place ?? 1 == 1, lengthMax: PostmortemLimits.partScalarsMax),
      place == nil
        ? rest
        : Tag.details(.class("line-rest")) {
          Tag.summary { "What counts as good, and which incident put it there" }
          Tag.div(.class("line-fields")) { rest }
        },
    ])
  }
}
