import Chronology
import Incidents
import Postmortems

/// A postmortem that commands are done to, one after the other, as the record would do them.
struct Play {
  static let start = Instant(seconds: 1_772_373_600)
  static let text = """
    ---
    title: Cards are declined
    ---

    # Cards are declined

    ## Executive summary

    One order in three failed.

    ## Impact analysis

    214 orders were lost.

    ## Lessons learned

    None yet.
    """

  private(set) var postmortem = Postmortem(number: 3)
  var now = Play.start
  var isPrivate = false
  var isDrill = false

  init(_ text: String = Play.text, origin: PostmortemOrigin = .incident) {
    record(
      [
        .started(PostmortemStart(incident: 1, origin: origin, title: "Cards are declined", text: text)),
        .detailsWritten(
          PostmortemDetails(
            title: "Cards are declined", owner: "kim", authors: ["kim"], participants: ["lee"], facilitator: "flo")),
      ], by: "kim")
  }

  mutating func record(_ events: [PostmortemEvent], by actor: String = "kim") {
    for event in events {
      now = now.advanced(bySeconds: 1)
      postmortem.apply(event, EventStamp(version: postmortem.version + 1, recorded: now, actor: actor))
    }
  }

  /// Does a command; `done`, or the code of its refusal.
  @discardableResult
  mutating func play(_ command: PostmortemCommand, by actor: String = "kim", isAdministrator: Bool = false) -> String {
    do {
      let context = PostmortemContext(
        actor: actor, now: now, isAdministrator: isAdministrator, isPrivate: isPrivate, isDrill: isDrill)
      record(try postmortem.events(for: command, in: context), by: actor)
      return "done"
    } catch {
      return error.code.rawValue
    }
  }

  /// The refusal of a command; nil where it would be done.
  func refusal(_ command: PostmortemCommand, by actor: String = "kim") -> IncidentRefusal? {
    do {
      _ = try postmortem.events(for: command, in: PostmortemContext(actor: actor, now: now))
      return nil
    } catch {
      return error
    }
  }

  /// Takes it to final, through review.
  mutating func finish() {
    play(.changeStage(StageRequest(stage: .inReview)))
    play(.changeStage(StageRequest(stage: .final)))
  }
}
