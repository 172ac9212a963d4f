internal import Accounts
import Schemas

extension Operations {
  static func read(
    _ id: OperationID, _ topic: Operation.Topic, _ path: String, _ summary: String, query: [Parameter] = [],
    answer: Schema, permission: Permission = .read, refusals: [ProblemKind] = []
  ) -> Operation {
    Operation(
      id: id, topic: topic, method: .get, path: "/api/v1" + path, summary: summary, permission: permission,
      query: query, content: .none, answer: answer, status: 200, version: .none, example: nil, refusals: refusals)
  }

  /// A listing that comes page by page.
  static func list(
    _ id: OperationID, _ topic: Operation.Topic, _ path: String, _ summary: String, query: [Parameter] = [],
    of item: Schema
  ) -> Operation {
    read(id, topic, path, summary, query: query + paging, answer: PageSchema.of(item))
  }

  static func write(
    _ id: OperationID, _ topic: Operation.Topic, _ method: HTTPVerb, _ path: String, _ summary: String,
    _ properties: [Schema.Property], answer: Schema = ChangeAnswer.schema, status: Int = 200,
    version: Operation.VersionRule = .optional, permission: Permission = .respond, example: JSONValue,
    refusals: [ProblemKind] = []
  ) -> Operation {
    Operation(
      id: id, topic: topic, method: method, path: "/api/v1" + path, summary: summary, permission: permission,
      query: [], content: .json(.object(properties)), answer: answer, status: status, version: version,
      example: example, refusals: refusals)
  }

  /// As ``write(_:_:_:_:_:_:answer:status:version:permission:example:refusals:)`` for something new.
  static func add(
    _ id: OperationID, _ topic: Operation.Topic, _ path: String, _ summary: String, _ properties: [Schema.Property],
    answer: Schema = ChangeAnswer.schema, example: JSONValue, refusals: [ProblemKind] = []
  ) -> Operation {
    write(
      id, topic, .post, path, summary, properties, answer: answer, status: 201, version: .none, example: example,
      refusals: refusals)
  }

  static let asOf = Parameter(
    "as_of", .instant, "As it was known at this instant: what was recorded later is left out.")

  private static let paging = [
    Parameter("cursor", .line(400), "The `next` of the page before."),
    Parameter(
      "limit", .integer(1...Int64(PageSchema.limitMax)),
      "How many items a page has; \(PageSchema.limitDefault) where it is not said."),
  ]
}
