import Foundation

/// Where results go: standard output, or a file that is replaced whole or not at all.
package enum Output {
  /// Writes a result.
  ///
  /// Throws ``CommandFailure`` when the file cannot be written.
  package static func write(_ text: String, to path: String?) throws {
    let data = Data((text.hasSuffix("\n") ? text : text + "\n").utf8)
    guard let path, path != "-" else {
      // A reader that went away ends the command quietly: the default action of SIGPIPE.
      do {
        try FileHandle.standardOutput.write(contentsOf: data)
      } catch {
        throw CommandFailure("standard output cannot be written: \(reason(error))")
      }
      return
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw CommandFailure("'\(path)' is a folder", hint: "Name a file in it.")
    }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure("'\(path)' cannot be written: \(reason(error))", hint: "Name another file with -o.")
    }
  }

  /// Writes to standard output as it is, with no line end added.
  package static func writeRaw(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw CommandFailure("standard output cannot be written: \(reason(error))")
    }
  }

  /// Says something to the person, on standard error.
  package static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Asks the person, on standard error, with no line end: what they type stands behind it.
  package static func ask(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// The system's own words for an error, without Foundation's wrapping.
  package static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let posix = underlying, posix.domain == NSPOSIXErrorDomain, let words = strerror(Int32(posix.code)) {
      return String(cString: words).lowercased()
    }
    switch CocoaError.Code(rawValue: (error as NSError).code) {
    case .fileWriteOutOfSpace: return "no space is left on the disk"
    case .fileWriteNoPermission, .fileReadNoPermission: return "permission denied"
    case .fileNoSuchFile, .fileReadNoSuchFile: return "there is no such folder"
    default: return error.localizedDescription.lowercased()
    }
  }
}

/// Why a command ends with status 2: the fact in one sentence, and what to do.
package struct CommandFailure: Error, CustomStringConvertible {
  package var fact: String
  package var hint: String?

  package init(_ fact: String, hint: String? = nil) {
    self.fact = fact
    self.hint = hint
  }

  package var description: String {
    hint.map { fact + "\n  " + $0 } ?? fact
  }
}
