import EvidenceReading
package import Findings
package import Postmortems

/// What a preparation may find; the raw value is the rule's identifier in findings.
package enum PublicationRule: String, Codable, Sendable, CaseIterable {
  case unclosedMark = "unclosed-audience-mark"
  case strayEnd = "stray-audience-end"
  case unknownAudience = "unknown-audience"
  case nestedMark = "nested-audience-mark"
  case markInCode = "audience-mark-in-code"
  case unreadableMark = "unreadable-audience-mark"
  case missingApology = "missing-apology"
  case openQuestion = "open-question"
  case secret
  case privateKey = "private-key"
  case mailAddress = "e-mail-address"
  case telephoneNumber = "telephone-number"
  case cardNumber = "card-number"
  case bankAccount = "bank-account-number"
  case nationalIdentifier = "national-identifier"
  case networkAddress = "ip-address"
  case internalHost = "internal-host"
  case nameToCheck = "name-to-check"
  case nameInCode = "name-in-code"
  case unknownAccountName = "unknown-account-name"
  case tooLong = "text-too-long"

  /// Rules whose finds a mask can take the place of.
  package static let maskable = Set(allCases.filter { $0.mask != nil })

  /// What stands in the place of what was found, where the publisher agrees; nil where masking is no answer.
  package var mask: String? {
    switch self {
    case .secret, .privateKey, .mailAddress, .telephoneNumber, .cardNumber, .bankAccount, .nationalIdentifier,
      .networkAddress, .internalHost:
      Masking.mark
    default: nil
    }
  }

  /// How much it weighs for an audience; nil where it is no matter there.
  package func severity(for audience: PublicationAudience) -> FindingSeverity? {
    switch self {
    case .unclosedMark, .strayEnd, .unknownAudience, .unreadableMark, .tooLong: .error
    case .nestedMark, .markInCode: .warning
    case .missingApology: audience == .public ? .error : nil
    case .openQuestion: audience == .internal ? .warning : .error
    case .secret, .privateKey, .cardNumber, .bankAccount, .nationalIdentifier: .error
    case .mailAddress, .telephoneNumber: audience == .internal ? nil : .error
    case .networkAddress, .internalHost: audience == .public ? .error : audience == .stakeholders ? .warning : nil
    case .nameToCheck, .nameInCode, .unknownAccountName: audience == .public ? .warning : nil
    }
  }

  var reason: String {
    switch self {
    case .unclosedMark:
      "A part without an end would hide or show more than was meant. The rest is hidden from wider audiences."
    case .strayEnd: "An end without a beginning says that a mark is missing: something may be shown that should not be."
    case .unknownAudience:
      "Only internal, stakeholders and public are known. A part marked for nobody known is shown inside only."
    case .nestedMark: "Where parts stand in each other, only audiences that all of them name see the inner one."
    case .markInCode: "Inside code a mark is text: it hides nothing and is printed as it stands."
    case .unreadableMark: "It looks like a mark of audience and is none. What follows is hidden from wider audiences."
    case .missingApology:
      "People who were hit by this wait for it. A text without an apology reads as if nobody minded."
    case .openQuestion: "A question to the authors tells a reader that nobody finished the text."
    case .secret, .privateKey: "Whoever reads it can use it. It also has to be changed, as it stands in a document."
    case .mailAddress, .telephoneNumber: "It belongs to a person, who did not agree to have it published."
    case .cardNumber, .bankAccount, .nationalIdentifier: "It belongs to a person or a firm and can be misused."
    case .networkAddress, .internalHost: "It tells how the systems are laid out and helps nobody who reads the text."
    case .nameToCheck: "It may be a person's name or an ordinary word; only a reader can tell."
    case .nameInCode: "Names in code and in targets of links are left as they are, and can be read."
    case .unknownAccountName:
      "It looks like the account of a person for whom no role is given, and accounts do not go out."
    case .tooLong: "Every input has a limit, so that no text can hold up the others."
    }
  }

  var question: String {
    switch self {
    case .unclosedMark: "Where does the part end?"
    case .strayEnd: "Where does the part begin?"
    case .unknownAudience: "Which of the three audiences may see this?"
    case .nestedMark: "Would two marks one after the other say it more simply?"
    case .markInCode: "Should the mark stand outside of the code?"
    case .unreadableMark: "Should this be <!-- only: internal --> or <!-- end only -->?"
    case .missingApology: "In which sentence do we say that we are sorry, and for what?"
    case .openQuestion: "What is the answer, or which of them can be left out?"
    case .secret, .privateKey: "Has it been changed, and does the text need it?"
    case .mailAddress, .telephoneNumber: "Is there a public address for questions that can stand here?"
    case .cardNumber, .bankAccount, .nationalIdentifier: "Does the text need it at all?"
    case .networkAddress, .internalHost: "Which part of the service would a customer call this?"
    case .nameToCheck: "Is a person meant here, and what was their part?"
    case .nameInCode: "Can the code do without the name?"
    case .unknownAccountName: "Who is it, and which role should stand here?"
    case .tooLong: "Which part can stand in a document of its own?"
    }
  }

  func finding(
    _ message: String, path: String, span: TextSpan, for audience: PublicationAudience, fix: String? = nil
  ) -> Finding? {
    severity(for: audience).map {
      Finding(
        path: path, span: span, rule: rawValue, severity: $0, message: message, reason: reason, question: question,
        fix: fix ?? mask)
    }
  }
}
