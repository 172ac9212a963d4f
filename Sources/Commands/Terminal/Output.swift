import Foundation

/// Where results go: standard output, or a file that is replaced whole or not at all.
enum Output {
  /// Writes a result.
  ///
  /// Throws ``CommandFailure`` when the file cannot be written.
  static func write(_ text: String, to path: String?) throws {
    let data = Data((text.hasSuffix("\n") ? text : text + "\n").utf8)
    guard let path, path != "-" else {
      // A reader that went away ends the command quietly: the default action of SIGPIPE.
      try FileHandle.standardOutput.write(contentsOf: data)
      return
    }
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure("'\(path)' cannot be written: \(reason(error))", hint: "Is the folder there and writable?")
    }
  }

  /// Says something to the person, on standard error.
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// The system's own words for an error, without Foundation's wrapping.
  static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let posix = underlying, posix.domain == NSPOSIXErrorDomain, let words = strerror(Int32(posix.code)) {
      return String(cString: words).lowercased()
    }
    return error.localizedDescription
  }
}

/// Why a command ends with status 2: the fact in one sentence, and what to do.
struct CommandFailure: Error, CustomStringConvertible {
  var fact: String
  var hint: String?

  init(_ fact: String, hint: String? = nil) {
    self.fact = fact
    self.hint = hint
  }

  var description: String {
    hint.map { fact + "\n  " + $0 } ?? fact
  }
}
