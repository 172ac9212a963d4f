import Foundation
import Testing

/// The house rules, held against the source tree.
///
/// Each failure names the file and what to do.
struct TidyTests {
  /// Rooms from the ground up; a room imports rooms of lower floors only.
  private static let floors: [[String]] = [
    [
      "CArchive", "CMarkGFM", "CPcap", "CZlib", "Chronology", "Findings", "TextComparing", "CLibXML2",
      "CShippedDocuments",
    ],
    [
      "Accounts", "Incidents", "Journal", "EvidenceRecords", "Documents", "PublicStatus", "Guards", "SafetySurveys",
      "Schemas", "ShippedDocuments",
    ],
    ["EvidenceReading", "Plans", "Postmortems", "DocumentImport"],
    ["WireSchemas"],
    ["Interchange"],
    ["APIDescription", "Drills", "PatternMining"],
    ["TimelineBuilding"],
    [
      "AccountStore", "Authoring", "Learning", "Reading", "Review", "JournalSQLite", "RemoteClient", "Publishing",
      "SurveyStore",
    ],
    ["RecordViews", "Rephrasing"],
    ["Desk"],
    ["PageKit"],
    ["DrillPages", "LessonPages", "ReadinessPages", "ReadingPages", "SafetyPages", "StatusPages", "TeamPages"],
    ["APIService", "PostmortemPages", "TerminalPages", "WebPages"],
    ["HTTPService"],
    ["Composition"],
    ["CommandKit"],
    ["LessonCommands", "ReadinessCommands"],
    ["Commands"],
    ["mayday"],
  ]

  @Test func `the tree is there`() {
    #expect(SourceTree.sources.count > 60)
    #expect(SourceTree.tests.count > 20)
  }

  @Test func `every room is told of where people look for it`() throws {
    let page = try String(
      contentsOf: SourceTree.root.appendingPathComponent("Documentation/Modules.md"), encoding: .utf8)
    for room in Set(SourceTree.sources.map(\.room)) {
      let isNamed =
        page.contains("**\(room)**") || page.contains("**\(room),") || page.contains(" \(room),")
        || page.contains(" \(room)**")
      #expect(isNamed, "Documentation/Modules.md does not name \(room)")
    }
  }

  @Test func `no file passes 600 lines, and half are under 100`() {
    let counts = SourceTree.sources.map(\.lines.count).sorted()
    for file in SourceTree.sources + SourceTree.tests {
      #expect(file.lines.count <= 601, "\(file.path) has \(file.lines.count) lines: split it by topic")
    }
    #expect(counts[counts.count / 2] < 120)
  }

  @Test func `no room passes 5,000 lines`() {
    for (room, files) in Dictionary(grouping: SourceTree.sources, by: \.room) {
      let lines = files.reduce(0) { $0 + $1.lines.count }
      #expect(lines <= 5000, "\(room) has \(lines) lines: split it")
    }
  }

  @Test func `no function passes 70 lines`() {
    for file in SourceTree.sources {
      for function in functions(in: file) {
        #expect(
          function.length <= 70, "\(file.path):\(function.line): \(function.length) lines: name its parts and split it")
      }
    }
  }

  @Test(arguments: ["Manager", "Helper", "Helpers", "Util", "Utils", "Common", "Core", "Base"])
  func `no type or file has a name that says nothing`(word: String) throws {
    let pattern = try Regex("(struct|class|enum|actor|protocol) \\w*(\(word))\\b")
    for file in SourceTree.sources {
      #expect(!file.name.hasSuffix(word), "\(file.path): name it after what it is")
      for (index, line) in file.lines.enumerated() where line.firstMatch(of: pattern) != nil {
        Issue.record("\(file.path):\(index + 1): a name that ends in '\(word)': name it after what it is")
      }
    }
  }

  @Test func `arrows point down only`() throws {
    let floor = Dictionary(
      uniqueKeysWithValues: Self.floors.enumerated().flatMap { level, rooms in rooms.map { ($0, level) } })
    let pattern = try Regex("^\\s*(?:package |public |private |internal |@preconcurrency )*import (\\w+)")
    for file in SourceTree.sources {
      let own = try #require(floor[file.room], "\(file.path): a room that this test does not know: add it to its floor")
      for line in file.lines {
        guard let match = line.firstMatch(of: pattern), let name = match.output[1].substring.map(String.init),
          let other = floor[name]
        else { continue }
        #expect(other < own, "\(file.path) imports \(name), which is not below \(file.room)")
      }
    }
  }

  @Test func `every package type says what it is`() throws {
    let pattern = try Regex("^\\s*package (?:final |indirect )*(struct|class|enum|actor|protocol) ")
    for file in SourceTree.sources {
      for (index, line) in file.lines.enumerated() where line.firstMatch(of: pattern) != nil {
        var above = index - 1
        while above >= 0, file.lines[above].trimmingCharacters(in: .whitespaces).hasPrefix("@") { above -= 1 }
        let comment = above >= 0 ? file.lines[above].trimmingCharacters(in: .whitespaces) : ""
        let isNested = line.hasPrefix("  ")
        #expect(
          comment.hasPrefix("///") || isNested, "\(file.path):\(index + 1): a type without a doc comment")
      }
    }
  }

  @Test func `nothing is left to be done later`() throws {
    let pattern = try Regex("//.*\\b(TODO|FIXME|XXX|HACK)\\b")
    for file in SourceTree.sources + SourceTree.tests where file.room != "TidyTests" {
      for (index, line) in file.lines.enumerated() where line.firstMatch(of: pattern) != nil {
        // The reviewer's own words for placeholders stand in strings, not in comments.
        Issue.record("\(file.path):\(index + 1): do it, or write it down as work to do outside the code")
      }
    }
  }

  @Test func `an exception from the checker carries its proof`() {
    for file in SourceTree.sources {
      for (index, line) in file.lines.enumerated()
      where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
        let near = file.lines[max(0, index - 4)..<index].joined()
        #expect(near.contains("//"), "\(file.path):\(index + 1): say why it is safe")
      }
    }
  }

  /// Functions with the number of lines from their head to their closing brace, by indentation.
  private func functions(in file: SourceTree.File) -> [(line: Int, length: Int)] {
    var found: [(Int, Int)] = []
    var isInText = false
    for (index, line) in file.lines.enumerated() {
      if line.components(separatedBy: "\"\"\"").count.isMultiple(of: 2) { isInText.toggle() }
      let bare = line.drop { $0 == " " }
      guard !isInText, !bare.hasPrefix("//"), bare.contains("func ") || bare.contains(" init("),
        // One that ends on its own line has no brace further down.
        !line.hasSuffix("}")
      else { continue }
      let indent = line.count - bare.count
      guard
        let end = file.lines[(index + 1)...].firstIndex(where: {
          $0.hasPrefix(String(repeating: " ", count: indent) + "}")
        })
      else { continue }
      found.append((index + 1, end - index + 1))
    }
    return found
  }
}
