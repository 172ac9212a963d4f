import Foundation
import ShippedDocuments
import Testing

struct ShippedDocumentTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/CShippedDocuments/Documents")

  @Test(arguments: ShippedDocument.Kind.allCases)
  func `every file of the folder is in the program, byte for byte`(kind: ShippedDocument.Kind) throws {
    let folder = Self.folder.appendingPathComponent(kind.rawValue)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    #expect(files.map { String($0.dropLast(3)) }.sorted() == ShippedDocument.all(of: kind).map(\.name))
    for file in files {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      #expect(ShippedDocument.named(String(file.dropLast(3)), of: kind)?.text == text, "\(file)")
    }
  }

  @Test func `a name finds its document in its kind only`() {
    #expect(ShippedDocument.named("gitlab-2017", of: .reading)?.text.hasPrefix("---\nreading: gitlab-2017\n") == true)
    #expect(ShippedDocument.named("gitlab-2017", of: .plan) == nil)
    #expect(ShippedDocument.named("no-such", of: .reading) == nil)
  }
}
