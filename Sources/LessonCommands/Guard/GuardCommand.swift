package import ArgumentParser

/// `mayday guard`: lessons that keep checking.
package struct GuardCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "guard",
    abstract: "Check that what an incident taught still holds.",
    discussion: """
      Guards are declared in mayday.yaml: a command, an HTTP request, a query to Prometheus, or a pattern that must or \
      must not be in a repository.

        mayday guard run
        mayday guard run one-build --format junit --output guards.xml
        mayday guard list
        mayday guard check

      Exit status of a run: 0 all hold, 1 one is broken, 2 wrong use or failure, 3 none is broken and one could not be \
      checked.
      """,
    subcommands: [RunGuards.self, ListGuards.self, CheckGuards.self])

  package init() {}
}
