/// Phrases that people outside have read a hundred times.
enum EmptyPhrases {
  static let quantities: PhraseTable = [
    "some|certain|several|various|many|multiple users|customers|people|clients|accounts|visitors|members|subscribers",
    "some|certain|several|various|many|multiple of our|the|you users|customers|people|clients|accounts|visitors?",
    "a small|limited|certain? number|subset|portion|group of our? users|customers|people|clients|accounts|visitors",
    "a few|handful of you", "a few|handful of? users|customers|people|clients|accounts|visitors",
  ]
  /// Behind a quantity these say which ones.
  static let qualifiers: Set<String> = [
    "who", "whose", "with", "in", "on", "using", "from", "paying", "at", "that", "trying", "logged", "signed",
    "without", "outside", "within", "whom", "under", "near", "ordering", "travelling", "booked", "between", "since",
  ]
  static let narrowing: Set<String> = [
    "mostly", "mainly", "all", "chiefly", "largely", "particularly", "especially",
  ]
  static let troubles: PhraseTable = [
    "experiencing|having|seeing|facing|encountering a|an|some? technical? issue|issues|problem|problems|difficulty|difficulties|disruption|disruptions|interruptions|outage",
    "experience|experienced|face|encounter|see some? issues|problems|difficulties|disruption|disruptions|interruptions|degradation",
    "experiencing|having|seeing some? technical|intermittent|temporary|unexpected|unforeseen issue|issues|problem|problems|difficulties|errors",
    "technical difficulties|difficulty|issues|issue|problems|problem|reasons|error|errors|fault|glitch",
    "intermittent issues|problems|errors|connectivity|difficulties|failures",
    "service disruption|disruptions|degradation|interruption|interruptions|issues",
    "degraded performance|service|state|experience", "performance issues|problems|degradation",
    "unforeseen|unexpected circumstances|issues|problems|difficulties|reasons",
    "operational issues|difficulties|reasons",
    "some kind|sort of issue|problem|error|failure", "something is|went|has wrong|gone",
  ]
  static let efforts: PhraseTable = [
    "working very|extremely|really? hard|diligently|tirelessly|feverishly", "around the clock", "all hands on deck",
    "doing everything we|in|possible can|our?", "doing our best|utmost", "our|a|the top|highest|utmost|first priority",
    "we|we're are? fully|currently|already|also? aware", "taking this|the|it matter|situation? very? seriously",
    "take this|the|it|these matter|situation|incidents? very? seriously",
    "working on a|the|our fix|solution|resolution",
    "all|every available? resources|resource|effort",
  ]
  static let times: PhraseTable = [
    "as soon as possible|practicable|practical|feasible|available", "as quickly|fast|promptly as possible|we", "asap",
    "shortly", "in due course|time", "in the near|nearest|coming future", "in a timely manner", "very|real soon",
    "at the earliest", "at our earliest", "when more? information|details is|are|becomes|become available",
    "check|checking back later|soon|again", "sorted|fixed|news|update|back|more soon",
    "once|when|as|if we have more|further information|details", "as it|they becomes|become available", "stay tuned",
    "in the coming hours|days|weeks", "momentarily", "without delay|undue", "before long", "when|once available",
  ]
}
