import Desk
import HTTPTypes
import Hummingbird
import PageKit
import PublicStatus
import StatusPages

extension SiteRoutes {
  /// The public status page, its feeds and its JSON; for everybody, with nothing that is not public.
  var statusRoutes: [Route] {
    [
      open("/status") { site, _ in try Self.page(site.page) },
      open("/status/history") { site, _ in try Self.page(site.history()) },
      open("/status/history/{month}") { site, context in
        let month = context.parameter("month").flatMap { StatusMonth($0) }
        return try Self.page(month.flatMap { site.history($0) })
      },
      open("/status/incidents/{item}") { site, context in
        let id = context.parameter("item").map { PublicID($0) }
        return try Self.page(id.flatMap { site.item($0) })
      },
      open("/status/postmortems/{item}") { site, context in
        let id = context.parameter("item").map { PublicID($0) }
        return try Self.page(id.flatMap { site.postmortem($0) })
      },
      open("/status/feed.atom") { site, _ in
        Self.shared(Array(site.feed.utf8), type: "application/atom+xml; charset=utf-8")
      },
      open("/status/maintenance.ics") { site, _ in
        Self.shared(Array(site.calendar.utf8), type: "text/calendar; charset=utf-8")
      },
    ]
      + StatuspageDocument.allCases.map { document in
        open(document.path) { site, _ in Self.shared(site.document(document), type: "application/json") }
      }
  }

  private func open(
    _ path: String, _ answer: @escaping @Sendable (StatusSite, VisitContext) throws -> Response
  ) -> Route {
    Route(.get, path, .everyone, .open) { _, context in
      try answer(StatusSite(report: try await site.desk.statusReport()), context)
    }
  }

  private static func page(_ html: String?) throws(Refusal) -> Response {
    guard let html else { throw .notFound }
    return Answers.answer(Array(html.utf8), type: "text/html; charset=utf-8", keep: keep)
  }

  /// What readers elsewhere take: a feed, a calendar, the JSON of other status pages.
  ///
  /// Pages of other sites may show it.
  private static func shared(_ bytes: [UInt8], type: String) -> Response {
    var response = Answers.answer(bytes, type: type, keep: keep)
    response.headers[.accessControlAllowOrigin] = "*"
    return response
  }

  /// A word that is out has to be seen soon.
  private static let keep = "public, max-age=15"
}
