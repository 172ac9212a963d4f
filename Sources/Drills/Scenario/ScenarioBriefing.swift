/// What responders may know of a scenario: never its name, its title or its plan, which tell the cause, nor what is
/// still to come.
package struct ScenarioBriefing: Codable, Hashable, Sendable {
  /// Something that came.
  package struct Message: Codable, Hashable, Sendable {
    package var kind: InjectKind?
    package var from: String
    package var text: String
    /// Names of the files that came with it.
    package var files: [String]

    package init(kind: InjectKind?, from: String, text: String, files: [String] = []) {
      self.kind = kind
      self.from = from
      self.text = text
      self.files = files
    }
  }

  /// As Markdown.
  package var situation: String
  /// In the order in which they came.
  package var messages: [Message]

  package init(situation: String, messages: [Message]) {
    self.situation = situation
    self.messages = messages
  }
}

extension Scenario {
  /// What responders may read.
  ///
  /// - Parameter released: numbers of the injects that came, in the order in which they did; others are left out.
  /// - Returns: the situation and those messages.
  package func forResponders(released: [String]) -> ScenarioBriefing {
    ScenarioBriefing(
      situation: situation,
      messages: released.compactMap { number in
        inject(number).map { inject in
          ScenarioBriefing.Message(
            kind: inject.kind, from: inject.from, text: inject.text, files: files(of: inject).map(\.name))
        }
      })
  }
}
