internal import Chronology
package import Incidents
package import Schemas

extension UpdateText {
  /// From a body; a field that is absent is empty.
  package init(_ json: JSONValue?) {
    func text(_ name: String) -> String { json?[name]?.string ?? "" }
    func instant(_ name: String) -> Instant? { json?[name]?.string.flatMap { Instant(rfc3339: $0) } }
    self.init(
      broken: text("broken"), affected: text("affected"), since: instant("since"), doing: text("doing"),
      meanwhile: text("meanwhile"), nextBy: instant("nextBy"), apology: text("apology"), more: text("more"))
  }
}

extension UpdateDraft {
  /// As a body says it; what it does not say of audience and state is as in `kept`.
  package init(update: Int, body: JSONValue, kept: IncidentUpdate? = nil) {
    var components: [String: ComponentCondition] = [:]
    for element in body["components"]?.array ?? [] {
      let condition = element["condition"]?.string.flatMap(ComponentCondition.init(rawValue:))
      if let component = element["component"]?.string { components[component] = condition }
    }
    self.init(
      update: update,
      audience: body["audience"]?.string.flatMap(Audience.init(rawValue:)) ?? kept?.audience ?? .internal,
      state: body["state"]?.string.flatMap(PublicState.init(rawValue:)) ?? kept?.state ?? .investigating,
      text: UpdateText(body["text"]), components: components)
  }
}
