import Findings
import Postmortems
import Publishing
import Testing
import TextComparing

struct SectionTests {
  private let source = """
    ---
    title: Orders doubled
    owner: kim
    ---

    # Orders doubled

    ## Title and ownership

    - **Owner:** Kim Lee

    ## Incident date and time

    2024-05-03, 10:00 to 10:45 UTC.

    ## Authors and participants

    Kim Lee, Ana Braun.

    ## Status

    Final.

    ## Executive summary

    For 45 minutes orders were charged twice. We are sorry.

    ## Impact analysis

    | What | How much | Source |
    |---|---|---|
    | Orders charged twice | 214 | `pay01/payments.log:8812` |

    ## Root cause analysis

    A flag had two meanings (`git/shop@1a2b3c4d`, `ops01/changes.csv:9` to `:12`). It was seen late, `mon01/alerts.json:3`.
    Per `pay01/payments.log:9` it grew. See [the log](evidence/pay01.log), [our page](https://shop.example/status) and
    [ticket](https://shop.atlassian.net/browse/X-1).

    ## Timeline of events

    | Time (UTC) | What happened | Evidence |
    |---|---|---|
    | 10:00 | **Start.** The flag is on | a.csv:1 |
    | 10:05 | The channel opens | chat:1 |
    | 10:20 | Customers write | mail:1 |
    | 10:45 | **End.** The flag is off | a.csv:2 |

    ## Action items and remediations

    | Action | Owner | Due | How verified |
    |---|---|---|---|
    | One meaning for each flag | Kim Lee | 2024-05-10, done | A test |
    | Compare charges with orders each minute | @ana | 2024-06-14 | Replay |

    ## Lessons learned

    - A flag has one meaning.

    ## Glossary

    PSP: our payment provider.

    """
  private let people = [PersonRole(names: ["Kim Lee", "kim"], role: "the incident lead")]

  @Test func `how a document counts and knows its lines is nothing to the public`() {
    let source = """
      # Orders doubled

      ## Root cause analysis

      - **F1** A flag had two meanings
        - Evidence: `git/shop.fi@1a2b3c4d`, `ops01/changes.csv:9`
      - **F2** Nobody counts servers

      ## Timeline of events

      | # | Time (UTC) | What happened | Known from |
      |---|---|---|---|
      | L3 | 10:00 | **Start.** The flag is on | stamped |

      """
    let text = Preparing.text(source).markdown
    #expect(text.contains("- A flag had two meanings\n- Nobody counts servers"))
    #expect(text.contains("| Time (UTC) | What happened |"))
    #expect(text.contains("| 10:00 | **Start.** The flag is on |"))
    for inside in ["Evidence", "L3", "stamped", "Known from"] { #expect(!text.contains(inside)) }
  }

  @Test func `what was not measured is not told outside, and a table that says nothing else goes`() {
    let source = """
      # Orders doubled

      ## Incident date and time

      | What | When (UTC) | How it is known |
      |---|---|---|
      | Users began to be affected | not known | |
      | Noticed | not known | the first alert |
      | Resolved | 10:40 | stated afterwards |

      | How long | It took | Counted |
      |---|---|---|
      | Time to detect | not known | missing: when it was detected |

      """
    let text = Preparing.text(source)
    #expect(text.markdown.contains("| Users began to be affected | not known |"), "\(text.markdown)")
    #expect(text.markdown.contains("| Resolved | 10:40 |"))
    for ours in ["Noticed", "Time to detect", "How long"] {
      #expect(!text.markdown.contains(ours), "\(text.markdown)")
    }
    #expect(text.dropped.filter { $0.reason == .unmeasured }.map(\.title) == ["Noticed", "Time to detect"])
    #expect(Preparing.text(text.markdown).markdown == text.markdown)
    #expect(Preparing.text(source, for: .stakeholders).markdown.contains("Time to detect"))
  }

  @Test func `the public reads what happened, why, and what changes`() {
    #expect(
      Preparing.text(source, people: people).markdown == """
        # Orders doubled

        ## Incident date and time

        2024-05-03, 10:00 to 10:45 UTC.

        ## Executive summary

        For 45 minutes orders were charged twice. We are sorry.

        ## Impact analysis

        | What | How much |
        |---|---|
        | Orders charged twice | 214 |

        ## Root cause analysis

        A flag had two meanings. It was seen late.
        Per our records it grew. See the log, [our page](https://shop.example/status) and
        ticket.

        ## Timeline of events

        | Time (UTC) | What happened |
        |---|---|
        | 10:00 | **Start.** The flag is on |
        | 10:20 | Customers write |
        | 10:45 | **End.** The flag is off |

        ## Action items and remediations

        | What changes | State | When |
        | --- | --- | --- |
        | One meaning for each flag | Done | May 2024 |
        | Compare charges with orders each minute | Planned | June 2024 |

        ## Lessons learned

        - A flag has one meaning.

        """)
  }

