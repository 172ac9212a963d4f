/// One labelled field of a form, with its hint and what is wrong with it.
package struct Field: Sendable {
  package enum Control: Sendable {
    /// One line; the type as HTML names it: `text`, `password`.
    case line(type: String = "text")
    /// One line with names to take; anything else can be typed too.
    case offered([String])
    case lines
    /// One of some values, each with its words.
    case choice([(value: String, words: String)])
    case tick

    fileprivate var isTick: Bool {
      if case .tick = self { true } else { false }
    }

    package var isText: Bool {
      switch self {
      case .line, .offered, .lines: true
      case .choice, .tick: false
      }
    }
  }

  package let name: String
  package let label: String
  package var control: Control = .line()
  package var value = ""
  package var hint: String?
  package var problem: String?
  package var isRequired = false
  /// For a browser that fills fields in: `username`, `new-password`.
  package var autocomplete = "off"
  package var lengthMax: Int?
  package var isFirst = false
  /// Keeps the names of fields of several forms on one page apart.
  package var scope = "field"
  /// What is shown while the field is empty.
  package var placeholder: String?

  package init(
    name: String, label: String, control: Control = .line(), value: String = "", hint: String? = nil,
    problem: String? = nil, isRequired: Bool = false, autocomplete: String = "off", lengthMax: Int? = nil,
    isFirst: Bool = false, scope: String = "field", placeholder: String? = nil
  ) {
    self.name = name
    self.label = label
    self.control = control
    self.value = value
    self.hint = hint
    self.problem = problem
    self.isRequired = isRequired
    self.autocomplete = autocomplete
    self.lengthMax = lengthMax
    self.isFirst = isFirst
    self.scope = scope
    self.placeholder = placeholder
  }

  package var html: HTML {
    Tag.div(.class("field", problem == nil ? "" : "field-wrong")) {
      if control.isTick {
        Tag.label(.class("tick"), .set("for", id)) {
          input
          label
        }
      } else {
        Tag.label(.set("for", id)) { label }
        if let hint { Tag.p(.class("field-hint"), .id(id + "-hint")) { hint } }
        input
      }
      if let problem { Tag.p(.class("form-error"), .id(id + "-problem")) { Wording.sentence(problem) + "." } }
    }
  }

  /// The element's name on the page.
  private var id: String { Self.id(name, in: scope) }

  static func id(_ name: String, in scope: String) -> String {
    scope + "-" + name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
  }

  @HTMLBuilder private var input: HTML {
    switch control {
    case .line(let type):
      Tag.input(
        .set("type", type), .id(id), .set("name", name), .set("value", type == "password" ? "" : value), attributes)
    case .offered(let names):
      Tag.input(
        .set("type", "text"), .id(id), .set("name", name), .set("value", value), .set("list", id + "-offered"),
        attributes)
      Tag.datalist(.id(id + "-offered")) { for name in names { Tag.option(.set("value", name)) {} } }
    case .lines:
      // The parser drops a line end right after the tag: this one is for it, so that the text's own stays.
      Tag.textarea(
        .id(id), .set("name", name), .set("rows", "\(min(max(value.split(separator: "\n").count + 1, 3), 14))"),
        attributes
      ) {
        "\n" + value
      }
    case .choice(let options):
      Tag.select(.id(id), .set("name", name), attributes) {
        for option in options {
          Tag.option(.set("value", option.value), option.value == value ? .set("selected", "") : nil) { option.words }
        }
      }
    case .tick:
      Tag.input(
        .set("type", "checkbox"), .id(id), .set("name", name), .set("value", "on"),
        value.isEmpty || value == "off" ? nil : .set("checked", ""))
    }
  }

  private var isInstant: Bool {
    if case .line("datetime-local") = control { true } else { false }
  }

  private var attributes: Attribute {
    var described: [String] = []
    if hint != nil { described.append(id + "-hint") }
    if problem != nil { described.append(id + "-problem") }
    return .group([
      isRequired ? .set("required", "") : nil,
      .set("autocomplete", autocomplete),
      lengthMax.map { .set("maxlength", "\($0)") },
      placeholder.map { .set("placeholder", $0) },
      isInstant ? .set("step", "1") : nil,
      problem == nil ? nil : .set("aria-invalid", "true"),
      described.isEmpty ? nil : .set("aria-describedby", described.joined(separator: " ")),
      isFirst ? .set("autofocus", "") : nil,
    ])
  }
}
