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
      starts: 2031-01-06T09:05:00Z
      components: []
      idea: []
      ---
      # \(line)

      ## Situation
      It is Monday, 09:05 UTC. Say who is there, what is normal at this hour, and what was changed lately. Nothing of the cause.

      ## Injects
      | # | at | kind | from | what comes | file |
      |---|----|------|------|------------|------|
      | 1 | 0 min | alert | monitoring | FIRING: what the alert says, to the letter | |
      | 2 | 3 min | customer | mail to support | What somebody writes who only wants to get on with their day | |
      | 3 | 8 min | evidence | somebody at the machine | What one sees who looks there, and what they say of it | app-1.log |

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

      ## Files
      Each file has a heading with its name and one block below it. It comes with the inject that names it, and goes into the evidence of the incident as it stands here.

      ### app-1.log
      ```
      2031-01-06T09:11:52Z app-1 orders[812]: INFO order 40121 accepted in 84 ms
      2031-01-06T09:12:58Z app-1 orders[812]: ERROR the line that holds the answer, among many that do not
      2031-01-06T09:13:04Z app-1 orders[812]: INFO order 40122 accepted in 91 ms
      ```
      """ + "\n"
  }
}
