import Foundation
import Rephrasing
import Testing

/// How many patterns of a list that others made are answered; skipped where the list is absent.
@Suite(.enabled(if: !ClosingPattern.all.isEmpty))
struct ClosingPatternTests {
  /// Words to customers are for `mayday update review`.
  private static let ofUpdates: Set<String> = [
    "no_next_update", "vague_comms", "hedging", "passive_evasion", "no_apology",
  ]
  /// What stands for the letters of a pattern.
  private static let people = ["the engineer", "you", "she"]
  private static let acts: [String: (base: String, done: String, thing: String)] = [
    "test": ("test the change", "tested the change", "the change"),
    "ask": ("ask for a second look", "asked for a second look", "the full disk"),
    "roll": ("roll back earlier", "rolled back earlier", "the rising queue"),
  ]

  /// The sentences of a pattern: its letters filled, parts between slashes one each.
  private static func sentences(of pattern: String) -> [String] {
    let parts = pattern.components(separatedBy: " / ")
    // A bare word is said in a sentence.
    let whole = parts.map { part in
      ["careless", "sloppy", "lazy"].contains(part)
        ? "They were \(part)." : part == "refused to" ? "X refused to Y" : part
    }
    return whole.flatMap { part in
      guard part.contains("X") || part.contains("Y") || part == "obviously" || part == "clearly" else { return [part] }
      if part == "obviously" || part == "clearly" { return ["\(part) the flag was wrong"] }
      let isPerson =
        !part.hasPrefix("consider") && !part.hasPrefix("look into") && !part.hasPrefix("rewrite")
        && !part.hasPrefix("we will")
      return people.flatMap { who in
        acts.values.map { act in
          let filled = part.contains("have Y") ? act.done : part.contains("notice Y") ? act.thing : act.base
          return part.replacing("X", with: isPerson ? who : act.thing).replacing("Y", with: filled)
        }
      }
    }
  }

  @Test func `nearly all that are about people and causes are answered`() throws {
    let inScope = ClosingPattern.all.filter { !Self.ofUpdates.contains($0.label) }
    var answered: [String] = []
    var missed: [String] = []
    for pattern in inScope {
      let sentences = Self.sentences(of: pattern.pattern)
      let isWhole = try sentences.allSatisfy { try !Rephraser.answer(to: $0).isOpen }
      if isWhole { answered.append(pattern.pattern) } else { missed.append(pattern.pattern) }
    }
    print("\(answered.count) of \(inScope.count) in scope, of \(ClosingPattern.all.count); not: \(missed)")
    #expect(Double(answered.count) >= 0.85 * Double(inScope.count))
  }

  @Test func `the questions of the list are open`() throws {
    var closing: [String] = []
    for pattern in ClosingPattern.all where !Self.ofUpdates.contains(pattern.label) && pattern.suggestion.hasSuffix("?")
    {
      if try !Rephraser.answer(to: pattern.suggestion).isOpen { closing.append(pattern.suggestion) }
    }
    #expect(closing == [])
  }
}

/// A line of the list.
struct ClosingPattern: Decodable, Sendable {
  var pattern: String
  var suggestion: String
  var label: String

  static let all: [ClosingPattern] = {
    let file: URL
    if let path = ProcessInfo.processInfo.environment["MAYDAY_CORPORA"] {
      file = URL(fileURLWithPath: path).appendingPathComponent("lint/rewrites.jsonl")
    } else {
      let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      file = package.deletingLastPathComponent().appendingPathComponent("shared/corpora/lint/rewrites.jsonl")
    }
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Self.self, from: Data($0.utf8)) }
  }()
}
