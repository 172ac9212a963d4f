import Chronology
package import Incidents

extension Postmortem {
  /// The events that a command comes to.
  ///
  /// Throws `IncidentRefusal` where it cannot be done as the postmortem stands; nothing changes then.
  package func events(
    for command: PostmortemCommand, in context: PostmortemContext
  ) throws(IncidentRefusal) -> [PostmortemEvent] {
    guard version < PostmortemLimits.eventsMax else {
      throw IncidentRefusal(
        .limitPassed, place: "PM-\(number)",
        message: "it has \(version) events, and \(PostmortemLimits.eventsMax) are possible",
        hint: "go on in a further postmortem")
    }
    if stage == .final, !command.isForFinal { throw isFinalRefusal }
    return switch command {
    case .writeSection, .writeDetails: [try worded(command, in: context)]
    case .askAccounts, .giveAccount, .openAccounts: [try told(command, in: context)]
    case .writeLines, .removeLines, .arrangeLines, .explainGap: [try lined(command, in: context)]
    case .writeFactor, .writeAssumption, .writeLuck, .removePart: [try parted(command)]
    case .writeComment, .settleComment: [try commented(command)]
    case .nameReviewers, .giveVerdict, .changeStage: [try staged(command, in: context)]
    case .publish, .withdraw: [try published(command, in: context)]
    case .writeAction, .proposeAction, .stepAction: [try acted(command)]
    }
  }

  /// What keeps a final postmortem from being written on.
  package var isFinalRefusal: IncidentRefusal {
    IncidentRefusal(.wrongState, place: "PM-\(number)", message: "it is final", hint: "open it again first")
  }
}

extension PostmortemCommand {
  /// Whether it can be done to a postmortem that is final.
  var isForFinal: Bool {
    switch self {
    case .writeComment, .settleComment, .changeStage, .publish, .withdraw, .writeAction, .proposeAction, .stepAction:
      true
    default: false
    }
  }
}

/// Checks that several commands on postmortems share.
enum PartCheck {
  static func text(_ text: String, _ place: String) throws(IncidentRefusal) -> String {
    try TextCheck.required(text, place, max: PostmortemLimits.partScalarsMax)
  }

  static func optional(_ text: String, _ place: String) throws(IncidentRefusal) -> String {
    try TextCheck.optional(text, place, max: PostmortemLimits.partScalarsMax)
  }

  /// Names without blanks around them, each once.
  static func people(_ people: [String], _ place: String) throws(IncidentRefusal) -> [String] {
    try room(people.count, PostmortemLimits.peopleMax, place, isAdding: false)
    var names: [String] = []
    for person in people {
      let name = try CommandCheck.person(person, place)
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Nil where nobody is named.
  static func person(_ person: String?, _ place: String) throws(IncidentRefusal) -> String? {
    guard let person, person.contains(where: { !$0.isWhitespace }) else { return nil }
    return try CommandCheck.person(person, place)
  }

  static func references(_ references: [String], _ place: String) throws(IncidentRefusal) -> [String] {
    try room(references.count, PostmortemLimits.referencesMax, place, isAdding: false)
    var kept: [String] = []
    for reference in references {
      let text = try TextCheck.line(reference, place, max: PostmortemLimits.referenceScalarsMax)
      if !kept.contains(text) { kept.append(text) }
    }
    return kept
  }

  /// Throws where there are more than can be; `isAdding` where one more is to come.
  static func room(_ count: Int, _ max: Int, _ place: String, isAdding: Bool = true) throws(IncidentRefusal) {
    guard isAdding ? count < max : count <= max else {
      throw IncidentRefusal(
        .limitPassed, place: place, message: "there are \(count), and \(max) are possible",
        hint: isAdding ? "take one out first, or put two into one" : "name fewer")
    }
  }

  /// `known` are the numbers that there are.
  static func unknown(_ what: String, _ number: Int, among known: [Int], place: String? = nil) -> IncidentRefusal {
    let names = known.prefix(20).map(String.init).joined(separator: ", ")
    return IncidentRefusal(
      .unknownPart, place: place ?? "\(what) \(number)", message: "there is no \(what) \(number)",
      hint: known.isEmpty ? "there is none yet" : "there are: \(names)\(known.count > 20 ? " and more" : "")")
  }
}
