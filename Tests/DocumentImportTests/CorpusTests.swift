import DocumentImport
import Documents
import Foundation
import Testing

/// Real postmortems; they are no part of the project, and the tests on them are skipped where they are absent.
enum Corpus {
  static let postmortems: [URL] = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let near = package.deletingLastPathComponent().appendingPathComponent("shared/corpora")
    let named = ProcessInfo.processInfo.environment["MAYDAY_CORPORA"].map { URL(fileURLWithPath: $0) }
    let root = (named ?? near).appendingPathComponent("postmortems")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
  }()
}

@Suite(.enabled(if: !Corpus.postmortems.isEmpty))
struct CorpusTests {
  private let isVerbose = ProcessInfo.processInfo.environment["MAYDAY_VERBOSE"] != nil

  @Test func `nearly all real postmortems are taken for postmortems`() throws {
    var taken = 0
    var sections = 0
    for file in Corpus.postmortems {
      let document = try ImportedDocument(
        path: file.lastPathComponent, origin: "corpus", bytes: [UInt8](try Data(contentsOf: file)))
      sections += document.sections.count
      if let reason = document.leftOut {
        if isVerbose {
          print("left out:", file.lastPathComponent, document.kind, document.sections.map(\.rawValue), reason)
        }
      } else {
        taken += 1
      }
      #expect(document.kind == .markdown, "\(file.lastPathComponent)")
    }
    print("taken \(taken) of \(Corpus.postmortems.count); sections with text \(sections)")
    #expect(Double(taken) / Double(Corpus.postmortems.count) >= 0.85)
  }

  @Test func `Markdown made HTML and read back says the same`() throws {
    var same = 0
    var counts: [String: (all: Int, kept: Int)] = [:]
    for file in Corpus.postmortems {
      let text = try String(contentsOf: file, encoding: .utf8)
      let first = PostmortemDocument(parsing: text)
      let body =
        first.frontMatter.lineCount == 0
        ? text
        : text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(first.frontMatter.lineCount)
          .joined(separator: "\n")
      let html = MarkdownHTML.render(body)
      let back = HTMLToMarkdown(html)
      let again = MarkdownHTML.render(back.markdown)
      if Self.plain(html) == Self.plain(again) { same += 1 } else if isVerbose { Self.show(file, html, again) }
      let before = Self.structure(MarkdownHTML.render(body))
      let after = Self.structure(again)
      for (name, marks) in before {
        let kept = marks.count - marks.difference(from: after[name] ?? []).removals.count
        counts[name, default: (0, 0)].all += marks.count
        counts[name, default: (0, 0)].kept += kept
      }
    }
    let words = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.kept)/\($0.value.all)" }
    print("identical \(same) of \(Corpus.postmortems.count); kept:", words.joined(separator: ", "))
    #expect(Double(same) / Double(Corpus.postmortems.count) >= 0.75)
    for (name, count) in counts {
      #expect(Double(count.kept) / Double(count.all) >= 0.9, "\(name): \(count)")
    }
  }

  /// The elements of each kind with the text in them, in order.
  private static func structure(_ html: String) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for name in ["h1", "h2", "h3", "h4", "li", "tr", "pre", "a ", "blockquote", "strong", "em"] {
      for piece in html.components(separatedBy: "<\(name)").dropFirst() {
        let end = piece.range(of: "</\(name.trimmingCharacters(in: .whitespaces))>")?.lowerBound ?? piece.endIndex
        result[name, default: []].append(plain(String(piece[..<end])))
      }
    }
    return result
  }

  /// Without what carries no meaning: white space between elements, and paragraphs in loose lists.
  private static func plain(_ html: String) -> String {
    html.replacingOccurrences(of: " align=\"[a-z]+\"", with: "", options: .regularExpression)
      .replacingOccurrences(of: "<p>", with: " ").replacingOccurrences(of: "</p>", with: " ")
      .replacingOccurrences(
        of: "</?(ul|ol|li|blockquote|table|thead|tbody|tr|h[1-6])", with: " $0", options: .regularExpression
      )
      .split(whereSeparator: \.isWhitespace).joined(separator: " ").replacingOccurrences(of: "> ", with: ">")
      .replacingOccurrences(of: " <", with: "<")
  }

  private static func show(_ file: URL, _ before: String, _ after: String) {
    let (one, two) = (Array(plain(before)), Array(plain(after)))
    let place = zip(one, two).prefix { $0 == $1 }.count
    func part(_ text: [Character]) -> String { String(text[max(0, place - 60)..<min(text.count, place + 80)]) }
    print("differs:", file.lastPathComponent, "\n  -", part(one), "\n  +", part(two))
  }
}
