import Foundation
import TerminalPages

/// Reads a document that a person named.
package enum DocumentFile {
  package static let bytesMax = 4 * 1024 * 1024

  /// The text of a file, or of standard input for `-`.
  ///
  /// Throws ``CommandFailure`` when it is missing, too large, or not UTF-8.
  package static func read(_ path: String) throws -> String {
    let data: Data
    do {
      if path == "-" {
        data = try FileHandle.standardInput.read(upToCount: bytesMax + 1) ?? Data()
      } else {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
          throw CommandFailure("'\(path)' is not there", hint: "Check the path; it is read from the present folder.")
        }
        guard !isFolder.boolValue else {
          throw CommandFailure("'\(path)' is a folder", hint: "Name the Markdown file in it.")
        }
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        data = try handle.read(upToCount: bytesMax + 1) ?? Data()
      }
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw CommandFailure("'\(path)' cannot be read: \(Output.reason(error))", hint: "May this user read the file?")
    }
    guard data.count <= bytesMax else {
      throw CommandFailure(
        "'\(path)' is larger than \(TerminalText.grouped(bytesMax)) bytes", hint: "Is this the postmortem itself?")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw CommandFailure(
        "'\(path)' is not UTF-8 text", hint: "Convert it first: iconv -f ISO-8859-1 -t UTF-8 FILE > NEW")
    }
    return text
  }
}
