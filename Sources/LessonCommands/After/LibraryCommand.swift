package import ArgumentParser

/// `mayday library`: all postmortems, ours and others'.
package struct LibraryCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Search all postmortems, ours and others', and bring others' in.",
    discussion: """
        mayday library search certificate expired
        mayday library like INC-7                what it looks like, and why
        mayday library read postmortems/         what would be brought in
        mayday library add postmortems/
      """,
    subcommands: [
      SearchLibrary.self, ListLibrary.self, LikeCommand.self, ReadLibrary.self, AddToLibrary.self,
    ])

  package init() {}
}
