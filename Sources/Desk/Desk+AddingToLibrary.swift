package import Accounts
import Authoring
import Documents
import GRDB
import Incidents
import Journal
package import Learning
import Postmortems
import RecordViews

extension Desk {
  /// Puts somebody else's postmortem into the library; every reader may read it, and no statistics count it.
  ///
  /// A document that the library has already comes to a new version, and the receipt says so. The number of the receipt is
  /// that of the postmortem. Throws ``IncidentRefusal`` with the code `nothingNew` where the library has the same text.
  package func addToLibrary(
    _ document: LibraryDocument, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    let place = document.source.flatMap { $0.isEmpty ? nil : $0 } ?? "library"
    let start = try Self.start(document, place: place)
    let digest = ContentHash(of: Array(start.text.utf8)).description
    return try await write(.respond, by: caller, place: place, terms: terms) {
      let (known, taken) = try await views.read { db in
        let same =
          "SELECT number FROM lessons WHERE incident = 0 AND sha256 = ? AND sha256 <> '' ORDER BY number"
        let open = "SELECT max(number) FROM postmortems WHERE number < \(DeskLimits.privateNumbers.lowerBound)"
        return (try Int.fetchOne(db, sql: same, arguments: [digest]), try Int.fetchOne(db, sql: open) ?? 0)
      }
      if let known {
        throw IncidentRefusal(
          .nothingNew, place: place, message: "the library has this text: PM-\(known)",
          hint: "nothing needs to be done; a changed text becomes its next version")
      }
      let events = [try PostmortemEvent.started(start).document()]
      let traits = DocumentTraits(title: start.title, started: start.facts?.started, source: start.source)
      if let known = try await knownDocument(traits, origin: .library, for: caller) {
        let version = try await foldPostmortem(known).version
        return WritePlan(
          appends: [append(events, to: StreamName("postmortem", number: known), at: version, by: caller)],
          receipt: WriteReceipt(version: version + 1, number: known, isNewVersion: true))
      }
      return WritePlan(
        appends: [append(events, to: StreamName("postmortem", number: taken + 1), at: 0, by: caller)],
        receipt: WriteReceipt(version: 1, number: taken + 1))
    }
  }

  private static func start(_ document: LibraryDocument, place: String) throws -> PostmortemStart {
    let size = document.text.utf8.count
    guard size <= DeskLimits.postmortemBytesMax else {
      throw DeskError(
        .limitPassed(limit: DeskLimits.postmortemBytesMax, actual: size), place: place,
        message: "it has \(size) bytes, and a postmortem may have \(DeskLimits.postmortemBytesMax)",
        hint: "take out what is not text, such as embedded pictures")
    }
    guard document.text.contains(where: { !$0.isWhitespace }) else {
      throw DeskError(
        .emptyDocument, place: place, message: "there is no text in it", hint: "add a document with words")
    }
    let name = document.source?.split(separator: "/").last.map(String.init) ?? "document"
    let parsed = PostmortemDocument(parsing: document.text)
    let read = DocumentFacts(parsed, fileName: name)
    let given = document.title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let title = given.isEmpty ? read.title : given.shortened(to: DeskLimits.titleScalarsMax)
    var facts = read.facts
    facts.title = title
    // Names of files often begin with the day: `2024-05-14-gate.md`.
    if facts.started == nil { facts.day = parsed.statedDay ?? PostmortemDocument.day(ofFile: name) }
    return PostmortemStart(
      incident: nil, origin: .library, title: title, text: document.text, source: document.source, facts: facts,
      notes: document.notes)
  }
}
