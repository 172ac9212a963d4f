/// Words by what they stand for in a sentence about work.
enum Vocabulary {
  /// Roles and other nouns for single people.
  static let roles: Set<String> = [
    "engineer", "engineers", "developer", "developers", "dev", "devs", "operator", "operators", "admin", "admins",
    "administrator", "administrators", "sysadmin", "sysadmins", "technician", "technicians", "dba", "dbas", "sre",
    "sres",
    "manager", "managers", "reviewer", "reviewers", "maintainer", "maintainers", "author", "authors", "contractor",
    "contractors", "intern", "interns", "employee", "employees", "colleague", "colleagues", "lead", "leads", "tester",
    "testers", "architect", "architects", "analyst", "analysts", "supervisor", "supervisors", "director", "directors",
    "owner", "owners", "person", "individual", "committer", "committers", "commander", "approver", "approvers",
    "junior",
    "consultant", "consultants", "on-call", "oncall", "programmer", "programmers", "coordinator", "liaison", "boss",
    "moderator", "moderators", "member", "members", "cto", "ceo", "vp", "staff", "whoever", "somebody", "someone", "he",
    "she",
  ]
  /// Departments and other bodies that are not the author's own.
  static let groups: Set<String> = [
    "qa", "ops", "devops", "marketing", "sales", "management", "leadership", "infrastructure", "vendor", "vendors",
    "supplier", "contractor's", "security", "netops", "secops", "finance", "legal", "hr", "procurement", "company",
    "organisation", "organization", "department", "departments", "support", "it",
  ]
  /// The author's side, which may hold itself to account.
  static let own: Set<String> = [
    "we", "i", "us", "responder", "responders", "everyone", "everybody", "team", "teams", "people", "squad", "folks",
  ]
  static let nobody: Set<String> = ["nobody", "no-one", "none"]
  static let customers: Set<String> = [
    "user", "users", "customer", "customers", "client", "clients", "visitor", "visitors", "subscriber", "subscribers",
    "anyone", "anybody", "you", "people's", "reader", "readers", "merchant", "merchants", "players", "player",
  ]
  static let hostile: Set<String> = [
    "attacker", "attackers", "hacker", "hackers", "scammer", "scammers", "phisher", "phishers", "adversary", "thief",
    "adversaries", "intruder", "intruders", "actor", "actors", "spammer", "spammers", "exploiter", "malware",
  ]
  /// What people make with their heads: judged like people.
  static let mentalWork: Set<String> = [
    "analysis", "review", "reviews", "plan", "plans", "planning", "decision", "decisions", "judgement", "judgment",
    "investigation", "assessment", "assessments", "retrospective", "communication", "choice", "approach", "estimate",
  ]
  /// First names from many places; they count only where written with a capital.
  static let names: Set<String> = [
    "aisha", "alan", "alex", "alice", "amir", "amy", "ana", "andrew", "anna", "anita", "anton", "ben", "bob", "brian",
    "carlos", "carol", "chen", "chris", "claire", "dan", "daniel", "dana", "dave", "david", "deepa", "diego", "elena",
    "emily", "emma", "eric", "erik", "eva", "fatima", "felix", "frank", "gabriel", "george", "grace", "greg", "hana",
    "hannah", "hans", "henry", "hugo", "ian", "igor", "ines", "ivan", "jack", "james", "jan", "jane", "jason", "jean",
    "jens", "jeff", "jenny", "jessica", "jim", "joe", "john", "jonas", "jose", "josh", "juan", "julia", "karen", "kate",
    "kevin", "kofi", "laura", "lee", "lena", "li", "linda", "lisa", "lucas", "luis", "lukas", "maria", "marie", "marco",
    "mark", "martin", "mary", "matt", "max", "mei", "mia", "michael", "miguel", "mike", "mohamed", "nadia", "nick",
    "nina", "nora", "oliver", "olga", "omar", "oscar", "paul", "pedro", "peter", "phil", "priya", "rachel", "raj",
    "ravi",
    "rob", "robert", "ryan", "sam", "samir", "sandra", "sara", "sarah", "simon", "sofia", "steve", "susan", "sven",
    "thomas", "tim", "tom", "tomas", "tony", "victor", "vikram", "wei", "yuki", "yusuf", "zoe",
  ]

  static let prepositions: Set<String> = [
    "of", "in", "on", "at", "from", "for", "with", "by", "to", "behind", "during", "over", "within", "without", "about",
    "under", "into", "onto", "through", "across", "near", "per", "via", "against", "between",
  ]
  /// Words that begin a new clause.
  static let clauseStarts: Set<String> = [
    "and", "but", "so", "because", "that", "when", "while", "if", "although", "though", "since", "as", "after",
    "before", "which", "who", "whom", "whose", "whether", "until", "unless", "or", "than", "where", "then", "however",
    "what", "how", "why", "yet", "either", "apparently", "unfortunately", "fortunately", "also", "said",
  ]
  /// Auxiliaries and adverbs that may stand between a subject and its verb.
  static let betweenSubjectAndVerb: Set<String> = [
    "have", "has", "had", "was", "were", "is", "are", "been", "being", "be", "also", "just", "never", "still", "then",
    "even", "already", "not", "again", "once", "did", "do", "does", "would", "could", "should", "will", "must", "may",
    "might", "later", "now", "both", "all", "themselves", "himself", "herself", "probably", "instead", "simply",
  ]
  static let articles: Set<String> = [
    "the", "a", "an", "our", "their", "his", "her", "my", "its", "this", "that", "these", "those", "some", "any", "one",
    "two", "three", "several", "each", "every", "another", "other", "no", "most", "many", "both",
  ]
  /// Why something was not noticed: with it the sentence explains, without it, it judges.
  static let reasons: Set<String> = ["because", "since", "therefore", "hence"]
}
