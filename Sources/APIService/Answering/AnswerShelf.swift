import Interchange

/// Answers to writes with a key, so that a further time is answered to the letter.
///
/// Whether something was done before is the desk's to know, for good; the shelf only remembers the words, within bounds.
actor AnswerShelf {
  static let answersMax = 1000
  static let bytesMax = 16 * 1024 * 1024

  private struct Name: Hashable {
    var owner: String
    var key: String
  }

  private var answers: [Name: (digest: String, answer: APIAnswer)] = [:]
  private var order: [Name] = []
  private var bytes = 0

  func answer(to key: String, of owner: String, digest: String) -> APIAnswer? {
    guard let kept = answers[Name(owner: owner, key: key)], kept.digest == digest else { return nil }
    return kept.answer
  }

  func keep(_ answer: APIAnswer, for key: String, of owner: String, digest: String) {
    let name = Name(owner: owner, key: key)
    guard answers[name] == nil else { return }
    answers[name] = (digest, answer)
    order.append(name)
    bytes += answer.body.count
    while order.count > Self.answersMax || bytes > Self.bytesMax {
      let oldest = order.removeFirst()
      bytes -= answers.removeValue(forKey: oldest)?.answer.body.count ?? 0
    }
  }
}
