import Interchange
package import Schemas
import WireSchemas

/// The description of the API by OpenAPI 3.1, made from the table of operations.
package enum OpenAPI {
  /// The whole description; `mayday` is the version of the program, `server` the address under which it answers.
  package static func document(mayday: String, server: String = "/") -> JSONValue {
    [
      "openapi": "3.1.1",
      "info": [
        "title": "Mayday", "version": .string(mayday),
        "summary": "Lead an incident, tell people, keep the record.",
        "description": .string(introduction), "license": ["name": "See the program's LICENSE"],
      ],
      "servers": [["url": .string(server)]],
      "security": [["token": []], ["session": []]],
      "tags": .array(Operation.Topic.allCases.map { ["name": .string($0.rawValue)] }),
      "paths": paths,
      "components": components,
    ]
  }

  private static let introduction = """
    Names in bodies are lowerCamel, names in queries are joined by `_`. Instants are RFC 3339 with their zone. A member \
    that is not known is absent.

    Every write takes an `Idempotency-Key` (1 to 200 printable ASCII characters): the same key with the same body is \
    answered the same, and done once, for 24 hours. Answers carry an `ETag`; `If-Match` holds a write back where the \
    thing has changed since. Refusals are `application/problem+json` (RFC 9457) with a place and a hint.

    Listings come page by page: the `Link` header (`rel="next"`) and the member `next` lead on. What you may not know of \
    is answered like what is not there.
    """

  private static var paths: JSONValue {
    var paths: [String: JSONValue] = [:]
    for (path, operations) in Dictionary(grouping: Operations.all, by: \.path) {
      var item: [String: JSONValue] = [:]
      for operation in operations {
        item[operation.method.rawValue.lowercased()] = OperationDocument(operation: operation).json
      }
      let names = operations.first?.pathNames ?? []
      if !names.isEmpty {
        item["parameters"] = .array(
          names.map { name in
            var schema = Operations.pathSchemas[name] ?? .line(200)
            let note = schema.note ?? ""
            schema.note = nil
            return [
              "name": .string(name), "in": "path", "required": true, "schema": schema.document,
              "description": .string(note),
            ]
          })
      }
      paths[path] = .object(item)
    }
    return .object(paths)
  }

  private static var components: JSONValue {
    var named: [String: Schema] = ["Problem": ProblemSchema.problem]
    for operation in Operations.all {
      operation.body?.collectNamed(into: &named)
      operation.answer.collectNamed(into: &named)
    }
    return [
      "schemas": .object(named.mapValues(\.written)),
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer",
          "description": "A token of an account, shown once when it is made; its scopes are read, respond, administer.",
        ],
        "session": [
          "type": "apiKey", "in": "cookie", "name": "mayday_session",
          "description": "The session of a browser; writes need its CSRF token in X-CSRF-Token.",
        ],
      ],
    ]
  }
}

/// The schema of a refusal.
package enum ProblemSchema {
  package static let problem = Schema.object(
    [
      .required("type", .line(200).noted("A stable reference: `/problems/stale-version`.")),
      .required("title", WireSchema.anyText), .required("status", .integer(400...599)),
      .required("detail", WireSchema.anyText), .optional("instance", WireSchema.anyText),
      .optional("place", WireSchema.anyText.noted("What it is about.")),
      .optional("hint", WireSchema.anyText.noted("What to do.")),
      .optional(
        "errors",
        .list(
          of: .object([
            .required("pointer", WireSchema.anyText.noted("JSON pointer into the body.")),
            .required("message", WireSchema.anyText),
          ]), max: Schema.problemsMax)),
      .optional("mine", WireSchema.anyDocument.noted("Of a section that others wrote meanwhile: what you wrote.")),
      .optional("theirs", WireSchema.anyDocument.noted("What stands there now.")),
      .optional("base", WireSchema.anyDocument.noted("What you began with.")),
    ], name: "Problem")
}
