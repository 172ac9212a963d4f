/// What a new scenario begins with.
package enum ScenarioTemplate {
  /// A whole document that the reader of scenarios takes, to be written over line by line.
  package static func text(title: String) -> String {
    let line = title.split(whereSeparator: \.isNewline).joined(separator: " ")
    return """
      ---
      plan:
      severity: SEV2
      minutes: 30
      components: []
      idea: []
      ---
      # \(line)

      ## Situation
      It is Monday, 09:05 UTC. Say who is there, what is normal at this hour, and what was changed lately. Nothing of the cause.

      ## Injects
      | # | at | kind | from | what comes |
      |---|----|------|------|------------|
      | 1 | 0 min | alert | monitoring | FIRING: what the alert says, to the letter |
      | 2 | 3 min | customer | mail to support | What somebody writes who only wants to get on with their day |
      | 3 | 8 min | evidence | log of a machine | 2031-01-06T09:13:00Z a line that holds the answer, among others |

      ## What a good response shows
      | within | what one sees | measured by |
      |--------|---------------|-------------|
      | 5 min | the incident is declared | declared |
      | 5 min | somebody leads | lead |
      | 15 min | first word to customers | first word |
      | 20 min | the right idea is written down | idea |
      | 30 min | nobody is blamed in what is written | facilitator |

      ## For the facilitator
      **What really happened.** The cause, and how it came to be.

      **What each inject is for.** Which leads on, and which leads away.

      **How to end.** At 30 min, or when users are not affected any more.
      """ + "\n"
  }
}
