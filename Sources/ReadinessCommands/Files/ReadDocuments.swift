import CommandKit
import Documents
import Drills
import Plans

/// Documents that a command reads out of files, folders and repositories, and what lay beside them.
struct ReadDocuments<Document> {
  private(set) var taken: [(file: MarkdownFile, document: Document)] = []
  private(set) var failures: [CommandFailure] = []

  /// Leaves out what was not named itself and is something else; tells so, and refuses where nothing is left.
  private init(
    _ files: [MarkdownFile], without missing: String, read: (String) -> Document, isOne: (Document) -> Bool
  ) throws {
    var leftOut: [String] = []
    for file in files {
      do {
        let document = read(try file.text())
        if file.isNamed || isOne(document) { taken.append((file, document)) } else { leftOut.append(file.name) }
      } catch let failure as CommandFailure {
        failures.append(failure)
      }
    }
    guard !leftOut.isEmpty else { return }
    let names = leftOut.prefix(5).joined(separator: ", ") + (leftOut.count > 5 ? ", …" : "")
    guard !taken.isEmpty || !failures.isEmpty else {
      throw CommandFailure("no file has \(missing): \(names)", hint: "Name a file itself to see what is missing.")
    }
    Output.say("Left out, without \(missing): \(names)")
  }
}

extension ReadDocuments<Plan> {
  init(plans files: [MarkdownFile]) throws {
    try self.init(files, without: "steps") {
      Plan(parsing: $0)
    } isOne: { plan in
      let head = plan.document.frontMatter
      return head["scenario"] == nil && (!plan.steps.isEmpty || head["plan"] != nil)
    }
  }
}

extension ReadDocuments<Scenario> {
  init(scenarios files: [MarkdownFile]) throws {
    try self.init(files, without: "injects") {
      Scenario(parsing: $0)
    } isOne: {
      !$0.injects.isEmpty || $0.document.frontMatter["scenario"] != nil
    }
  }
}
