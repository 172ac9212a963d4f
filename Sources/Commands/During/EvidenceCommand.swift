import ArgumentParser
import CommandKit
import Foundation
import Interchange
import Schemas
import TerminalPages

/// `mayday evidence`: files of an incident, which the engine reads.
struct EvidenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Add files of evidence to an incident; Mayday reads them.",
    discussion: """
        mayday evidence add app.log alerts.json
        mayday moment list                       what they show
      """,
    subcommands: [List.self, Add.self], defaultSubcommand: List.self)

  /// `mayday evidence list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the files.", usage: "mayday evidence list [options]")

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let client = try await options.open()
      let answer: Answered<PageAnswer<EvidenceAnswer>> = try await client.ask(
        .listEvidence, path: try await incident.path(with: client))
      try client.show(answer) { page in
        var lines = TextLines(client.terminal)
        for file in page.items {
          let size = "\(TerminalText.grouped(Int(file.bytes))) bytes"
          lines.add("\(file.number)  ", "\(file.name)  \(size)", indent: 0, columns: 4, style: .strong)
          lines.add(
            "\(file.reading.isEmpty ? "not read" : file.reading) · added \(client.zone.short(file.added, beside: client.now)) by \(file.by)",
            indent: 4)
        }
        if page.items.isEmpty { lines.add("No evidence yet: mayday evidence add FILE…") }
        return lines.text
      }
    }
  }

  /// `mayday evidence add`.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Add files, and folders with all that is in them.",
      usage: "mayday evidence add <paths> ... [options]",
      discussion: """
        Logs, alerts, chat exports, packet captures, plain or compressed. A folder comes in as one archive, so that the \
        names of its folders say which machine wrote a file. Secrets are masked when shown.
        """)

    static let bytesMax = 256 * 1024 * 1024
    static let filesMax = 500

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let items = try Self.items(paths)
      let client = try await options.open()
      let path = try await incident.path(with: client)
      var changes: [ChangeAnswer] = []
      var isAnyLeftOut = false
      for item in items {
        let change: Answered<ChangeAnswer>
        do {
          let upload = APIRequest.Upload(name: item.name, bytes: try Self.bytes(of: item))
          change = try await client.ask(.addEvidence, path: path, query: ["name": item.name], upload: upload)
        } catch let problem as Problem {
          // The other files are still worth having.
          Output.say("mayday: error: \(CommandFailure(problem))")
          isAnyLeftOut = true
          continue
        }
        changes.append(change.value)
        // Each as it is read: a large one takes its time.
        if client.format == .text {
          try Output.write(
            ChangeText(change: change.value, zone: client.zone, now: client.now).render(for: client.terminal), to: nil)
        }
      }
      switch client.format {
      case .text: Output.say("What they show: mayday moment list -i \(path["incident", default: ""])")
      case .json: try Output.write(WireCoding.json(of: changes).indented, to: nil)
      }
      if isAnyLeftOut { throw ExitStatus.failure }
    }

    /// Something to bring in, with the name that it is to have.
    struct Item {
      var name: String
      var url: URL
      var isFolder: Bool
    }

    static func items(_ paths: [String]) throws -> [Item] {
      guard paths.count <= filesMax else {
        throw CommandFailure(
          "there are \(TerminalText.grouped(paths.count)) files, and \(filesMax) can be added at once",
          hint: "Name the folder that they are in.")
      }
      return try paths.map { path in
        let url = URL(fileURLWithPath: path).standardizedFileURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
          throw CommandFailure("'\(path)' is not there", hint: "Check the path; it is read from the present folder.")
        }
        let name = url.lastPathComponent
        return Item(name: isFolder.boolValue ? name + ".tar.gz" : name, url: url, isFolder: isFolder.boolValue)
      }
    }

    /// What goes out of an item: a folder is packed for it, beside nothing that is there.
    private static func bytes(of item: Item) throws -> [UInt8] {
      guard item.isFolder else { return try bytes(of: item.url) }
      let packed = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mayday-\(UUID().uuidString).tar.gz")
      defer { try? FileManager.default.removeItem(at: packed) }
      try FolderArchive.write(item.url, to: packed)
      do {
        return try bytes(of: packed)
      } catch  where (try? packed.resourceValues(forKeys: [.fileSizeKey]).fileSize).map({ $0 > bytesMax }) == true {
        throw CommandFailure(
          "'\(item.url.lastPathComponent)' is larger than \(TerminalText.grouped(bytesMax)) bytes when packed",
          hint: "Name the folders and hours that matter.")
      }
    }

    private static func bytes(of url: URL) throws -> [UInt8] {
      do {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        let data = try handle.read(upToCount: bytesMax + 1) ?? Data()
        guard data.count <= bytesMax else {
          throw CommandFailure(
            "'\(url.lastPathComponent)' is larger than \(TerminalText.grouped(bytesMax)) bytes",
            hint: "Cut it to the hours that matter, or compress it.")
        }
        return Array(data)
      } catch let failure as CommandFailure {
        throw failure
      } catch {
        throw CommandFailure(
          "'\(url.path)' cannot be read: \(Output.reason(error))", hint: "May this user read the file?")
      }
    }
  }
}
