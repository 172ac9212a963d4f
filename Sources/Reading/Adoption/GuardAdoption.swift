package import Guards

/// Puts a guard of a reading into a file of guards; what stands in the file stays as it is, byte for byte.
package enum GuardAdoption {
  /// Why it was not put there.
  package enum Refusal: Error, Sendable {
    /// A guard of that name stands on this line.
    case nameTaken(line: Int)
    /// The list of the file has a form in which no item can be put below the others.
    case unusualForm
    /// With it the file would be too long, or have too many guards.
    case limitPassed(String)
    /// The file cannot be read as it is.
    case unreadable(GuardFileError)
  }

  /// The text of the file with the guard at the end of its list; `text` is nil where there is no file yet.
  ///
  /// The result is read again before it is given: it holds the guards from before, and the new one last.
  package static func text(
    adding item: ReadingGuard, from reading: ReadingDocument, to text: String?, path: String = GuardFile.nameUsual
  ) throws(Refusal) -> String {
    let before = text.flatMap { GuardItem.isBlank($0) ? nil : $0 }
    var known: GuardFile?
    if let before {
      do { known = try GuardFile(parsing: before, path: path) } catch { throw .unreadable(error) }
    }
    if let taken = known?.guards.first(where: { $0.name == item.definition.name }) {
      throw .nameTaken(line: taken.place?.line ?? 1)
    }
    let result = try placed(item, reading, in: before, known)
    let after: GuardFile
    do {
      after = try GuardFile(parsing: result, path: path)
    } catch {
      let isTooMuch =
        result.utf8.count > GuardLimits.fileBytesMax || (known?.guards.count ?? 0) >= GuardLimits.guardsMax
      if isTooMuch, let first = error.problems.first { throw .limitPassed(first.reason) }
      throw .unusualForm
    }
    guard after.guards.dropLast().map(bare) == (known?.guards ?? []).map(bare),
      after.guards.last.map(bare) == bare(item.definition)
    else { throw .unusualForm }
    return result
  }

  private static func bare(_ definition: GuardDefinition) -> GuardDefinition {
    var copy = definition
    copy.place = nil
    return copy
  }

  private static func placed(
    _ item: ReadingGuard, _ reading: ReadingDocument, in text: String?, _ known: GuardFile?
  ) throws(Refusal) -> String {
    let lines = item.yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func added(_ indentation: Int, _ lineEnd: String) -> String {
      let note = "# From Mayday's library, \(reading.name): adapt what its comments name."
      return String(repeating: " ", count: indentation) + note + lineEnd
        + GuardItem.indented(lines, by: indentation, lineEnd: lineEnd)
    }
    guard let text, let known else { return "guards:\n" + added(2, "\n") }
    let lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
    guard let last = known.guards.compactMap({ $0.place?.line }).max() else {
      // Only 'reach' stands there.
      return ended(text, lineEnd) + lineEnd + "guards:" + lineEnd + added(2, lineEnd)
    }
    var pieces = Self.pieces(text)
    guard last <= pieces.count, pieces[last - 1].drop(while: { $0 == " " }).hasPrefix("-") else { throw .unusualForm }
    let indentation = GuardItem.indentation(pieces[last - 1])
    var end = last
    for index in last..<pieces.count where !GuardItem.isBlank(pieces[index]) {
      guard GuardItem.indentation(pieces[index]) > indentation else { break }
      end = index + 1
    }
    pieces[end - 1] = ended(pieces[end - 1], lineEnd)
    pieces.insert(lineEnd + added(indentation, lineEnd), at: end)
    return pieces.joined()
  }

  private static func ended(_ text: String, _ lineEnd: String) -> String {
    text.isEmpty || text.utf8.last == 10 ? text : text + lineEnd
  }

  /// Lines with their ends.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      bytes.append(byte)
      guard byte == 10 else { continue }
      pieces.append(String(decoding: bytes, as: UTF8.self))
      bytes = []
    }
    if !bytes.isEmpty { pieces.append(String(decoding: bytes, as: UTF8.self)) }
    return pieces
  }
}
