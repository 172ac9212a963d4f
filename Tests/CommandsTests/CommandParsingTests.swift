import ArgumentParser
import Commands
import TerminalPages
import Testing

/// Command lines as people type them, and which command they reach.
struct CommandParsingTests {
  @Test(arguments: [
    ("status", "Show", "the default of a command with parts"),
    ("status INC-7", "Show", "an incident is no part"),
    ("status --watch", "Show", "an option reaches the default"),
    ("status INC-7 --as-of 03:12 --format json", "Show", "with options"),
    ("status export public", "Export", "a part by its name"),
    ("declare Payments --sev 2 --lead --component a --component b", "DeclareCommand", "repeated options"),
    ("declare Old --state closed --started 02:58", "DeclareCommand", "a past incident"),
    ("note the oven is cold", "NoteCommand", "quotes may be left out"),
    ("decide x --why y --option a --option b --known z --by kim", "DecideCommand", "all of a decision"),
    ("dissent 12 no", "DissentCommand", "its number first"),
    ("task", "List", "the list"), ("task add Count the orders --owner sam", "Add", "words"),
    ("task done 2 --result 214", "Done", "a number"),
    ("role", "RoleCommand", "all roles"), ("role commander ana", "RoleCommand", "given"),
    ("role commander --nobody", "RoleCommand", "taken"), ("lead", "LeadCommand", "me"),
    ("state mitigated --reason x", "StateCommand", "a state"), ("state", "StateCommand", "where it stands"),
    ("instant impact-started 02:58", "InstantCommand", "a time of day"),
    ("instant resolved --unknown --reason x", "InstantCommand", "not known after all"),
    ("correct 12 text --reason x", "CorrectCommand", "the running one"),
    ("correct INC-7 12 --at 03:08 --reason x", "CorrectCommand", "another one"),
    ("merge INC-8 into INC-7", "MergeCommand", "as one says it"),
    ("access --private --add lee", "AccessCommand", "who may know"),
    ("evidence add a.log b.log", "Add", "files"), ("moment pick m1", "Pick", "a moment"),
    ("suspect dismiss C-1 --reason x", "Dismiss", "with a reason"),
    ("update", "List", "the list"), ("update new --to customers --broken x", "NewUpdate", "fields"),
    ("update publish 2 --yes", "PublishUpdate", "for scripts"),
    ("components", "List", "an alias"), ("component set checkout partial-outage", "Set", "a word with a hyphen"),
    ("maintenance progress MW-3 in-progress", "Progress", "a state"), ("policy", "Show", "shown"),
    ("near-miss", "NearMissCommand", "the list"), ("account invite", "Invite", "a link"),
    ("token create --label x --scope respond --scope read", "Create", "two scopes"),
    ("postmortem", "Look", "the list"), ("postmortem PM-1", "Look", "shown by its name alone"),
    ("postmortem list --stage draft", "List", "the list by its name"),
    ("postmortem start INC-1 --facilitator lee", "Start", "from an incident"),
    ("postmortem show PM-1 --format markdown --version 3", "Show", "a version"),
    ("postmortem edit PM-1 root-cause --file -", "Edit", "a section with a hyphen"),
    ("postmortem account PM-1 --decline", "Account", "rather not"),
    ("postmortem comment PM-1 impact How many?", "Comment", "quotes may be left out"),
    ("postmortem publish 1 --to public --status-page --yes", "Publish", "for scripts"),
    ("postmortem export PM-1 --format html -o pm.html", "Export", "a file"),
    ("postmortem compare PM-1 3", "Compare", "up to now"),
  ])
  func `a command line reaches its command`(line: String, command: String, why: String) throws {
    let parsed = try MaydayCommand.parseAsRoot(line.split(separator: " ").map(String.init))
    #expect("\(type(of: parsed))" == command, "\(why)")
  }

  @Test(arguments: [
    ("declare", "no title"), ("declare x --lead --leader ben", "two who lead"), ("declare x --sev high", "no number"),
    ("status --watch --as-of 03:12", "what is and what was"), ("status --watch --format json", "for people"),
    ("role commander ana --nobody", "somebody and nobody"), ("role commander ana --at 03:12", "give and look up"),
    ("state better", "no such state"), ("instant impact-started", "no time"),
    ("instant impact-started 02:58 --unknown", "known and not"), ("instant beginning 02:58", "no such instant"),
    ("access --private --open", "both"), ("suspect dismiss C-1", "no reason"), ("correct 12 text", "no reason"),
    ("update new --to everybody", "no such audience"), ("component set checkout broken", "no such condition"),
    ("incidents --running --over", "both"), ("incidents --limit 0", "none"), ("token create --label x", "no scope"),
    ("stats", "no such command"), ("postmortem start", "from nothing"),
    ("postmortem edit PM-1 poetry", "no such section"), ("postmortem publish PM-1 --to friends", "no such audience"),
    ("postmortem publish PM-1 --to internal --status-page", "the page is for the public"),
    ("postmortem account PM-1 --decline --saw x", "both"), ("postmortem take PM-1 --every --entry 4", "both"),
    ("postmortem assumption add PM-1", "nothing believed"), ("postmortem luck add PM-1", "no words"),
    ("postmortem luck remove PM-1", "which one"), ("postmortem edit PM-1 impact --seen 3", "seen, and no file"),
    ("trends --plot time-to-mitigate", "a plot of a text"),
    ("postmortem factor add PM-1 x --kind fault", "no such kind"),
    ("postmortem show PM-1 --version 3", "text of a version"),
    ("postmortem export PM-1 --format text", "no file"), ("postmortem withdraw PM-1 --from public", "no reason"),
  ])
  func `a command line that contradicts itself is refused`(line: String, why: String) {
    #expect(throws: (any Error).self, "\(why)") {
      try MaydayCommand.parseAsRoot(line.split(separator: " ").map(String.init))
    }
  }

  @Test func `help fits in eighty columns and is grouped by when it is needed`() {
    let help = MaydayCommand.helpMessage(columns: 80)
    #expect(help.contains("BEFORE SUBCOMMANDS:"))
    #expect(help.contains("DURING SUBCOMMANDS:"))
    #expect(help.contains("AFTER SUBCOMMANDS:"))
    #expect(help.split(separator: "\n").allSatisfy { TerminalText.width($0) <= 80 })
  }

  /// A command and those below it.
  private func family(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap(family)
  }

  @Test func `no example of a help goes on at the margin`() {
    for command in family(MaydayCommand.self) {
      let lines = MaydayCommand.helpMessage(for: command, columns: 80).split(
        separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst()) where line.hasPrefix("  mayday ") {
        #expect(next.isEmpty || next.hasPrefix("  "), "\(command): \(next)")
      }
    }
  }

  @Test func `every command's help fits, and each has its sentence`() {
    let commands = family(MaydayCommand.self)
    #expect(commands.count > 60)
    for command in commands {
      let help = MaydayCommand.helpMessage(for: command, columns: 80)
      for line in help.split(separator: "\n") { #expect(TerminalText.width(line) <= 80, "\(command): \(line)") }
      #expect(!command.configuration.abstract.isEmpty, "\(command)")
    }
  }
}
