internal import Incidents
internal import Postmortems
package import Schemas
internal import WireSchemas

/// The table of operations: everything that the API can do.
package enum Operations {
  /// In the path: `/api/v1`.
  package static let apiVersion = 1

  package static let all: [Operation] =
    incidents + timeline + evidence + updates + postmortems + postmortemParts + actions + guards + checklists
    + library + reading + readiness + drills + team + safety + status + record

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  package static subscript(id: OperationID) -> Operation {
    guard let operation = byID[id] else { preconditionFailure("operation '\(id.rawValue)' stands in no table") }
    return operation
  }

  /// What the names in paths stand for; every name in a path is here.
  package static let pathSchemas: [String: Schema] = [
    "incident": WireSchema.incidentName.noted("`INC-12`."),
    "instant": .choice(of: InstantName.self).noted("One of the named instants."),
    "role": WireSchema.identifier.noted("Identifier of a role of the policy."),
    "entry": Schema.integer(1...9_007_199_254_740_991).noted("Number of an entry of the timeline."),
    "task": Schema.integer(1...1_000_000).noted("Number of a task of the incident."),
    "suspect": Schema.line(200).noted("Identifier of a suspect."),
    "update": Schema.integer(1...1_000_000).noted("Number of an update of the incident."),
    "postmortem": PostmortemSchemas.postmortemName.noted("`PM-5`."),
    "section": PostmortemSchemas.section.noted("One of the ten sections."),
    "line": PostmortemSchemas.number.noted("Number of a line."),
    "factor": PostmortemSchemas.number.noted("Number of a factor of the postmortem."),
    "assumption": PostmortemSchemas.number.noted("Number of an assumption of the postmortem."),
    "luck": PostmortemSchemas.number.noted("Number of a piece of luck of the postmortem."),
    "comment": PostmortemSchemas.number.noted("Number of a comment of the postmortem."),
    "audience": .choice(of: PublicationAudience.self).noted("For whom a publication is."),
    "action": PostmortemSchemas.number.noted("Number of an action of the postmortem."),
    "guard": PostmortemSchemas.slug.noted("Name of a guard."),
    "process": PostmortemSchemas.slug.noted("Name of a process that has a checklist."),
    "plan": PostmortemSchemas.slug.noted("Name of a plan."),
    "version": PostmortemSchemas.number.noted("A version of the text, as the plan lists them."),
    "person": PostmortemSchemas.number.noted("Number of somebody on the list of people."),
    "followed": PostmortemSchemas.number.noted("Number of a plan that the incident follows."),
    "step": Schema.matching("^[0-9a-zA-Z.-]{1,12}$", max: 12).noted("Number of a step, as the plan has it."),
    "scenario": PostmortemSchemas.slug.noted("Name of a scenario of a drill."),
    "drill": PostmortemSchemas.number.noted("Number of a drill."),
    "inject": Schema.matching("^[+]?[0-9a-zA-Z.-]{1,12}$", max: 13).noted("Number of an inject; `+1` was added."),
    "file": Schema.line(100).noted("Name of a file that comes with a message of a drill: `edge-2.log`."),
    "reading": PostmortemSchemas.slug.noted("Name of a reading: `gitlab-2017`."),
    "nearmiss": Schema.matching("^[Nn][Mm]-[1-9][0-9]{0,9}$", max: 13).noted("`NM-4`."),
    "round": Schema.integer(1...1_000_000).noted("Number of a round of the survey."),
    "component": WireSchema.identifier.noted("Identifier of a component."),
    "maintenance": Schema.matching("^[Mm][Ww]-[1-9][0-9]{0,9}$", max: 13).noted("`MW-3`."),
  ]

  /// The operation at a path, with the values of its names (percent-decoded).
  ///
  /// `other` lists methods that the path has where it has not the one asked for.
  package static func route(_ method: String, _ path: String) -> Routing {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    var others: [HTTPVerb] = []
    for operation in all {
      guard let values = values(of: parts, in: operation) else { continue }
      if operation.method.rawValue == method || (method == "HEAD" && operation.method == .get) {
        return .operation(operation, values)
      }
      if !others.contains(operation.method) { others.append(operation.method) }
    }
    return others.isEmpty ? .nothing : .otherMethods(others)
  }

  /// Where a request leads.
  package enum Routing: Sendable {
    case operation(Operation, [String: String])
    /// The path is known, with these methods only.
    case otherMethods([HTTPVerb])
    case nothing
  }

  private static func values(of parts: [Substring], in operation: Operation) -> [String: String]? {
    let template = operation.path.split(separator: "/", omittingEmptySubsequences: false)
    guard template.count == parts.count else { return nil }
    var values: [String: String] = [:]
    for (pattern, part) in zip(template, parts) {
      if pattern.hasPrefix("{") {
        guard !part.isEmpty, let value = PercentEncoding.decoded(part) else { return nil }
        values[String(pattern.dropFirst().dropLast())] = value
      } else if pattern != part {
        return nil
      }
    }
    return values
  }
}
