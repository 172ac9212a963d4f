/// What people type for what they mean: contractions, apostrophes left out, letters swapped.
enum TypedWords {
  /// A typed word in lower case as the words that it stands for.
  static func spread(_ typed: String, after last: String) -> [String] {
    if let whole = whole[typed] { return whole }
    if typed == "of", ["should", "could", "would", "might", "must"].contains(last) { return ["have"] }
    guard typed.utf8.contains(39) else { return [corrected(typed)] }
    for (ending, words) in endings where typed.hasSuffix(ending) && typed.count > ending.count {
      return [corrected(String(typed.dropLast(ending.count)))] + words
    }
    if typed.hasSuffix("'s"), isHosts.contains(String(typed.dropLast(2))) { return [String(typed.dropLast(2)), "is"] }
    return [typed]
  }

  private static let endings: [(String, [String])] = [
    ("n't've", ["not", "have"]), ("n't", ["not"]), ("'ve", ["have"]), ("'re", ["are"]), ("'ll", ["will"]),
    ("'d", ["would"]), ("'m", ["am"]),
  ]
  /// Words whose `'s` is no possession.
  private static let isHosts: Set<String> = [
    "it", "that", "this", "what", "who", "where", "how", "why", "he", "she", "there", "here", "nobody", "everybody",
    "somebody", "when",
  ]
  private static let whole: [String: [String]] = [
    "can't": ["can", "not"], "cant": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"],
    "wont": ["will", "not"], "dont": ["do", "not"], "didnt": ["did", "not"], "doesnt": ["does", "not"],
    "isnt": ["is", "not"], "arent": ["are", "not"], "wasnt": ["was", "not"], "werent": ["were", "not"],
    "havent": ["have", "not"], "hasnt": ["has", "not"], "hadnt": ["had", "not"], "couldnt": ["could", "not"],
    "shouldnt": ["should", "not"], "wouldnt": ["would", "not"], "mustnt": ["must", "not"], "aint": ["is", "not"],
    "ain't": ["is", "not"], "shouldve": ["should", "have"], "couldve": ["could", "have"],
    "wouldve": ["would", "have"], "shoulda": ["should", "have"], "coulda": ["could", "have"],
    "woulda": ["would", "have"], "mightve": ["might", "have"], "youre": ["you", "are"], "youve": ["you", "have"],
    "theyre": ["they", "are"], "thats": ["that", "is"], "whats": ["what", "is"], "whos": ["who", "is"],
    "hes": ["he", "is"], "shes": ["she", "is"], "im": ["i", "am"], "ive": ["i", "have"], "u": ["you"], "ur": ["your"],
    "yall": ["you"], "y'all": ["you"], "lets": ["let", "us"], "let's": ["let", "us"], "gonna": ["going", "to"],
    "gotta": ["got", "to"], "pls": ["please"], "plz": ["please"], "everbody": ["everybody"], "noone": ["nobody"],
    "no-one": ["nobody"], "oncall": ["on-call"], "realise": ["realize"], "realised": ["realized"],
  ]

  // MARK: Letters left out, doubled or swapped

  /// Words on which much depends.
  private static let targets: [String] = [
    "should", "could", "would", "never", "always", "everybody", "everyone", "nobody", "obvious", "obviously", "clearly",
    "careful", "attention", "approved", "happened", "happen", "forgot", "ignored", "tested", "checked", "thinking",
    "problem", "problems", "solution", "solutions", "someone", "somebody", "mistake", "fault", "training", "human",
    "error", "careless", "responsible", "again", "because", "people", "excuses", "deployed", "reviewed",
  ]
  private static let known = Set(targets)

  /// The word that was meant where one letter is missing, too many, or swapped with its neighbour.
  ///
  /// No letter is taken for another one: `world` is not `would`.
  static func corrected(_ typed: String) -> String {
    guard typed.count >= 5, !known.contains(typed), !Verb.isForm(typed), !typed.hasSuffix("s") else { return typed }
    let letters = Array(typed.utf8)
    return targets.first { isSlip(letters, Array($0.utf8)) } ?? typed
  }

  private static func isSlip(_ typed: [UInt8], _ meant: [UInt8]) -> Bool {
    guard typed.first == meant.first, abs(typed.count - meant.count) <= 1 else { return false }
    let same = zip(typed, meant).prefix { $0 == $1 }.count
    switch typed.count - meant.count {
    case -1: return typed[same...].elementsEqual(meant[(same + 1)...])
    case 1: return typed[(same + 1)...].elementsEqual(meant[same...])
    default:
      guard same + 1 < typed.count, typed[same] == meant[same + 1], typed[same + 1] == meant[same] else { return false }
      return typed[(same + 2)...].elementsEqual(meant[(same + 2)...])
    }
  }

  // MARK: Words that only make it louder

  private static let intensifiers: Set<String> = [
    "really", "honestly", "seriously", "literally", "actually", "basically", "totally", "absolutely", "fucking", "damn",
    "bloody", "freaking", "goddamn",
  ]
  private static let pairs: Set<String> = ["the hell", "the heck", "the fuck", "on earth"]

  static func withoutIntensifiers(_ words: [SpokenWord]) -> [SpokenWord] {
    var result: [SpokenWord] = []
    var index = 0
    while index < words.count {
      let pair = index + 1 < words.count ? "\(words[index].text) \(words[index + 1].text)" : ""
      if pairs.contains(pair) {
        index += 2
      } else {
        if !intensifiers.contains(words[index].text) { result.append(words[index]) }
        index += 1
      }
    }
    return result
  }
}
