import Chronology
import Desk
import Incidents
import Interchange
import Learning
import Postmortems
import RecordViews
import Schemas

extension APIService {
  /// The library and what can be learned from it.
  func handleLibrary(_ call: Call) async throws -> Outcome {
    switch call.request.operation.id {
    case .searchLibrary: try await searchLibrary(call)
    case .addToLibrary: try await addToLibrary(call)
    case .likeIncident:
      Outcome(call, ListAnswer(items: try await desk.like(try call.incident, for: call.caller)))
    case .likePostmortem: try await likePostmortem(call)
    case .readTrends: Outcome(call, try await desk.trends(trendQuery(call), for: call.caller))
    case .listHits:
      Outcome(call, ListAnswer(items: try await desk.actionHits(trendQuery(call), for: call.caller)))
    default: throw call.notFound
    }
  }

  private func searchLibrary(_ call: Call) async throws -> Outcome {
    let query = call.request.query
    let after = try call.request.cursor().map { cursor throws(Problem) in
      guard let id = PostmortemID(cursor.key) else { throw PageCursor.foreign }
      return id.number
    }
    let listing: LibraryListing
    do {
      listing = try await desk.searchLibrary(
        LibraryQuery(
          words: query["q"]?.string ?? "", component: query["component"]?.string,
          severity: query["severity"]?.integer.map(Int.init), from: try day("from", call),
          until: try day("until", call),
          cause: query["cause"]?.string.flatMap(Factor.Kind.init(rawValue:)),
          action: query["kind"]?.string.flatMap(ActionKind.init(rawValue:)), isOurs: query["ours"]?.bool, after: after,
          limit: call.request.limit), for: call.caller)
    } catch let error as DeskError where error.code == .unknownPostmortem {
      throw PageCursor.foreign
    }
    let next = listing.hasMore ? listing.hits.last.map { PageCursor(key: $0.postmortem) } : nil
    return call.outcome(PageAnswer(items: listing.hits, next: next?.text(for: .searchLibrary)))
  }

  private func addToLibrary(_ call: Call) async throws -> Outcome {
    let request = call.request
    let receipt = try await desk.addToLibrary(
      LibraryDocument(
        title: request.text("title") ?? "", text: request.text("text") ?? "",
        source: request.text("source").flatMap { $0.isEmpty ? nil : $0 }, notes: request.texts("notes") ?? []),
      by: call.caller, terms: call.terms)
    guard let number = receipt.number,
      let title = try await desk.rememberedTitle(of: PostmortemID(number: number), for: call.caller)
    else { throw call.notFound }
    return Outcome(
      call,
      LibraryAddedAnswer(
        postmortem: WireName.postmortem(number), title: title, isNewVersion: receipt.isNewVersion),
      isReplay: receipt.isReplay)
  }

  private func likePostmortem(_ call: Call) async throws -> Outcome {
    guard let id = PostmortemID(call.request.path["postmortem"] ?? "") else { throw call.notFound }
    return Outcome(call, ListAnswer(items: try await desk.like(id, for: call.caller)))
  }

  private func trendQuery(_ call: Call) throws(Problem) -> TrendQuery {
    TrendQuery(
      from: try day("from", call), until: try day("until", call), component: call.request.query["component"]?.string,
      severity: call.request.query["severity"]?.integer.map(Int.init))
  }

  /// A day of the query; one that no calendar has is refused.
  func day(_ name: String, _ call: Call) throws(Problem) -> CivilDate? {
    guard let text = call.request.query[name]?.string else { return nil }
    guard let day = CivilDate(text), day.exists else {
      throw Problem(
        .invalidFields, "no calendar has the day '\(text)'", place: "query parameter '\(name)'",
        hint: "write it as 2026-03-31")
    }
    return day
  }
}
