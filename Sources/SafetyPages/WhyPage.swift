package import PageKit
import SafetySurveys

/// How answers are kept from leading to a person, and what that cannot protect from; true to the last sentence.
package struct WhyPage: Sendable {
  private let context: PageContext

  package init(context: PageContext) { self.context = context }

  /// What is done, each with its reason.
  package static let kept: [(title: String, text: String)] = [
    (
      "A ticket without a name",
      "Your browser or terminal makes a ticket by chance and blinds it. The server knows you, notes that you have drawn one, and signs it without seeing it. When the ticket comes back with your answer, the signature shows that somebody invited drew it. Who, cannot be worked out from what the server has stored: the signature over the open ticket has nothing in common with the one it gave (RFC 9474)."
    ),
    (
      "An address that knows nobody",
      "Answers are sent to an address that reads no session, no cookie and no token, and that writes no log, neither of the address of your device nor of the time."
    ),
    (
      "Sums of five, not answers",
      "Your answer waits in the server’s memory until ten are there. Then five, chosen by chance, are added up and only their sums are written. When the round is over, the rest is added in the same way. So no copy of the database, and no two copies laid side by side, tell what fewer than five people said."
    ),
    (
      "No times",
      "A round knows its first and its last day. Who has drawn a ticket is stored without a time, and deleted when the round is over or the account goes."
    ),
    (
      "Nothing under five",
      "Under five answers nothing is shown and nothing is kept. Rounds within thirty days of each other ask exactly the same people or none of the same, so that two results cannot be subtracted. Means are shown to one digit, near the ends of the scale not even that. How answers spread is neither shown nor kept: the interval beside a mean follows from the number of answers alone, as if people’s means lay \(SurveyLimits.assumedSpread) apart."
    ),
    (
      "Little is kept",
      "When a round is over, its keys, its used tickets and its sums are deleted. What stays is who was asked, how many answered, and the means that everybody can read."
    ),
  ]

  /// What nobody should be told otherwise about.
  package static let limits: [String] = [
    "Whoever runs the server can change the program. Then none of this holds. You rely on them running the Mayday that is published.",
    "While a round is open, whoever can read the memory of the running server can read the answers that wait in it.",
    "Whoever watches the network, or the log of a proxy in front, sees from which device something was sent and when. Answer from another network if that worries you.",
    "Whoever can read the database while a round is open can make up tickets with its key, and so surround an answer with invented ones. More answers than drawn tickets are noticed, and then nothing is shown; fewer are not.",
    "Copies of the database that were made while a round was open keep what stood in it then: its key, who had drawn a ticket, which tickets were used, and sums of five answers or more.",
    "Whoever opens a round chooses who is asked. Five people of whom four are invented would leave you alone: look at the list before you answer.",
    "That you have drawn a ticket, and so most likely answered, can be seen in the database while the round is open.",
    "Where nearly all say the same, everybody knows what you said, whatever is done to hide it. In a team of five, each can work out the mean of the other four.",
    "If the server is started anew, what waits in its memory is lost. Your browser keeps your ticket and your answer and sends them again when you open the page once more; without script it cannot.",
    "Until the round is over, your answer lies in the browser that you used. Whoever uses that browser after you can read it; there is a button to forget it.",
    "If the server makes your ticket, because your browser runs no script, it could keep what it saw. It does not, but here you have only its word.",
  ]

  package var html: String {
    SafetyFrame(
      "Why nobody learns who said what", [("Safety to speak", .safety(.results)), ("Why", .safety(.why))],
      context: context
    ).html {
      SafetyFrame.head(
        "Why nobody learns who said what",
        "What is done so that no answer leads to you, in the order in which it happens; and what it cannot protect from."
      )
      Tag.section(.class("prose"), .labelledBy("kept-title")) {
        Tag.h2(.id("kept-title")) { "What is done" }
        for part in Self.kept {
          Tag.h3 { part.title }
          Tag.p { part.text }
        }
      }
      Tag.section(.class("prose"), .labelledBy("limits-title")) {
        Tag.h2(.id("limits-title")) { "What it cannot protect from" }
        Tag.ul { for limit in Self.limits { Tag.li { limit } } }
      }
      Tag.p(.class("section-note")) {
        "The statements follow what A. Edmondson found to matter for teams that learn (Administrative Science Quarterly 44, 1999): seven items, three of them reversed. The words are Mayday’s own."
      }
    }
  }
}
