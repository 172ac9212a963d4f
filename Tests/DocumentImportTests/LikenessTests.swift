import DocumentImport
import Foundation
import Testing

/// Which documents of a folder are taken for postmortems.
struct LikenessTests {
  private static func files(_ folder: String) -> [URL] {
    let place = Fixture.folder.appendingPathComponent(folder)
    let files = try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.path < $1.path }
  }

  private func read(_ file: URL) throws -> ImportedDocument {
    try ImportedDocument(path: file.lastPathComponent, origin: "folder", bytes: [UInt8](try Data(contentsOf: file)))
  }

  @Test func `there is something to judge`() {
    #expect(Self.files("Others").count >= 30)
    #expect(Self.files("Accounts").count >= 10)
  }

  @Test(arguments: files("Others"))
  func `what instructs, plans, lists or minutes is left out, with a reason`(file: URL) throws {
    let document = try read(file)
    #expect(document.leftOut != nil, "\(document.title)")
  }

  @Test(arguments: files("Accounts"))
  func `what tells of something that went wrong is taken, whatever its headings`(file: URL) throws {
    let document = try read(file)
    #expect(document.leftOut == nil, "\(document.title): \(document.leftOut ?? "")")
  }

  @Test(arguments: [
    ("runbook-alert.md", "runbook"), ("adr.md", "decision record"), ("meeting-notes.md", "'weekly'"),
    ("sprint-retro.md", "'sprint'"), ("index.md", "list of links"), ("template.md", "template"),
    ("design-doc.md", "design"), ("migration-story.md", "nothing that went wrong"),
  ])
  func `the reason says what it was taken for`(name: String, words: String) throws {
    let document = try read(Fixture.folder.appendingPathComponent("Others/" + name))
    #expect(document.leftOut?.contains(words) == true, "\(document.leftOut ?? "taken")")
  }
}
