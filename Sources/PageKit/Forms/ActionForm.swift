package import Chronology
import Interchange

/// A form of an operation: what it carries for the site, what was typed before, and what is wrong with it.
package struct ActionForm: Sendable {
  package let context: PageContext
  /// Tells the forms of one page apart; also the beginning of its fields' ids.
  package let name: String
  package let action: SitePath
  /// Where it stands.
  package let page: SitePath
  /// Where to go once it is done; nil: to what it made.
  package var returnTo: SitePath?
  /// Of what it was filled in from.
  package var version: Int64?
  /// In which its instants are typed.
  package var zone = PageZone.utc

  package init(
    _ name: String, _ path: ActionPath, on page: SitePath, context: PageContext, returnTo: SitePath? = nil,
    version: Int64? = nil, zone: PageZone = .utc
  ) {
    self.init(name, .act(path), on: page, context: context, returnTo: returnTo, version: version, zone: zone)
  }

  package init(
    _ name: String, _ action: SitePath, on page: SitePath, context: PageContext, returnTo: SitePath? = nil,
    version: Int64? = nil, zone: PageZone = .utc
  ) {
    self.context = context
    self.name = name
    self.action = action
    self.page = page
    self.returnTo = returnTo
    self.version = version
    self.zone = zone
  }

  /// What came of it when it was sent last; nil where it was not.
  package var outcome: FormOutcome? { context.outcome.flatMap { $0.form == name ? $0 : nil } }

  /// Version of what the fields were filled in from.
  ///
  /// A form that comes back keeps the one that it was sent with, so that nobody else's text is written over unread;
  /// where it came back for being stale, its page shows what stands there now.
  package var seenVersion: Int64? {
    guard let outcome, outcome.problem.kind != .staleVersion, let sent = outcome.version else { return version }
    return EntityTag(sent)?.version ?? version
  }

  package func html(_ attributes: Attribute?..., @HTMLBuilder content: () -> HTML) -> HTML {
    let content = content()
    return Tag.form(
      .set("method", "post"), .action(action), .group(attributes.compactMap(\.self)),
      outcome == nil ? nil : .set("data-refused", "")
    ) {
      FormTrim(
        visitor: context.visitor, name: name, returnTo: returnTo,
        version: seenVersion.map { EntityTag(version: $0).description }
      ).html
      FormField.form.hidden(name)
      FormField.page.hidden(page.text)
      FormField.zone.hidden(zone.label)
      if case .act(let path) = action, let method = path.method { FormField.method.hidden(method) }
      refusal(of: content)
      content
    }
  }

  /// A form of one button.
  package func button(_ words: String, class name: String = "", fields: [(String, String)] = [], label: String? = nil)
    -> HTML
  {
    html(.class("one-tap")) {
      for (field, value) in fields { HiddenField.html(field, value) }
      Tag.button(.class(name), .set("type", "submit"), label.map { .label($0) }) { words }
    }
  }

  /// A field with what was typed into it last, or what it begins with.
  package func field(
    _ field: String, _ label: String, _ control: Field.Control = .line(), value: String = "", hint: String? = nil,
    isRequired: Bool = false, lengthMax: Int? = nil, placeholder: String? = nil, isFirst: Bool = false
  ) -> HTML {
    Field(
      name: field, label: label, control: control, value: typed(field) ?? value, hint: hint,
      problem: outcome?.message(about: field).map(readable), isRequired: isRequired, lengthMax: lengthMax,
      isFirst: isFirst,
      scope: name, placeholder: placeholder
    ).html
  }

  /// A field for an instant, in the form's zone.
  package func instant(
    _ field: String, _ label: String, value: Instant? = nil, hint: String? = nil, isRequired: Bool = false
  )
    -> HTML
  {
    self.field(
      field, "\(label) (\(zone.label))", .line(type: "datetime-local"), value: value.map(zone.local) ?? "", hint: hint,
      isRequired: isRequired)
  }

  /// What the page showed, sent along so that somebody else's change since is not written over.
  ///
  /// A form that comes back says what it was sent with, unless it came back because of that.
  package func seen(_ field: String, _ values: [String]) -> HTML {
    var values = values
    if let outcome, outcome.problem.kind != .staleVersion {
      values = outcome.fields.filter { $0.name == field }.map(\.value)
    }
    return .joined(values.map { HiddenField.html(field, $0) })
  }

  /// What was typed when it was sent last: empty, too, where the field was left empty.
  package func typed(_ field: String) -> String? { outcome.map { $0.value(of: field) ?? "" } }

  /// A message of a refusal with its times in the form's zone.
  private func readable(_ message: String) -> String {
    outcome.map { RefusalWords(problem: $0.problem, zone: zone).readable(message) } ?? message
  }

  private func refusal(of content: HTML) -> HTML? {
    guard let problem = outcome?.problem else { return nil }
    // The problem's own words are for programs: they speak of versions and tags.
    guard problem.kind != .staleVersion || problem.errors != nil else {
      return Refused(
        text: "somebody saved this while you wrote, and yours is not saved",
        hint: "what you typed stands below; look at what has changed, then save again"
      ).html
    }
    let labels = FormLabels(content: content, scope: name)
    let text = RefusalWords(problem: problem, zone: zone).text { labels.label(of: $0) }
    return Refused(text: text, hint: problem.hint).html
  }
}

/// That something was not done, why, and what to do; nothing that was typed is lost.
package struct Refused: Sendable {
  /// One lower-case sentence without a full stop, or a question.
  package let text: String
  package let hint: String?

  package init(text: String, hint: String?) {
    self.text = text
    self.hint = hint
  }

  package var html: HTML {
    Tag.div(.class("refused"), .set("role", "alert")) {
      Tag.p { Wording.sentence(text) + (text.hasSuffix("?") ? "" : ".") }
      if let hint { Tag.p(.class("field-hint")) { Wording.sentence(hint) + "." } }
    }
  }
}

extension PageContext {
  /// Why a form was not done that the page has no longer, since somebody else was faster; nil where a form says it.
  package func lostRefusal(beside content: HTML) -> HTML? {
    guard let problem = outcome?.problem, !content.markup.contains(" data-refused=\"\"") else { return nil }
    return Refused(text: RefusalWords(problem: problem).text { _ in nil }, hint: problem.hint).html
  }
}
