/// The YAML at the head of a document, as strings by key in the order of the file.
package struct FrontMatter: Sendable {
  /// A key of the outermost mapping.
  package struct Entry: Sendable, Hashable {
    package var key: String
    /// The scalars below the key; one for a plain value, several for a list, none for an empty value.
    package var values: [String]
    /// Line of the key, from 1.
    package var line: Int
    /// Column of the value, from 1 in scalars; that of the key when the value is empty.
    package var column: Int

    /// The values, joined with commas.
    package var value: String { values.joined(separator: ", ") }
  }

  /// Something that keeps the front matter from being read.
  package struct Problem: Sendable, Hashable {
    package var line: Int
    package var column: Int
    /// One lower-case sentence without a full stop.
    package var message: String
    /// What to do about it.
    package var hint: String
  }

  package var entries: [Entry] = []
  package var problems: [Problem] = []
  /// Lines that it takes up, both fences included; 0 when there is none.
  package var lineCount = 0

  package init() {}

  /// The value of a key, case ignored; nil when it is missing or empty.
  package subscript(key: String) -> String? {
    guard let entry = entry(key), !entry.value.isEmpty else { return nil }
    return entry.value
  }

  package func entry(_ key: String) -> Entry? {
    let wanted = key.lowercased()
    return entries.first { $0.key.lowercased() == wanted }
  }
}
