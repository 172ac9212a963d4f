import Guards
package import Postmortems

/// A reading with its text and its parts, and who read it together.
package struct ReadingWhole: Codable, Hashable, Sendable {
  /// A guard to adopt.
  package struct Guard: Codable, Hashable, Sendable {
    package var name: String
    package var title: String
    /// An item of the list `guards` of mayday.yaml.
    package var yaml: String
  }

  /// A line to adopt.
  package struct Line: Codable, Hashable, Sendable {
    package var number: Int
    package var process: String
    package var text: String
    package var expects: ChecklistLine.Expectation
    /// The process whose checklist has it already; nil where none has.
    package var checklist: String?

    package var isAdopted: Bool { checklist != nil }
  }

  package struct Source: Codable, Hashable, Sendable {
    package var text: String
    package var address: String?
  }

  package var listing: ReadingListing
  /// The document, as Markdown with its front matter.
  package var text: String
  package var summary: String
  package var guards: [Guard]
  package var lines: [Line]
  package var questions: [String]
  package var sources: [Source]
  package var circles: [ReadingRecord.Circle]

  /// `adopted`: the process whose checklist has a line already, by the line's number.
  package init(_ reading: ReadingDocument, _ record: ReadingRecord? = nil, adopted: [Int: String] = [:]) {
    listing = ReadingListing(reading, record)
    text = reading.text
    summary = reading.summary
    guards = reading.guards.map { Guard(name: $0.definition.name, title: $0.definition.title, yaml: $0.yaml) }
    lines = reading.lines.map {
      Line(
        number: $0.number, process: $0.process, text: $0.text, expects: $0.expects,
        checklist: adopted[$0.number])
    }
    questions = reading.questions
    sources = reading.sources.map { Source(text: $0.text, address: $0.address) }
    circles = record?.circles ?? []
  }

  // Its listing's members stand beside the others.
  private enum CodingKeys: String, CodingKey {
    case text, summary, guards, lines, questions, sources, circles
  }

  package init(from decoder: any Decoder) throws {
    listing = try ReadingListing(from: decoder)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    text = try values.decode(String.self, forKey: .text)
    summary = try values.decode(String.self, forKey: .summary)
    guards = try values.decode([Guard].self, forKey: .guards)
    lines = try values.decode([Line].self, forKey: .lines)
    questions = try values.decode([String].self, forKey: .questions)
    sources = try values.decode([Source].self, forKey: .sources)
    circles = try values.decode([ReadingRecord.Circle].self, forKey: .circles)
  }

  package func encode(to encoder: any Encoder) throws {
    try listing.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(text, forKey: .text)
    try values.encode(summary, forKey: .summary)
    try values.encode(guards, forKey: .guards)
    try values.encode(lines, forKey: .lines)
    try values.encode(questions, forKey: .questions)
    try values.encode(sources, forKey: .sources)
    try values.encode(circles, forKey: .circles)
  }
}
