internal import Postmortems

/// Secrets and personal data, which never leave in silence, and the apology, which must be there.
extension Preparation {
  mutating func findSensitive() {
    var finder = SensitiveFinder(text.bytes, internalHosts: context.internalHosts)
    var edits: [SourcedText.Edit] = []
    for find in finder.find() {
      guard find.rule.severity(for: audience) != nil else { continue }
      if find.rule == .mailAddress, isPublic(text.text(in: find.range)) { continue }
      let thing = Self.thing(find.rule)
      if context.masked.contains(find.rule), let mask = find.rule.mask {
        replaced.append(Replacement(original: thing, replacement: mask, line: line(of: find.range.lowerBound)))
        let origin = text.origin(find.range.lowerBound) ?? -1
        edits.append(SourcedText.Edit(range: find.range, replacement: SourcedText(mask, origin: origin)))
      } else {
        // The message never repeats what must not be read.
        note(
          find.rule,
          "\(thing) stands here" + (text.origin(find.range.lowerBound) == nil ? ", in the opening text" : ""),
          at: find.range)
      }
    }
    text.apply(edits)
  }

  /// Whether an address is one that the team gives to everybody.
  private func isPublic(_ address: String) -> Bool {
    let lower = address.lowercased()
    return context.publicAddresses.contains { known in
      known.hasPrefix("@") ? lower.hasSuffix(known.lowercased()) : lower == known.lowercased()
    }
  }

  private static func thing(_ rule: PublicationRule) -> String {
    switch rule {
    case .privateKey: "a private key"
    case .mailAddress: "an e-mail address"
    case .telephoneNumber: "a telephone number"
    case .cardNumber: "a card number"
    case .bankAccount: "a bank account number"
    case .nationalIdentifier: "a number that identifies a person"
    case .networkAddress: "a network address"
    case .internalHost: "the name of an internal host"
    default: "a password, token or key"
    }
  }

  /// Questions of a draft begin with `> **Ask:**` and are for its authors.
  mutating func findOpenQuestions() {
    let count = text.text.split(whereSeparator: \.isNewline).count { $0.hasPrefix("> **Ask:**") }
    guard count > 0 else { return }
    note(
      .openQuestion,
      count == 1 ? "a question of the draft is still open" : "\(count) questions of the draft are still open", at: 0..<0
    )
  }

  mutating func findApology() {
    guard audience == .public, !Apology.isThere(in: MarkdownPlaces(text.text).document) else { return }
    note(
      .missingApology, "no sentence says that we are sorry", at: 0..<0,
      fix: "We are sorry for what this meant for you.")
  }
}