  @Test func `what was dropped is listed with its lines in the source`() {
    let dropped = Preparing.text(source, people: people).dropped
    #expect(dropped.first == DroppedPart(reason: .frontMatter, title: "front matter", lines: 1...4))
    #expect(
      dropped.filter { $0.reason == .section }.map(\.title) == [
        "Title and ownership", "Authors and participants", "Status", "Glossary",
      ])
    #expect(dropped.contains { $0.reason == .timelineRow && $0.title.contains("The channel opens") })
    #expect(dropped.contains { $0.reason == .evidence && $0.title == "`mon01/alerts.json:3`" && $0.lines == 36...36 })
    #expect(dropped.contains { $0.reason == .link && $0.title == "evidence/pay01.log" })
  }

  @Test func `stakeholders read all but participants and evidence`() {
    let text = Preparing.text(source, for: .stakeholders, people: people).markdown
    #expect(text.contains("## Status") && text.contains("## Title and ownership") && text.contains("## Glossary"))
    #expect(text.contains("| One meaning for each flag | Kim Lee | 2024-05-10, done | A test |"))
    #expect(text.contains("The channel opens") && text.contains("atlassian"))
    for gone in ["participants", "title: Orders", "payments.log", "git/shop", "a.csv:1", "(evidence/"] {
      #expect(!text.contains(gone), "\(gone)")
    }
  }

  @Test func `inside all is read`() {
    #expect(Preparing.text(source, for: .internal, people: people).markdown == source)
  }

  @Test func `the comparison joins to source and text`() {
    for audience in PublicationAudience.allCases {
      let text = Preparing.text(source, for: audience, people: people)
      #expect(text.comparison.filter { $0.kind != .added }.map(\.text).joined() == source)
      #expect(text.comparison.filter { $0.kind != .removed }.map(\.text).joined() == text.markdown)
    }
  }

  @Test func `the opening stands first, with roles, and once`() {
    let opening = "We are sorry. Kim and all of us.\n\nThis is what happened."
    let once = Preparing.text(source, people: people, opening: opening).markdown
    #expect(
      once.hasPrefix(
        "# Orders doubled\n\nWe are sorry. The incident lead and all of us.\n\nThis is what happened.\n\n## Incident"))
    #expect(Preparing.text(once, people: people, opening: opening).markdown == once)
  }

  @Test func `a title of the front matter becomes the heading; a text without a summary keeps its first words`() {
    #expect(
      Preparing.text("---\ntitle: Lost mail\n---\n\n## Summary\n\nSorry.\n").markdown
        == "# Lost mail\n\n## Summary\n\nSorry.\n")
    #expect(
      Preparing.text("# Lost mail\n\nSorry, mail was lost.\n\n## Status\n\nFinal\n").markdown
        == "# Lost mail\n\nSorry, mail was lost.\n")
  }

  @Test func `actions of lists lose owner and day`() {
    let list = """
      # T

      ## Summary

      Sorry.

      ## Action items

      - [x] @kim: test each flag (due 2024-05-10)
      - [ ] Compare charges — platform, 14 June 2024
      - [ ] Write the rule down. Owner: Kim Lee, due: 2024-07-01
      - Stop `all routers` with one | command (owner: kim)
      """
    let text = Preparing.text(list, people: people).markdown
    #expect(
      text.hasSuffix(
        """
        | What changes | State | When |
        | --- | --- | --- |
        | Test each flag | Done | May 2024 |
        | Compare charges | Planned | June 2024 |
        | Write the rule down. | Planned | July 2024 |
        | Stop `all routers` with one \\| command | Planned |  |

        """))
  }

  @Test func `prepared again, a text stays as it is`() {
    for audience in PublicationAudience.allCases {
      let once = Preparing.text(source, for: audience, people: people).markdown
      #expect(Preparing.text(once, for: audience, people: people).markdown == once)
    }
  }

  @Test func `bad input gives a text or a finding`() {
    for text in [
      "", "\n\n", "# ", "---\n", "---\n---\n", "| a |\n|---|\n", "<!--", "- ", "```", "\u{0}", "# T\n## Actions\n|a|\n",
    ] {
      for audience in PublicationAudience.allCases { _ = Preparing.text(text, for: audience, people: people) }
    }
    let long = String(repeating: "word ", count: PublicationLimits.markdownBytesMax / 5 + 1)
    #expect(Preparing.text(long).findings.map(\.rule) == ["text-too-long"])
    #expect(
      Preparing.text("# T\n", opening: String(repeating: "x", count: 9000)).findings.contains {
        $0.rule == "text-too-long"
      })
  }

  @Test func `texts made to be slow are done in time`() {
    let people =
      (0..<100).map { PersonRole(names: ["kim\($0)", "Kim\($0) Will"], role: "an engineer") } + [
        PersonRole(names: ["will"], role: "the lead")
      ]
    let evil = [
      "<!--", "`<!-- ", "<!-- only: x -->", "will ", "@kim ", "1:", "[", "](", "`` ` ", "a-", "| ", "\n\n\n", "4111 ",
      "Kim ",
    ]
    let clock = ContinuousClock()
    for piece in evil {
      let text = "# T\n\n## Summary\n\n" + String(repeating: piece, count: 5_000 / piece.utf8.count)
      // Unoptimised, on a busy machine; what grows with the square takes minutes.
      let taken = clock.measure { _ = Preparing.text(text, people: people, hosts: ["app03"]) }
      #expect(taken < .seconds(30), "\(piece)")
    }
  }

  @Test func `the public reads no numbers of parts, and no fractions of a second`() {
    let source = """
      # Cards are declined

      ## Root cause analysis

      - **F1** (set it off, shown) A flag called old code (on one server).
        - **F2** (made it possible, likely) Nothing compared the builds.
      - **Bold** words (of the author) stay.

      ## Timeline of events

      | # | Time (UTC) | Group | What happened |
      |---|---|---|---|
      | L3 | 2026-11-22 13:47:15.464 | First | Customers are charged at 13:47:16.5 |

      ## Lessons learned

      - **Luck 1** It was a quiet hour.
      """
    let text = Preparing.text(source).markdown
    for line in [
      "- A flag called old code (on one server).", "  - Likely: Nothing compared the builds.",
      "- **Bold** words (of the author) stay.", "| 2026-11-22 13:47:15 | Customers are charged at 13:47:16 |",
      "- It was a quiet hour.",
    ] { #expect(text.contains("\n\(line)"), "\(line)\n\(text)") }
    #expect(Preparing.text(text).markdown == text, "prepared again it stays as it is")
    let partners = Preparing.text(source, for: .stakeholders).markdown
    #expect(
      partners.contains("**F2** (made it possible, likely)") && partners.contains("| 2026-11-22 13:47:15 | First |"))
  }
}
