internal import Accounts
package import Interchange
import Schemas

/// One operation as the description tells it.
struct OperationDocument {
  let operation: Operation

  var json: JSONValue {
    var members: [String: JSONValue] = [
      "operationId": .string(operation.id.rawValue), "summary": .string(operation.summary),
      "description": .string("Needs the permission `\(operation.permission.rawValue)`."),
      "tags": [.string(operation.topic.rawValue)], "parameters": .array(parameters), "responses": responses,
    ]
    switch operation.content {
    case .none: break
    case .json(let schema):
      var content: [String: JSONValue] = ["schema": schema.document]
      content["example"] = operation.example
      let isRequired = schema.properties.contains(where: \.isRequired)
      members["requestBody"] = ["required": .bool(isRequired), "content": ["application/json": .object(content)]]
    case .upload:
      members["requestBody"] = [
        "required": true,
        "content": [
          "application/octet-stream": ["schema": ["type": "string", "contentMediaType": "application/octet-stream"]]
        ],
      ]
    }
    return .object(members)
  }

  private var parameters: [JSONValue] {
    var list: [JSONValue] = operation.query.map { parameter in
      [
        "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
        "schema": parameter.schema.document, "description": .string(parameter.note),
      ]
    }
    if !operation.method.isRead {
      list.append(
        header("Idempotency-Key", "Done once for the same key.", "^[\\x21-\\x7E]{1,200}$", isRequired: false))
    }
    if operation.version != .none {
      list.append(
        header(
          "If-Match", "The `ETag` of what you saw.", "^(\\*|\"[\\x21\\x23-\\x7E]{1,100}\")$",
          isRequired: operation.version == .required))
    }
    return list
  }

  private func header(_ name: String, _ note: String, _ pattern: String, isRequired: Bool) -> JSONValue {
    [
      "name": .string(name), "in": "header", "required": .bool(isRequired), "description": .string(note),
      "schema": ["type": "string", "pattern": .string(pattern)],
    ]
  }

  private var responses: JSONValue {
    var success: [String: JSONValue] = ["description": "It is done."]
    if operation.method.isRead { success["description"] = "What was asked for." }
    success["content"] = ["application/json": ["schema": operation.answer.document]]
    var responses: [String: JSONValue] = [String(operation.status): .object(success)]
    for (status, kinds) in Dictionary(grouping: operation.problems, by: \.status) {
      let types = kinds.map { "`\($0.type)`" }.sorted().joined(separator: ", ")
      responses[String(status)] = [
        "description": .string("\(kinds.map(\.title).sorted().joined(separator: "; ")): \(types)"),
        "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
      ]
    }
    return .object(responses)
  }
}

extension Operation {
  /// Every way in which it can be refused.
  package var problems: [ProblemKind] {
    var kinds: Set<ProblemKind> = [.notSignedIn, .notAllowed, .tooManyRequests, .failure, .unavailable]
    if !pathNames.isEmpty { kinds.insert(.notFound) }
    if !query.isEmpty { kinds.insert(.invalidParameter) }
    if query.contains(where: { $0.name == "cursor" || $0.name == "from" }) { kinds.insert(.invalidFields) }
    if !method.isRead { kinds.formUnion([.invalidParameter, .keyReused, .busy, .limitReached, .tooLarge]) }
    if body != nil { kinds.formUnion([.malformedBody, .invalidFields, .unsupportedMedia]) }
    if version != .none { kinds.insert(.staleVersion) }
    if version == .required { kinds.insert(.versionRequired) }
    return kinds.union(refusals).sorted { $0.rawValue < $1.rawValue }
  }
}
