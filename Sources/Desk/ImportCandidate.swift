internal import Authoring
internal import Documents
internal import Foundation
internal import Incidents
internal import Journal
import Postmortems
internal import RecordViews

/// A request to import, read and within bounds.
struct ImportCandidate: Sendable {
  let request: ImportRequest
  /// The file's name without its folders: those say where it lay on somebody's machine.
  let path: String
  /// The incident that the document says it is about.
  let namedIncident: IncidentID?
  let content: PostmortemImport

  init(_ request: ImportRequest) throws {
    self.request = request
    let size = request.text.utf8.count
    guard size <= DeskLimits.postmortemBytesMax else {
      throw DeskError(
        .limitPassed(limit: DeskLimits.postmortemBytesMax, actual: size), place: request.path,
        message: "it has \(size) bytes, and a postmortem may have \(DeskLimits.postmortemBytesMax)",
        hint: "link large attachments instead of pasting them")
    }
    guard request.text.contains(where: { !$0.isWhitespace }) else {
      throw DeskError(
        .emptyDocument, place: request.path, message: "there is no text in it",
        hint: "'mayday draft' writes a first one")
    }
    path = request.path.split(separator: "/").last.map(String.init) ?? request.path
    let parsed = PostmortemDocument(parsing: request.text)
    guard !parsed.sections.isEmpty || !parsed.frontMatter.entries.isEmpty || parsed.title != nil else {
      throw DeskError(
        .emptyDocument, place: request.path, message: "there is no heading in it, so it is no postmortem",
        hint: "evidence goes behind --evidence; 'mayday draft' writes a postmortem from it")
    }
    let document = DocumentFacts(parsed, fileName: path)
    namedIncident = document.incident.flatMap { IncidentID($0) }
    content = PostmortemImport(
      facts: document.facts, title: document.title, status: document.status, path: path,
      sha256: ContentHash(of: Array(request.text.utf8)).description, text: request.text,
      timeline: try request.timeline.map { report in
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return AttachedTimeline(json: Array(try encoder.encode(report)))
      })
  }
}
