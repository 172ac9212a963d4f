import Testing
import TextComparing

struct TextAnchorTests {
  private let text = """
    The release was copied to seven hosts. Nothing counted them.

    The flag started an old strategy on the eighth host. Nothing compared what was sent with what was ordered.

    The release was taken back at 13:52. Nothing counted them.
    """

  private func anchor(_ quote: String, occurrence: Int = 0, in text: String) throws -> TextAnchor {
    let ranges = text.ranges(of: quote)
    return TextAnchor(try #require(ranges.indices.contains(occurrence) ? ranges[occurrence] : nil), in: text)
  }

  private func found(_ anchor: TextAnchor, in text: String) -> String? {
    anchor.find(in: text).map { String(text[$0.range]) }
  }

  @Test func `a passage that stands once is found after edits around it`() throws {
    let anchor = try anchor("an old strategy on the eighth host", in: text)
    let edited = "A new first line.\r\n\r\n" + text.replacing("seven hosts", with: "7 of 8 hosts")
    let place = try #require(anchor.find(in: edited))
    #expect(edited[place.range] == "an old strategy on the eighth host")
    #expect(place.certainty == .exact)
  }

  @Test func `of several equal passages the one in the same surroundings is taken`() throws {
    let second = try anchor("Nothing counted them.", occurrence: 1, in: text)
    let edited = "New start. " + text.replacing("13:52", with: "13:53")
    let place = try #require(second.find(in: edited))
    #expect(place.certainty == .context)
    #expect(place.range == edited.ranges(of: "Nothing counted them.").last)
    let first = try anchor("Nothing counted them.", occurrence: 0, in: text)
    #expect(first.find(in: edited)?.range == edited.ranges(of: "Nothing counted them.").first)
  }

  @Test func `without surroundings the nearest is taken`() throws {
    let lines = String(repeating: "x\n", count: 50)
    let start = lines.index(lines.startIndex, offsetBy: 60)
    let anchor = TextAnchor(quote: "x", position: 60)
    #expect(anchor.find(in: lines)?.range.lowerBound == start)
  }

  @Test func `a passage that was edited is found with what it became`() throws {
    let anchor = try anchor("The flag started an old strategy on the eighth host.", in: text)
    let edited = text.replacing(
      "The flag started an old strategy on the eighth host.",
      with: "The flag then woke an old and forgotten strategy on the eighth host.")
    let place = try #require(anchor.find(in: edited))
    #expect(place.certainty == .edited)
    #expect(edited[place.range] == "The flag then woke an old and forgotten strategy on the eighth host.")
    #expect(place.likeness > 0.5 && place.likeness < 1)
  }

  @Test func `a passage that is gone is not found elsewhere`() throws {
    let anchor = try anchor("The flag started an old strategy on the eighth host.", in: text)
    #expect(anchor.find(in: "The release was copied to seven hosts. Nothing counted them. The end of the host.") == nil)
    #expect(anchor.find(in: "") == nil)
    let without = text.replacing("The flag started an old strategy on the eighth host. ", with: "")
    #expect(anchor.find(in: without) == nil)
    #expect(TextAnchor(quote: "").find(in: text) == nil)
    #expect(TextAnchor(quote: " \n").find(in: text) == nil)
  }

  @Test func `line ends, wrapped lines and emoji change nothing`() throws {
    let source = "Erste Zeile 👩‍🚒\nÄrger im Büro: das Relais\nfiel aus 🔥🔥, dann Ruhe. Ende."
    let anchor = try anchor("das Relais\nfiel aus 🔥🔥", in: source)
    let edited = "Vorab.\r\n" + source.replacing("\n", with: "\r\n").replacing("Erste", with: "Die erste")
    #expect(found(anchor, in: edited) == "das Relais\r\nfiel aus 🔥🔥")
    #expect(found(anchor, in: "So das   Relais fiel aus 🔥🔥.") == "das   Relais fiel aus 🔥🔥")
    // A part of a word may be a passage too.
    #expect(found(TextAnchor(quote: "elais"), in: edited) == "elais")
  }

  @Test func `the place is counted in scalars and the context is cut`() throws {
    let source = "👩‍🚒 " + String(repeating: "é", count: 40) + "QUOTE" + String(repeating: "z", count: 40)
    let anchor = try anchor("QUOTE", in: source)
    #expect(anchor.position == 4 + 40)
    #expect(anchor.prefix.count == ComparisonLimits.contextCharacters)
    #expect(anchor.suffix == String(repeating: "z", count: ComparisonLimits.contextCharacters))
  }

  @Test func `what is found lies in the text, whatever the edits`() throws {
    for seed in 0..<200 {
      var random = SeededGenerator(UInt64(seed))
      let source = random.text(80)
      let characters = Array(source.indices)
      guard characters.count > 20 else { continue }
      let low = Int.random(in: 0..<(characters.count - 10), using: &random)
      let anchor = TextAnchor(characters[low]..<characters[low + 8], in: source)
      #expect(
        source[characters[low]..<characters[low + 8]].allSatisfy(\.isWhitespace) || anchor.find(in: source) != nil,
        "seed \(seed)")
      let edited = random.edited(source, edits: 6)
      if let place = anchor.find(in: edited) {
        #expect(place.range.upperBound <= edited.endIndex && !place.range.isEmpty, "seed \(seed)")
      }
    }
  }
}
