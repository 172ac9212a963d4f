/// Somebody by a given name as the one who did it: `Max broke it`.
///
/// A name counts only where it stands as one: capitalised, without an article or another capitalised word before it
/// (`Hurricane Maria`), and as the subject of a verb of people's hands. So companies, products, places and days stay quiet.
struct NamedDoer {
  let sentence: Sentence

  /// The words of each name.
  var ranges: [Range<Int>] { sentence.words.indices.compactMap(range) }

  private func range(at index: Int) -> Range<Int>? {
    let word = sentence.words[index]
    guard word.isCapitalised, !word.isQuoted, Self.names.contains(word.text) else { return nil }
    if index > 0 {
      let before = sentence.words[index - 1]
      guard before.isMark || !before.isCapitalised || index == 1 && Vocabulary.clauseStarts.contains(before.text),
        !Vocabulary.articles.contains(before.text), !Vocabulary.prepositions.contains(before.text)
      else { return nil }
    }
    var end = index + 1
    // A surname.
    if end < sentence.words.count, sentence.words[end].isCapitalised, !sentence.words[end].isMark { end += 1 }
    var verb = end
    while verb < end + 3, !isDeed(verb), Self.between.contains(sentence.word(verb)) { verb += 1 }
    return isDeed(verb) ? index..<end : nil
  }

  private func isDeed(_ verb: Int) -> Bool {
    let word = sentence.word(verb)
    if word == "did" { return ["it", "this", "that"].contains(sentence.word(verb + 1)) }
    return Self.deeds.contains(word)
  }

  private static let between: Set<String> = [
    "has", "had", "did", "not", "just", "then", "also", "already", "accidentally", "mistakenly", "only", "who",
    "inadvertently", "wrongly", "again",
  ]

  private static let deeds: Set<String> = [
    "broke", "broken", "deleted", "forgot", "forgotten", "misconfigured", "pushed", "deployed", "merged", "restarted",
    "rebooted", "typed", "clicked", "pressed", "unplugged", "wiped", "overwrote", "overwritten", "reverted", "fixed",
    "found", "noticed", "missed", "changed", "caused", "committed", "approved", "ignored", "overlooked", "removed",
    "ran", "dropped", "killed", "made", "took", "notice", "forget", "check", "checked", "tested", "messed", "screwed",
    "switched", "disabled", "entered", "confused",
  ]

  /// Given names that are no company, product, place or day that customers may read of.
  private static let names: Set<String> = Vocabulary.names.union([
    "adam", "adrian", "agnes", "ahmed", "aiko", "albert", "alejandro", "aleksander", "ali", "alicia", "amanda", "amara",
    "andrea", "andreas", "andrei", "angela", "anil", "anja", "anjali", "antonio", "arjun", "arthur", "astrid", "ayesha",
    "beatrice", "benjamin", "bernd", "birgit", "bjorn", "bruno", "camille", "caroline", "catherine", "cem", "charles",
    "christian", "christine", "clara", "daria", "deniz", "dennis", "dieter", "dirk", "dmitri", "dominik", "edward",
    "elias", "elif", "elisabeth", "elizabeth", "emil", "emre", "enrico", "ethan", "fabian", "farid", "florian",
    "francesca", "friedrich", "gavin", "gerd", "giulia", "gustav", "hakan", "harald", "harry", "hassan", "heidi",
    "helen", "helena", "henrik", "hiroshi", "ibrahim", "ingrid", "isabel", "jacob", "jakob", "jamal", "janet", "javier",
    "jennifer", "jeremy", "jerome", "joachim", "johan", "johanna", "johannes", "jonathan", "joseph", "joshua",
    "jurgen", "justin", "karl", "karin", "katharina", "katie", "kenji", "kerstin", "klaus", "kristin", "kurt", "lars",
    "lauren", "leila", "leon", "leonie", "louise", "lucy", "luca", "magnus", "malik", "manuel", "margaret", "mario",
    "markus", "marta", "martina", "mateo", "matthew", "matthias", "maurice", "maya", "mehmet", "melanie", "michelle",
    "mohammed", "monika", "moritz", "mustafa", "natalia", "nathan", "nicole", "niklas", "nikolai", "noah", "olaf",
    "olivia", "pablo", "patricia", "patrick", "pavel", "petra", "philip", "philipp", "pierre", "rahul", "rebecca",
    "renate", "ricardo", "richard", "robin", "rohan", "roland", "ruth", "samuel", "sanjay", "sebastian", "selim",
    "sergei", "sergio", "silvia", "sophie", "stefan", "stephanie", "stephen", "sunita", "svetlana", "takeshi", "tanja",
    "tariq", "theresa", "timothy", "tobias", "ulrich", "ursula", "valentina", "vera", "viktor", "vladimir", "walter",
    "werner", "wilhelm", "william", "wolfgang", "xavier", "yasmin", "yosef", "yvonne", "zainab", "zeynep", "zoltan",
  ])
}
