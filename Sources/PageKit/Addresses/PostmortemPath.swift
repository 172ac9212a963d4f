package import Documents
package import Postmortems
package import RecordViews

/// The addresses of postmortems: the list, and what is done with one.
package enum PostmortemPath: Sendable, Hashable {
  /// A form in which a document leaves.
  package enum Export: String, Sendable, Hashable, CaseIterable {
    case markdown = "md"
    case html
    case json
  }

  case list
  /// Those that are so far.
  case stage(PostmortemStage)
  /// The list with its form for an incident that has none yet.
  case start(IncidentID)
  /// A place within the document.
  case place(PostmortemID, String)
  /// `adding`: words that are put behind what stands there.
  case edit(PostmortemID, SectionKind, adding: String? = nil)
  /// `line`: the one that is being changed.
  case timeline(PostmortemID, line: Int? = nil)
  case causes(PostmortemID)
  case accounts(PostmortemID)
  /// `factor`: for which a new action is begun.
  case actions(PostmortemID, factor: Int? = nil)
  case review(PostmortemID)
  case versions(PostmortemID, from: Int64? = nil, to: Int64? = nil)
  /// `opening`: words that were typed to stand first.
  case publish(PostmortemID, PublicationAudience, opening: String? = nil)
  case present(PostmortemID)
  /// The live stream of its changes.
  case events(PostmortemID)
  case export(PostmortemID, Export)

  package var text: String {
    switch self {
    case .list: "/postmortems"
    case .stage(let stage): "/postmortems" + QueryText.text([("stage", stage.rawValue)])
    case .start(let incident): "/postmortems" + QueryText.text([("incident", "\(incident)")]) + "#start"
    case .place(let id, let place): "/postmortems/\(id)#\(place)"
    case .edit(let id, let section, let words):
      "/postmortems/\(id)/edit" + QueryText.text([("section", section.rawValue), ("adding", words)])
    case .timeline(let id, let line):
      "/postmortems/\(id)/timeline"
        + (line.map { QueryText.text([("line", "\($0)")]) + "#line-\($0)" } ?? "")
    case .causes(let id): "/postmortems/\(id)/causes"
    case .accounts(let id): "/postmortems/\(id)/accounts"
    case .actions(let id, let factor):
      "/postmortems/\(id)/actions" + QueryText.text([("factor", factor.map(String.init))])
    case .review(let id): "/postmortems/\(id)/review"
    case .versions(let id, let from, let to):
      "/postmortems/\(id)/versions" + QueryText.text([("from", from.map(String.init)), ("to", to.map(String.init))])
    case .publish(let id, let audience, let opening):
      "/postmortems/\(id)/publish" + QueryText.text([("audience", audience.rawValue), ("opening", opening)])
    case .present(let id): "/postmortems/\(id)/present"
    case .events(let id): "/postmortems/\(id)/events"
    case .export(let id, let format): "/postmortems/\(id)/export.\(format.rawValue)"
    }
  }
}
