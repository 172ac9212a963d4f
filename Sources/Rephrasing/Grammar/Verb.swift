/// A verb with its forms, so that `tested` can be asked about as `testing`.
///
/// Known verbs only: of a word that is not in the table no form is made, and a wording without it is used.
struct Verb: Hashable, Sendable {
  var base: String
  var past: String
  var participle: String
  var gerund: String

  enum Form: String, Sendable {
    case base, past, participle
  }

  /// The verb of which a word is a form.
  static func of(_ word: String, as form: Form) -> Verb? {
    switch form {
    case .base: byBase[word]
    case .past: byPast[word]
    case .participle: byParticiple[word]
    }
  }

  /// Whether a word may be a verb, in whatever form.
  static func isForm(_ word: String) -> Bool {
    byBase[word] != nil || byPast[word] != nil || byParticiple[word] != nil
  }

  private static let byBase = Dictionary(all.map { ($0.base, $0) }) { first, _ in first }
  private static let byPast = Dictionary(all.map { ($0.past, $0) }) { first, _ in first }
  private static let byParticiple = Dictionary(
    all.map { ($0.participle, $0) }
      + [("gotten", get), ("learnt", learn)].compactMap { form, verb in
        verb.map { (form, $0) }
      }
  ) { first, _ in first }
  private static let get = byBase["get"]
  private static let learn = byBase["learn"]

  private static let all: [Verb] =
    irregular.split(separator: "\n").compactMap { line in
      let forms = line.split(separator: " ").map(String.init)
      return forms.count == 3
        ? Verb(base: forms[0], past: forms[1], participle: forms[2], gerund: gerund(forms[0])) : nil
    }
    + regular.split { $0 == " " || $0 == "\n" }.map { base in
      let past = past(String(base))
      return Verb(base: String(base), past: past, participle: past, gerund: gerund(String(base)))
    }

  private static func past(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if base.hasSuffix("y"), !isVowel(base.dropLast().last) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  private static func gerund(_ base: String) -> String {
    if base == "be" || base == "see" || base.hasSuffix("ee") { return base + "ing" }
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e") { return base.dropLast() + "ing" }
    return doubled(base) + "ing"
  }

  private static func doubled(_ base: String) -> String {
    guard doubling.contains(base), let last = base.last else { return base }
    return base + String(last)
  }

  private static func isVowel(_ letter: Character?) -> Bool { letter.map { "aeiou".contains($0) } ?? false }
}
