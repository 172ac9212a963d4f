/// What a reading can be found by: a kind of failure, or something that a team runs.
enum ReadingTerm: Hashable {
  case kind(ReadingKind)
  /// As the reading writes it.
  case technology(String)

  /// Names of products tell more than general words, and kinds are general.
  var weight: Double {
    switch self {
    case .kind: 1
    case .technology(let name): CuePhrases.isProduct(name) ? 2 : 1
    }
  }

  /// Phrases of which one must stand in a cue.
  var phrases: [CuePhrase] {
    switch self {
    case .kind(let kind): (CuePhrases.ofKinds[kind] ?? []).map { CuePhrase($0) }
    case .technology(let name): CuePhrases.ofTechnology(name)
    }
  }
}
