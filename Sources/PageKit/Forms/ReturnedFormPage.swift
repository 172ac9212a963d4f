import Interchange
import RecordViews
import Schemas

/// Shows a form that was not done, to be mended and sent again.
package struct ReturnedFormPage: Sendable {
  private let form: ReturnedForm
  private let visitor: PageVisitor

  package init(form: ReturnedForm, visitor: PageVisitor) {
    self.form = form
    self.visitor = visitor
  }

  package var html: String {
    PageFrame(title: "Not done yet", kind: "access", context: PageContext(visitor: visitor)).html {
      Tag.section(.class("access-card")) {
        Tag.h1 { "Not done yet" }
        Tag.p(.class("lede")) { "\(form.operation.summary). Nothing of what you wrote is lost." }
        FormProblem(text: form.problem.detail, hint: form.problem.hint).html
        if form.problem.kind == .notSignedIn {
          Tag.p {
            Tag.a(.class("button"), .href(.access(.signIn())), .set("target", "_blank"), .set("rel", "noopener")) {
              "Sign in in another tab"
            }
          }
        }
        Tag.form(
          .class("form"), .set("method", "post"),
          .action(.act(ActionPath(form.operation.id, places: form.operation.pathNames.map { form.path[$0] ?? "" }))),
          form.operation.takesUpload ? .set("enctype", "multipart/form-data") : nil
        ) {
          own
          if form.operation.takesUpload { files }
          for field in known { html(field) }
          others
          Tag.button(.class("strong"), .set("type", "submit")) { "Send it again" }
        }
        if let incident = form.path["incident"].flatMap({ IncidentID($0) }) {
          Tag.p { Tag.a(.href(.incident(incident))) { "Back to the incident, without sending" } }
        }
      }
    }
  }

  private var known: [SchemaField] {
    form.operation.body.map { SchemaField.all(of: $0) } ?? []
  }

  /// The site's own fields: the token anew, the key as it was, so that what was done in the end is done once.
  private var own: HTML {
    var fields = [FormField.token.hidden(visitor.formToken ?? "")]
    let key = form.problem.kind == .keyReused ? nil : form.value(FormField.key.rawValue)
    fields.append(FormField.key.hidden(key ?? "\(visitor.formKey)-again"))
    if let version = form.newVersion ?? form.value(FormField.version.rawValue) {
      fields.append(FormField.version.hidden(version))
    }
    for field in [FormField.returnTo, .zone, .method, .form, .page] {
      if let value = form.value(field.rawValue) { fields.append(field.hidden(value)) }
    }
    return .joined(fields)
  }

  private var files: HTML {
    Tag.div(.class("field")) {
      Tag.label(.set("for", "field-file")) { "Files" }
      Tag.p(.class("field-hint")) { "A browser does not keep them: choose them again." }
      Tag.input(.set("type", "file"), .id("field-file"), .set("name", "file"), .set("multiple", ""))
    }
  }

  private func html(_ field: SchemaField) -> HTML {
    let values = form.fields.filter { $0.name == field.name }.map(\.value)
    let value: String
    if case .list = field.schema.kind { value = values.joined(separator: "\n") } else { value = values.last ?? "" }
    return Field(
      name: field.name, label: field.label, control: field.control, value: value, hint: hint(field),
      problem: form.problem(of: field.name), isRequired: field.isRequired && field.control.isText, lengthMax: nil
    ).html
  }

  private func hint(_ field: SchemaField) -> String? {
    switch field.schema.kind {
    case .list: [field.schema.note, "One on each line."].compactMap(\.self).joined(separator: " ")
    case .instant:
      [field.schema.note, "A date and a time with its zone: 2026-03-01T13:45Z."].compactMap(\.self).joined(
        separator: " ")
    default: field.schema.note
    }
  }

  /// What came under names that the schema spells differently (elements of lists, zones of instants), kept as it is.
  @HTMLBuilder private var others: HTML {
    let names = Set(known.map(\.name))
    for field in form.fields where !names.contains(field.name) && !field.name.hasPrefix("_") {
      if field.value.isEmpty || field.name.hasSuffix(".zone") || field.name.hasSuffix(".clear") {
        HiddenField.html(field.name, field.value)
      } else {
        Field(
          name: field.name, label: Wording.sentence(SchemaField.words(field.name)), control: .lines, value: field.value,
          problem: form.problem(of: field.name)
        ).html
      }
    }
  }
}
