import Desk
import Hummingbird
import PageKit
import Reading
import ReadingPages

extension SiteRoutes {
  /// Public incidents to read together.
  var circleRoutes: [Route] {
    [
      page("/reading") { request, context in
        let filter = ReadingFilter(parameter: try Self.parameters(request))
        let caller = try caller(context)
        let all = try await site.desk.readings(for: caller)
        return Answers.page(
          ReadingShelfPage(
            readings: all.filter(filter.query.fits), of: all,
            next: filter.isEmpty ? try await site.desk.nextReads(for: caller) : [], filter: filter,
            context: pageContext(context)
          ).html)
      },
      page("/reading/{reading}") { _, context in
        let name = context.parameter("reading") ?? ""
        let caller = try caller(context)
        guard ReadingShelf.named(name) != nil else { throw Refusal.notFound }
        return Answers.page(
          ReadingPage(reading: try await site.desk.reading(name, for: caller), context: pageContext(context)).html)
      },
    ]
  }
}

extension ReadingFilter {
  /// What the list is narrowed by.
  fileprivate var query: ReadingQuery {
    ReadingQuery(kind: kind, technology: technology, isUnread: isUnread ? true : nil)
  }
}
