import Documents
package import Findings

/// The rules on people and causes, over one sentence that somebody is about to say.
///
/// Spoken words have no sections, no markup and no list of actions: what of the rules makes sense without them is here.
package enum SpokenRules {
  /// Rules that look at a sentence by itself.
  package static let rules: [any ReviewRule] = [BlameRule(), HindsightRule(), HumanErrorRule()]

  /// What the rules find in a sentence; columns count its scalars from 1.
  package static func findings(in scalars: [Unicode.Scalar]) -> [Finding] {
    let context = ReviewContext(spoken: scalars)
    return rules.flatMap { $0.check(context) }
  }

  /// The question that moves on from an action of which nobody could say when it is done; nil for one that names
  /// something to look at.
  package static func question(aboutAction text: String) -> String? {
    guard let kind = VagueAction(text)?.kind else { return nil }
    return kind.question ?? VagueActionRule().question
  }

  /// Whether a word stands for people at work: a role, a department, a team.
  package static func isRole(_ word: String) -> Bool {
    Vocabulary.roles.contains(word) || Vocabulary.groups.contains(word) && word != "it"
      || ["team", "teams", "guys", "folks", "people", "squad", "guy", "shift"].contains(word)
  }

  /// Whether a lower-case word is a first name.
  package static func isName(_ word: String) -> Bool { Vocabulary.names.contains(word) }
}
