import Documents
import Foundation
import Testing

/// Skipped where the corpora are absent.
@Suite(.enabled(if: !Corpus.postmortems.isEmpty))
struct CorpusTests {
  @Test(arguments: Corpus.postmortems)
  func `a real postmortem keeps its text, and a new body changes nothing else`(file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let document = PostmortemDocument(parsing: text)
    #expect(document.text == text)
    let bytes = Array(text.utf8)
    for section in document.sections {
      #expect(String(decoding: bytes[section.bodyBytes], as: UTF8.self) == section.body)
      guard let kind = section.kind, let first = document.section(kind), first.bytes == section.bytes else { continue }
      let changed = document.replacingBody(of: kind, with: "Nothing of note.")
      let before = bytes[..<section.bodyBytes.lowerBound]
      let after = bytes[section.bodyBytes.upperBound...]
      #expect(changed.text.utf8.starts(with: before), "\(kind)")
      #expect(Array(changed.text.utf8).suffix(after.count) == after, "\(kind)")
      #expect(changed.section(kind)?.body.contains("Nothing of note.") == true, "\(kind)")
      #expect(changed.sections.map(\.kind).filter { $0 != nil && $0 != kind }.count <= document.sections.count)
    }
  }

  @Test
  func `most of the sections that a reader would name are found`() throws {
    var found: [SectionKind: Int] = [:]
    var unknown: [String: Int] = [:]
    var rows = 0
    var instants = 0
    var actions = 0
    var owned = 0
    var owning = 0
    var dated = 0
    var linked = 0
    for file in Corpus.postmortems {
      let document = PostmortemDocument(parsing: try String(contentsOf: file, encoding: .utf8))
      for kind in SectionKind.allCases where document.section(kind) != nil { found[kind, default: 0] += 1 }
      for section in document.sections where section.kind == nil && section.level > 0 {
        unknown[section.heading, default: 0] += 1
      }
      rows += document.timelineRows.count
      instants += document.timelineRows.count { $0.instant != nil }
      let items = document.actions
      actions += items.count
      owned += items.count { $0.owner != nil }
      dated += items.count { $0.due != nil }
      linked += items.count { $0.link != nil }
      if items.contains(where: { $0.owner != nil }) { owning += 1 }
      if ProcessInfo.processInfo.environment["MAYDAY_VERBOSE"] != nil {
        for item in items {
          print(
            "action", file.lastPathComponent, item.line, item.isDone ? "done" : "open",
            "owner=\(item.owner ?? "-") due=\(item.due ?? "-") link=\(item.link ?? "-") :: \(item.text.prefix(160))")
        }
      }
    }
    print("actions \(actions): owner \(owned) in \(owning) documents, due \(dated), link \(linked)")
    print("sections", SectionKind.allCases.map { "\($0.rawValue) \(found[$0] ?? 0)" }.joined(separator: ", "))
    print("of \(Corpus.postmortems.count); rows \(rows), with instant \(instants), actions \(actions)")
    let count = Double(Corpus.postmortems.count)
    #expect(Double(found[.timeline, default: 0]) / count > 0.8)
    #expect(Double(found[.actions, default: 0]) / count > 0.5)
    #expect(Double(found[.summary, default: 0]) / count > 0.5)
    #expect(rows > 450 && instants > 300 && actions > 200)
    if ProcessInfo.processInfo.environment["MAYDAY_VERBOSE"] != nil {
      print(
        unknown.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(
          separator: "\n"))
    }
  }
}
