extension GuardResult {
  /// What a person who reads a result that is not held should know: what it protects against, and what to do next.
  ///
  /// Whole sentences; none where the guard holds.
  package var advice: [String] {
    guard outcome != .held else { return [] }
    var sentences: [String] = []
    if let protects {
      sentences.append(
        outcome == .broken
          ? "It protects against \(protects): until it holds again, that can happen again."
          : "It protects against \(protects), and nobody can say at present whether it does.")
    }
    switch outcome {
    case .held: break
    case .broken:
      if let next { sentences.append("Next: " + next) }
      let again = "run it again: \(command)"
      if let action {
        let lead = next == nil ? "Next: mend what is named above" : "Mend what is named above"
        sentences.append("\(lead) (\(action) says why it is asked for), then \(again)")
      } else {
        sentences.append((next == nil ? "Next: mend what is named above, then " : "Then ") + again)
      }
    case .unknown:
      let declared = place.map { " (\($0))" } ?? ""
      sentences.append("Next: make it possible to check\(declared), then run it again: \(command)")
    }
    return sentences
  }

  /// The command that runs this guard again.
  private var command: String {
    let file = place.flatMap { $0.path == GuardFile.nameUsual ? nil : " --file \($0.path)" } ?? ""
    return "mayday guard run \(name)\(file)"
  }
}
