import Incidents

extension Drill {
  /// A file of the scenario as it stands in this drill.
  package struct File: Codable, Hashable, Sendable {
    package var name: String
    package var bytes: Int
    /// Its number among the evidence of the drill's incident; nil while it is not there.
    package var evidence: Int?
    /// Why it could not be brought in there.
    package var refused: String?
  }

  package func file(_ name: String) -> File? { files.first { $0.name == name } }

  /// Files of what came, in the order in which it came, each once.
  package var filesThatCame: [File] {
    var seen: Set<String> = []
    return released.flatMap(\.files).filter { seen.insert($0).inserted }.compactMap(file)
  }

  /// Files that the incident is still to get, the oldest first; none before it is declared, none once the drill is over.
  package var filesToLand: [File] {
    guard state == .running || state == .paused, incident != nil, version < DrillLimits.eventsMax,
      files.contains(where: \.isWaiting)
    else { return [] }
    return filesThatCame.filter(\.isWaiting)
  }

  /// Whether a person may read a file: what it comes with has come, or they know what comes.
  package func mayRead(_ name: String, _ person: String) -> Bool {
    maySeeAnswer(person) || filesThatCame.contains { $0.name == name }
  }

  /// That a file is in the incident's evidence, or could not be brought in there; it is tried once.
  func landed(_ command: DrillCommand) throws(IncidentRefusal) -> DrillEvent {
    switch command {
    case .landFile(let name, let evidence):
      try checkLands(name)
      return .fileLanded(FileLanded(file: name, evidence: evidence))
    case .refuseFile(let name, let reason):
      try checkLands(name)
      let words = String(reason.prefix(IncidentLimits.reasonScalarsMax))
      return .fileRefused(FileRefused(file: name, reason: try CommandCheck.needed(words, "leaving out '\(name)'")))
    default: preconditionFailure("only files are decided here")
    }
  }

  private func checkLands(_ name: String) throws(IncidentRefusal) {
    guard !filesToLand.contains(where: { $0.name == name }) else { return }
    throw IncidentRefusal(
      .nothingNew, place: "drill \(number)", message: "its incident waits for no file '\(name)'",
      hint: "nothing was changed")
  }

  mutating func change(file name: String, _ body: (inout File) -> Void) {
    guard let index = files.firstIndex(where: { $0.name == name }) else { return }
    body(&files[index])
  }
}

extension Drill.File {
  /// Whether nobody tried yet to bring it into the incident.
  var isWaiting: Bool { evidence == nil && refused == nil }
}
