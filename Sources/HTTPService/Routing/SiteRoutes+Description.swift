import APIDescription
import Accounts
import HTTPTypes
import Hummingbird
import Interchange
import Schemas
import TeamPages

extension SiteRoutes {
  /// What the API can do: for programs, and to read.
  ///
  /// It says nothing of the record, and is open to everybody.
  var descriptionRoutes: [Route] {
    let description = OpenAPI.document(mayday: site.settings.version).bytes
    return [
      Route(.get, "/api/openapi.json", .everyone, .api) { _, _ in Answers.json(description) },
      Route(.get, "/api", .everyone, .page) { _, context in
        Answers.page(ReferencePage(visitor: visitor(context)).html)
      },
    ]
  }
}
