package import Accounts
package import Schemas

/// The methods that operations use.
package enum HTTPVerb: String, CaseIterable, Hashable, Sendable {
  case get = "GET"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"

  package var isRead: Bool { self == .get }
}

/// A parameter of a query.
package struct Parameter: Hashable, Sendable {
  package var name: String
  package var schema: Schema
  package var isRequired: Bool
  package var note: String

  package init(_ name: String, _ schema: Schema, isRequired: Bool = false, _ note: String) {
    self.name = name
    self.schema = schema
    self.isRequired = isRequired
    self.note = note
  }
}

/// One thing that can be done through the API: routing, description, permission, form and command are made from it.
package struct Operation: Sendable {
  /// Whether a caller says which version they saw.
  package enum VersionRule: Hashable, Sendable {
    /// It reads, or adds something: no version matters.
    case none
    /// `If-Match` is honoured where it is sent.
    case optional
    /// It replaces a whole thing: without `If-Match` it is refused.
    case required
  }

  package enum Content: Hashable, Sendable {
    case none
    case json(Schema)
    /// A file: its bytes as the body, its name in the query; or one part of a form.
    case upload

    package var schema: Schema? {
      guard case .json(let schema) = self else { return nil }
      return schema
    }
  }

  package let id: OperationID
  package let topic: Topic
  package let method: HTTPVerb
  /// With names in braces: `/api/v1/incidents/{incident}/notes`.
  package let path: String
  /// What it does, in a few words, without a full stop.
  package let summary: String
  package let permission: Permission
  package var query: [Parameter]
  package var content: Content
  package var answer: Schema
  /// Of the answer when it succeeds.
  package var status: Int
  package var version: VersionRule
  /// A body that fits; nil where there is none.
  package var example: JSONValue?
  /// How it can be refused beside what can happen to every operation.
  package var refusals: [ProblemKind]

  /// The schema of the JSON body; nil where it takes none.
  package var body: Schema? { content.schema }

  package var takesUpload: Bool { content == .upload }

  /// Whether the browser has a form for it.
  package var isForm: Bool { !method.isRead }

  /// Names in the path, in order.
  package var pathNames: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The path with its names filled in, percent-encoded.
  package func path(_ values: [String: String]) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).map { part in
      guard part.hasPrefix("{") else { return String(part) }
      return PercentEncoding.encoded(values[String(part.dropFirst().dropLast())] ?? "")
    }.joined(separator: "/")
  }

  /// Under which heading the description of the API lists it.
  package enum Topic: String, CaseIterable, Hashable, Sendable {
    case incidents = "Incidents"
    case timeline = "Timeline"
    case evidence = "Evidence"
    case updates = "Updates"
    case postmortems = "Postmortems"
    case actions = "Actions"
    case guards = "Guards"
    case checklists = "Checklists"
    case library = "Library"
    case plans = "Plans"
    case readiness = "Readiness"
    case drills = "Drills"
    case reading = "Reading"
    case nearMisses = "Near misses"
    case safety = "Safety to speak"
    case policy = "Policy"
    case status = "Status page"
    case record = "Record"
  }
}
