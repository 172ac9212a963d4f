/// The telling words of a title, a note or a plan's signs, each once, however they are put.
///
/// People in a hurry write "cannot log in", "sign-in broken" or "SSO down", and mean one thing: such words and phrases
/// become one. What every incident says, and everyday English, is left out.
struct ToldWords: Sendable {
  let words: Set<String>

  /// At most ``LearningLimits/textScalarsMax`` scalars of the text are read.
  init(_ text: some StringProtocol) {
    let plain = Self.split(text)
    var found: Set<String> = []
    var at = 0
    while at < plain.count {
      if let (length, meaning) = Self.phrase(in: plain, at: at) {
        if let meaning { found.insert(meaning) }
        at += length
      } else {
        if let word = Self.meaning(of: plain[at]) { found.insert(word) }
        at += 1
      }
    }
    words = found
  }

  /// Letters and digits that stand together, in lower case; `doesn't` and `cannot` are two words each.
  private static func split(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    func close() {
      defer { word = "" }
      switch word {
      case "": return
      case "cannot": words += ["can", "not"]
      case "can't": words += ["can", "not"]
      case _ where word.hasSuffix("n't"): words += [String(word.dropLast(3)), "not"]
      default: words += word.split(separator: "'").map(String.init)
      }
    }
    for scalar in text.unicodeScalars.prefix(LearningLimits.textScalarsMax) {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "'", "’": word += "'"
      default:
        if scalar.properties.isAlphabetic {
          word += scalar.properties.lowercaseMapping
        } else {
          close()
        }
      }
    }
    close()
    return words
  }

  private static func meaning(of word: String) -> String? {
    if let known = Alike.words[word] { return known }
    let folded = folded(word)
    if let known = Alike.words[folded] { return known }
    guard folded.count >= 3, folded.count <= LearningLimits.wordScalarsMax, folded.count(where: \.isLetter) >= 2,
      [word, folded].allSatisfy({ !StopWords.all.contains($0) && !Everyday.words.contains($0) })
    else { return nil }
    return folded
  }

  /// `certificates` to `certificate`, `retries` to `retry`, as ``WordCounts`` does.
  private static func folded(_ word: String) -> String {
    guard word.count > 4, word.hasSuffix("s") else { return word }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    return ["ss", "us", "is"].contains { word.hasSuffix($0) } ? word : String(word.dropLast())
  }

  /// How many words a phrase takes, and what it means; nil as the meaning: nothing.
  private static func phrase(in words: [String], at start: Int) -> (length: Int, meaning: String?)? {
    for phrase in Alike.phrases[words[start]] ?? [] {
      var at = start
      let isMet = phrase.parts.allSatisfy { part in
        if at < words.count, part.words.contains(words[at]) {
          at += 1
          return true
        }
        return part.isOptional
      }
      if isMet { return (at - start, phrase.meaning) }
    }
    return nil
  }
}

/// Words that mean the same when something is broken.
enum Alike {
  struct Phrase: Sendable {
    struct Part: Sendable {
      let words: Set<String>
      let isOptional: Bool
    }

    let parts: [Part]
    /// Nil: the phrase says nothing.
    let meaning: String?
  }

  static let words: [String: String] = {
    var words: [String: String] = [:]
    for line in lines(alike) {
      guard let first = line.first else { continue }
      for word in line { words[word] = first }
    }
    return words
  }()

  /// By the first word; the parts of each stand after what it means, `?` behind one that may be missing.
  static let phrases: [String: [Phrase]] = {
    var phrases: [String: [Phrase]] = [:]
    for line in lines(phrased) {
      let parts = line.dropFirst().map { part in
        Phrase.Part(
          words: Set(part.drop { $0 == "?" }.split(separator: "|").map(String.init)), isOptional: part.hasPrefix("?"))
      }
      let phrase = Phrase(parts: parts, meaning: line[0] == "-" ? nil : line[0])
      for word in parts.first?.words ?? [] { phrases[word, default: []].append(phrase) }
    }
    return phrases
  }()

  private static func lines(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private static let alike = """
    release deploy deployed deploying deployment rollout rollback version upgrade upgraded update updated migration flag canary hotfix
    payment pay paid paying checkout card charged charge charging billed declined refund paypal stripe adyen klarna psp
    region zone aws azure gcp cloud datacenter datacentre rack
    down unreachable unavailable outage offline
    slow slowly slowness latency sluggish hang hanging timeout
    mail email smtp inbox
    certificate cert tls ssl https x509
    database db postgres postgresql mysql mariadb oracle mongodb sql table replica
    ransom ransomware encrypted encryption
    leaked leak leaking exposed breach gdpr privacy disclosed public
    signin login logon authentication password session mfa 2fa oauth okta identity idp sso
    supplier vendor upstream twilio sendgrid mailgun cloudflare
    intruder stolen phishing phished hacked hijacked compromised
    expired expire expiring
    undelivered
    gateway 502 503 504
    away ill sick holiday vacation travelling
    backup restore
    """

  private static let phrased = """
    undelivered do|does|did|are|is|was|were|has|have|could|can not ?been|being go|going|arrive|arriving|arrived|come|coming|deliver|delivered|sent|send|receive|received ?out
    undelivered no mail|mails|email|emails|sms|text|texts
    signin log|logs|logged|logging|sign|signs|signed|signing in|on
    region data centre|centres|center|centers
    region availability zone|zones
    region eu|us|ap|sa|ca|af|me central|west|east|north|south|northeast|northwest|southeast ?1|2|3|4|5
    slow time|times|timed|timing out|outs
    down can|could not be reached
    down not reachable|answer|answering|available|load|loading
    down does|do|did not load|answer
    down stop|stops|stopped answering
    down nothing loads
    down host unreachable
    down go|goes|went down
    expired run|ran|runs out
    supplier third party|parties
    release roll|rolled|rolling out|back
    release go|going|goes|went|gone|put live
    - upside|write|wrote|written|calm|cool|scroll|further down
    """
}

/// Everyday words, and what nearly every incident says.
enum Everyday {
  static let words = Set(
    """
    hand name missing gone page show shown went go goe going came come coming something somebody nobody anybody everybody
    everything nothing anything people person place part word line way number thing look looking looked work working works
    say said says ask asked write wrote written read reading open opened reach reached wrong whole small large old odd
    right full empty half turn turned change changed changes give given take taken know knew known find found fail failed
    fails failing failure error errors service server machine system customers alert log logs check order orders hit begin
    within lie month night today yesterday morning another good bad like well longer later earlier tell told call called
    twice three ten thousand money share answer answered never lost lose stop stopped stops side level store test report record
    records data product site website shop web app application who own outside inside file files key note screen program
    mark list most harm fit result sample api upside
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
