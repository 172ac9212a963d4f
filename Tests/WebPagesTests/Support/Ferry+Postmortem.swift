import Documents
import Findings
import Foundation
import RecordViews

extension Ferry {
  static var postmortem: PostmortemView {
    PostmortemView(summary: postmortemSummary, incident: summary, document: document, findings: findings)
  }

  /// The line of the text that holds the words, from 1.
  private static func span(of words: String) -> TextSpan {
    for (offset, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let range = line.range(of: words) else { continue }
      let column = line.unicodeScalars.distance(from: line.startIndex, to: range.lowerBound) + 1
      return TextSpan(
        line: offset + 1, column: column, endLine: offset + 1, endColumn: column + words.unicodeScalars.count)
    }
    return TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1)
  }

  static var findings: [Finding] {
    [
      Finding(
        path: "night-ferries.md", span: span(of: "The operator forgot"), rule: "blame", severity: .error,
        message: "a person stands as the explanation",
        reason: "A name ends the inquiry. The next person in the same place does the same.",
        question: "What told anyone that three of four hosts were done, and what would have shown the fourth?"),
      Finding(
        path: "night-ferries.md", span: span(of: "Improve monitoring"), rule: "vague-action", severity: .warning,
        message: "no way to tell when this is done", reason: "An action that cannot be seen to be done is not done.",
        question: "Which step, changed how, by whom, by when, and what will show that it worked?",
        fix: "The deploy job compares the build of all hosts and stops at a difference: platform, 28 March."),
      Finding(
        path: "night-ferries.md", span: TextSpan(line: 1, column: 1, endLine: 1, endColumn: 1),
        rule: "missing-section", severity: .warning, message: "the section on who took part is missing",
        reason: "Readers ask the people who were there.", question: "Who wrote this, and who took part?"),
      Finding(
        path: "night-ferries.md", span: span(of: "around ten"), rule: "no-zone", severity: .note,
        message: "a time without its zone", reason: "A reader elsewhere reads another hour.",
        question: "Ten o’clock where?"),
    ]
  }

  static let text = """
    ---
    title: Cabins on the night ferries were sold twice
    owner: Seat inventory
    severity: 2
    status: draft
    started: 2031-03-14T21:12:40.250Z
    ended: 2031-03-14T22:31:05Z
    ---

    # Cabins on the night ferries were sold twice

    ## Incident date and time

    Friday, 14 March 2031, from 21:12:40 to 22:31:05 UTC: **1 hour 18 minutes**. Sales were stopped around ten.

    ## Status

    Resolved. Everybody affected was written to by 15 March, 09:00 UTC.

    ## Executive summary

    For an hour and eighteen minutes the seat map gave the same cabin to two buyers. 412 passengers on six sailings held
    a ticket for a cabin that somebody else held too. Sales of cabins were stopped at 21:41; a corrected build was on all
    hosts at 22:08. All 206 parties had a cabin on their own sailing, or the money and the next sailing.

    > The seat map promised a cabin without asking whether somebody had it.

    ## Impact analysis

    - 412 passengers, measured from the ledger of reservations.
    - 206 calls to the harbour offices; the longest wait was 34 minutes.
    - Sales of about €61,000 were not made, estimated from the three Fridays before.

    ## Root cause analysis

    A lease on a cabin ended by the clock of the host. The new build ended leases by a *fence* instead, but read the fence
    before the store had written it. The operator forgot to update `sm04`, which therefore showed none of it.

    ### Why it was not seen

    1. The check after a deployment asks whether a host answers, not which build it runs.
    2. `lease_backend` is one flag for all hosts, so two builds read it in two ways:

    ```
    lease.renew(cabin, fence: store.fence(for: cabin))   // reads before the write below, and a line that is far too long to fit
    store.write(fence: next)
    ```

    ## Timeline of events

    | time (UTC) | what happened | evidence |
    |---|---|---|
    | 21:11:06 | Build 5c1d20e reaches three of four hosts | `github/deployments.jsonl:31` |
    | 21:12:40 | First cabin with two holders | `sm03/seatmap.log:88120` |
    | 21:16:03 | The alert on double holds fires | `alerts/webhook-21.json` |
    | 21:21:48 | Payments is rolled back; it was not the cause | `github/deployments.jsonl:38` |
    | 21:41:00 | Sales of cabins are stopped | `ops01/config-changes.csv:9` |
    | 22:08:45 | Build 9ab31f0 is on all four hosts | `shop.bundle@9ab31f0` |

    ## Action items and remediations

    | action | owner | due | status |
    |---|---|---|---|
    | A renewal with an older fence is refused by the store itself | Seat inventory | 2031-03-21 | done |
    | The deploy job compares the build of all hosts and stops at a difference | Platform | 2031-03-28 | open |
    | The check after a deployment sells and returns one cabin | Seat inventory | 2031-04-04 | open |
    | Improve monitoring | | | open |

    ## What we would tell a colleague

    Ask the store, not the clock.

    ## Lessons learned

    """

  static var document: PostmortemDocument { PostmortemDocument(parsing: text) }
}
