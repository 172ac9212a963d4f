/// What one preparation takes on.
package enum PublicationLimits {
  /// UTF-8 bytes of the document; a longer one is refused with a finding and prepared as an empty text.
  package static let markdownBytesMax = 2 * 1024 * 1024
  /// People whose names are replaced; further ones are not read, which a finding says.
  package static let peopleMax = 500
  /// UTF-8 bytes of a name or a role phrase that are read.
  package static let nameBytesMax = 200
  /// UTF-8 bytes of the opening text; what is longer is refused with a finding and left out.
  package static let openingBytesMax = 8 * 1024
  /// Findings of one kind that are listed; a last one says how many more there are.
  package static let findingsPerRuleMax = 200
}
