import Foundation

/// The structured sources that Mayday understands.
package enum RecordFormats {
  /// Every format that is recognised in a file; the reader gives a file to the surest.
  package static let all: [any RecordFormat] = [
    PcapFormat(), GitBundleFormat(), GitStreamFormat(), GitHubWebhookFormat(), AlertmanagerFormat(), SlackDayFormat(),
    SlackDirectoryFormat(), DeploymentRecordFormat(), ConfigurationChangeFormat(), DpkgFormat(), DnfFormat(),
    AptFormat(),
  ]

  /// Whether a folder is a git repository: a work tree, or a bare one.
  ///
  /// Read with ``GitRepositoryFormat``.
  package static func isRepository(_ folder: String) -> Bool {
    let files = FileManager.default
    if files.fileExists(atPath: folder + "/.git/HEAD") { return true }
    // A linked work tree or a submodule has a file `.git` that points to the repository.
    let pointerType = (try? files.attributesOfItem(atPath: folder + "/.git"))?[.type] as? FileAttributeType
    if pointerType == .typeRegular, let pointer = files.contents(atPath: folder + "/.git"),
      pointer.starts(with: Array("gitdir:".utf8))
    {
      return true
    }
    return ["HEAD", "objects", "refs"].allSatisfy { files.fileExists(atPath: "\(folder)/\($0)") }
  }
}

/// Nothing of a structured source could be read.
package struct RecordError: Error, CustomStringConvertible {
  package enum Code: String, Sendable {
    case commandAbsent
    case damaged
    case tooLarge
    case unreadable
  }

  package var code: Code
  /// The sentence for a person: lower case, user values in single quotes, what to do at its end.
  package var description: String

  package init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
