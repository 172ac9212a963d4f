/// A pattern of paths below a folder.
///
/// `*` and `?` stand for characters of one name, `[a-z]` and `[!a-z]` for one character, `**` for any number of folders,
/// `{a,b}` for one of several. A pattern whose last name has none of these also means everything below it: `vendor` is
/// `vendor/**`. Names that begin with a dot are matched as any other.
package struct PathGlob: Sendable {
  private static let alternativesMax = 64

  private enum Part: Hashable {
    case anyFolders
    case name([Piece])
  }

  private enum Piece: Hashable {
    case literal(Character)
    case anyCharacter
    case anyCharacters
    case oneOf([ClosedRange<Character>], isNegated: Bool)
  }

  private let alternatives: [[Part]]

  /// Why a text is not a pattern; nil where it is one.
  package static func problem(_ text: String) -> String? {
    if text.isEmpty { return "it is empty" }
    if text.hasPrefix("/") { return "it begins with a slash; patterns are relative to the folder" }
    if text.split(separator: "/").contains("..") { return "it leaves its folder with '..'" }
    if text.split(separator: "/").allSatisfy({ $0 == "." }) { return "it names the folder itself; write '**'" }
    if expanded(text) == nil { return "its braces stand for more than \(alternativesMax) patterns" }
    return nil
  }

  /// Reads a pattern that has no ``problem(_:)``; nil for one that has.
  package init?(_ text: String) {
    guard Self.problem(text) == nil, let texts = Self.expanded(text) else { return nil }
    alternatives = texts.map { text in
      let names = text.split(separator: "/").filter { $0 != "." }
      var parts = names.map { $0 == "**" ? Part.anyFolders : .name(Self.pieces($0)) }
      // A doubled one says nothing more, and would only cost time.
      parts = parts.enumerated().filter { $0 == 0 || $1 != .anyFolders || parts[$0 - 1] != .anyFolders }.map(\.element)
      return parts
    }
  }

  /// Whether a path, its names divided by slashes, is meant.
  package func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(Array.init)
    return alternatives.contains { Self.matches($0[...], names[...]) }
  }

  /// Whether everything below a folder is meant, so that it need not be looked into one by one.
  package func coversFolder(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(Array.init)
    return alternatives.contains { parts in
      let isDeep = parts.last == .anyFolders || Self.isLiteral(parts.last)
      return isDeep && Self.matches(parts[...], names[...])
    }
  }

  private static func isLiteral(_ part: Part?) -> Bool {
    guard case .name(let pieces)? = part else { return false }
    return pieces.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  private static func matches(_ parts: ArraySlice<Part>, _ names: ArraySlice<[Character]>) -> Bool {
    // Reached: how many names can have been taken when `index` parts have been.
    var reached = Set([0])
    for part in parts {
      var next: Set<Int> = []
      switch part {
      case .anyFolders:
        if let least = reached.min() { next = Set(least...names.count) }
      case .name(let pieces):
        for taken in reached where taken < names.count && matches(pieces, names[names.startIndex + taken]) {
          next.insert(taken + 1)
        }
      }
      guard !next.isEmpty else { return false }
      reached = next
    }
    if reached.contains(names.count) { return true }
    return isLiteral(parts.last)
  }

  /// One name; goes back to the last star only, so the cost is at most the product of both lengths.
  private static func matches(_ pieces: [Piece], _ name: [Character]) -> Bool {
    var piece = 0
    var at = 0
    var star: (piece: Int, at: Int)?
    while at < name.count {
      if piece < pieces.count, pieces[piece] == .anyCharacters {
        star = (piece, at)
        piece += 1
      } else if piece < pieces.count, matches(pieces[piece], name[at]) {
        piece += 1
        at += 1
      } else if let back = star {
        star = (back.piece, back.at + 1)
        piece = back.piece + 1
        at = back.at + 1
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyCharacters }
  }

  private static func matches(_ piece: Piece, _ character: Character) -> Bool {
    switch piece {
    case .literal(let literal): literal == character
    case .anyCharacter, .anyCharacters: true
    case .oneOf(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
    }
  }

  private static func pieces(_ name: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = name
    while let character = rest.popFirst() {
      switch character {
      case "*": if pieces.last != .anyCharacters { pieces.append(.anyCharacters) }
      case "?": pieces.append(.anyCharacter)
      case "[":
        if let (piece, length) = characterClass(rest) {
          pieces.append(piece)
          rest = rest.dropFirst(length)
        } else {
          pieces.append(.literal(character))
        }
      case "\\": pieces.append(.literal(rest.popFirst() ?? character))
      default: pieces.append(.literal(character))
      }
    }
    return pieces
  }

  /// The class that begins behind a bracket, and its length with the closing one; nil where none closes it.
  private static func characterClass(_ text: Substring) -> (Piece, Int)? {
    var characters = Array(text)
    let isNegated = characters.first == "!" || characters.first == "^"
    if isNegated { characters.removeFirst() }
    // A closing bracket in the first place is one of the characters.
    guard let end = characters.dropFirst().firstIndex(of: "]") else { return nil }
    var ranges: [ClosedRange<Character>] = []
    var at = 0
    while at < end {
      if at + 2 < end, characters[at + 1] == "-", characters[at] <= characters[at + 2] {
        ranges.append(characters[at]...characters[at + 2])
        at += 3
      } else {
        ranges.append(characters[at]...characters[at])
        at += 1
      }
    }
    return (.oneOf(ranges, isNegated: isNegated), end + 1 + (isNegated ? 1 : 0))
  }

  /// The patterns that braces stand for, innermost first; nil where there are too many.
  private static func expanded(_ text: String) -> [String]? {
    var done: [String] = []
    var open = [text]
    while let next = open.popLast() {
      guard done.count + open.count < alternativesMax else { return nil }
      guard let close = next.firstIndex(of: "}"), let start = next[..<close].lastIndex(of: "{") else {
        done.append(next)
        continue
      }
      let choices = next[next.index(after: start)..<close].split(separator: ",", omittingEmptySubsequences: false)
      guard choices.count <= alternativesMax else { return nil }
      open += choices.map { "\(next[..<start])\($0)\(next[next.index(after: close)...])" }
    }
    return done
  }
}
