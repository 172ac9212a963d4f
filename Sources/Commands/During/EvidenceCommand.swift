import ArgumentParser
import CommandKit
import Foundation
import Interchange
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
      commandName: "add", abstract: "Add files; folders are walked.",
      usage: "mayday evidence add <paths> ... [options]",
      discussion: "Logs, alerts, chat exports, packet captures, plain or compressed. Secrets are masked when shown.")

    static let bytesMax = 256 * 1024 * 1024
    static let filesMax = 500

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    @OptionGroup var incident: IncidentArguments
    @OptionGroup(title: "Where and how") var options: ClientArguments

    func run() async throws {
      let files = try Self.files(paths)
      let client = try await options.open()
      let path = try await incident.path(with: client)
      var changes: [ChangeAnswer] = []
      var isAnyLeftOut = false
      for file in files {
        let change: Answered<ChangeAnswer>
        do {
          let upload = APIRequest.Upload(name: file.name, bytes: try Self.bytes(of: file.url))
          change = try await client.ask(.addEvidence, path: path, query: ["name": file.name], upload: upload)
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

    /// The files below the paths, each with the name that it is to have.
    static func files(_ paths: [String]) throws -> [(name: String, url: URL)] {
      var files: [(String, URL)] = []
      for path in paths {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
          throw CommandFailure("'\(path)' is not there", hint: "Check the path; it is read from the present folder.")
        }
        guard isFolder.boolValue else {
          files.append((url.lastPathComponent, url))
          continue
        }
        let names = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        for name in names.sorted() where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
          let file = url.appendingPathComponent(name)
          guard (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
          files.append((file.lastPathComponent, file))
        }
      }
      guard files.count <= filesMax else {
        throw CommandFailure(
          "there are \(TerminalText.grouped(files.count)) files, and \(filesMax) can be added at once",
          hint: "Add an archive of them, or only those that matter.")
      }
      guard !files.isEmpty else { throw CommandFailure("there is no file below what was named") }
      return files
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
