import Incidents
import Interchange
import PageKit
import Postmortems
import RecordViews

/// Declares a guard under a name, or declares it anew: a request or a query, never a command.
struct GuardForm: Sendable {
  let name: String
  let known: GuardDeclaration?
  /// Where the form stands.
  let page: SitePath
  let context: PageContext

  private static let example = """
    http: https://shop.example.org/health
    expect:
      status: 200
    """

  var html: HTML {
    let form = ActionForm(
      "guard-\(name)", ActionPath(.declareGuard, name), on: page, context: context,
      returnTo: .lessons(.guardRecord(name)))
    return form.html(.class("form guard-form")) {
      Tag.p {
        "Under the name "
        Tag.code { name }
        "."
      }
      form.field(
        "title", "What must stay true", value: known?.title ?? "",
        hint: "As a sentence: All eight servers run the same build.", isRequired: true,
        lengthMax: IncidentLimits.titleScalarsMax, isFirst: known == nil)
      form.field(
        "incident", "Which incident it protects against",
        value: known?.incident.map { "\(IncidentID(number: $0))" } ?? "", placeholder: "INC-1")
      form.field(
        "action", "Which action asked for it", value: known?.action?.description ?? "",
        hint: "When the guard breaks, this action is opened again.", placeholder: "PM-1-A2")
      form.field(
        "definition", "How it is checked", .lines, value: known?.definition ?? "",
        hint:
          "A request or a query in the words of mayday.yaml. Empty: a machine's own file says it, and reports here.",
        lengthMax: 4000, placeholder: Self.example)
      form.field(
        "everyMinutes", "How often the server checks it, in minutes", .line(type: "number"),
        value: known?.everyMinutes.map(String.init) ?? "", hint: "Empty: never; somebody else runs it.")
      Tag.p(.class("field-hint")) {
        "Commands, and patterns in a repository, cannot be written here: they come only from the file mayday.yaml of the machine that runs them."
      }
      Tag.button(.class("strong"), .set("type", "submit")) { known == nil ? "Declare it" : "Declare it anew" }
    }
  }
}
