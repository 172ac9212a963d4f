internal import Postmortems

/// Parts that are marked for some audiences, and comments.
extension Preparation {
  private struct Part {
    var open: Range<Int>
    var audiences: Set<PublicationAudience>
    var isUnreadable: Bool
    var end: Range<Int>?
  }

  mutating func applyMarks() {
    let places = MarkdownPlaces(text.text)
    let (marks, inCode) = AudienceMark.marks(in: places)
    for range in inCode {
      note(.markInCode, "a mark of audience stands inside code and is printed", at: range)
    }
    var parts: [Part] = []
    var open: [Int] = []
    var edits: [SourcedText.Edit] = []
    for mark in marks {
      switch mark.meaning {
      case .comment: continue
      case .end:
        if let index = open.popLast() {
          parts[index].end = mark.range
        } else {
          note(.strayEnd, "this end has no beginning", at: mark.range)
          edits.append(text.cut(mark.range))
        }
      case .only, .unreadable:
        if !open.isEmpty { note(.nestedMark, "a mark stands inside a part that another one opened", at: mark.range) }
        open.append(parts.count)
        parts.append(Part(open: mark.range, audiences: audiences(of: mark), isUnreadable: mark.meaning == .unreadable))
      }
    }
    for index in parts.indices where parts[index].end == nil {
      let part = parts[index]
      // Inside nothing is lost for a mark that was forgotten.
      parts[index].audiences.insert(.internal)
      if part.isUnreadable { continue }
      note(.unclosedMark, "the part that begins here has no end", at: part.open, fix: "<!-- end only -->")
    }
    hide(parts, edits)
  }

  private mutating func audiences(of mark: AudienceMark) -> Set<PublicationAudience> {
    guard case .only(let audiences, let unknown) = mark.meaning else {
      note(
        .unreadableMark, "this looks like a mark of audience and cannot be read", at: mark.range,
        fix: "<!-- only: internal -->")
      return [.internal]
    }
    for word in unknown {
      note(
        .unknownAudience,
        word.isEmpty ? "a mark of audience names nobody" : "'\(word.prefix(40))' is no audience", at: mark.range,
        fix: "internal, stakeholders, public")
    }
    return unknown.isEmpty ? audiences : audiences.union([.internal])
  }

  private mutating func hide(_ parts: [Part], _ edits: [SourcedText.Edit]) {
    var edits = edits
    var hiddenEnd = 0
    for part in parts where part.open.lowerBound >= hiddenEnd {
      guard !part.audiences.contains(audience) else {
        edits.append(text.cut(part.open))
        if let end = part.end { edits.append(text.cut(end)) }
        continue
      }
      let range = part.open.lowerBound..<(part.end?.upperBound ?? text.bytes.count)
      let inner = part.open.upperBound..<(part.end?.lowerBound ?? text.bytes.count)
      drop(.audienceMark, firstWords(inner), range)
      edits.append(text.cut(range))
      hiddenEnd = range.upperBound
    }
    text.apply(edits)
  }

  /// Comments are for those who write; they stay inside.
  mutating func dropComments() {
    guard audience != .internal else { return }
    let places = MarkdownPlaces(text.text)
    var edits: [SourcedText.Edit] = []
    for mark in AudienceMark.marks(in: places).marks {
      drop(.comment, firstWords(mark.range), mark.range)
      edits.append(text.cut(mark.range))
    }
    text.apply(edits)
  }
}
