package import TextComparing

/// Two texts as one, word by word: what was removed is struck through, what was added underlined, both with a sign.
package struct Difference: Sendable {
  private let passages: [Passage]

  package init(passages: [Passage]) { self.passages = passages }

  /// Passages without a change that are longer than this are folded in their middle.
  private static let sameMax = 600
  private static let sameShown = 220

  private var isSame: Bool { !passages.contains { $0.kind != .same } }

  package var html: HTML {
    guard !isSame else { return Tag.p(.class("gap-block")) { "The two texts are the same." } }
    return Tag.div(
      .class("difference"), .set("role", "region"), .set("tabindex", "0"), .label("Differences, word by word")
    ) {
      for (offset, passage) in passages.enumerated() { html(passage, at: offset) }
    }
  }

  /// Says what the signs mean; stands once above a difference.
  package static var legend: HTML {
    Tag.p(.class("difference-legend")) {
      Tag.del { "struck through, with −" }
      " stood in the older text; "
      Tag.ins { "underlined, with +" }
      " stands in the newer one."
    }
  }

  private func html(_ passage: Passage, at offset: Int) -> HTML {
    switch passage.kind {
    case .removed: return Tag.del { passage.text }
    case .added: return Tag.ins { passage.text }
    case .same: return same(passage.text, isFirst: offset == 0, isLast: offset == passages.count - 1)
    }
  }

  private func same(_ text: String, isFirst: Bool, isLast: Bool) -> HTML {
    guard text.count > Self.sameMax else { return HTML(text) }
    let start = isFirst ? "" : String(text.prefix(Self.sameShown))
    let end = isLast ? "" : String(text.suffix(Self.sameShown))
    let middle = text.dropFirst(start.count).dropLast(end.count)
    return .joined([
      HTML(start),
      Tag.details(.class("difference-fold")) {
        Tag.summary { "\(Wording.count(middle.split { $0.isWhitespace }.count, "word")) the same" }
        Tag.div { HTML(String(middle)) }
      },
      HTML(end),
    ])
  }
}
