import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Folders that guards name.
enum GuardFolder {
  static func resolve(_ folder: String?, in base: String) -> String {
    guard let folder, folder != "." else { return base }
    return base.hasSuffix("/") ? base + folder : base + "/" + folder
  }

  static func isThere(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    // The answer comes through a pointer.
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  /// The system's words for the number of an error.
  static func reason(_ number: Int32) -> String {
    guard let words = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: words).lowercased()
  }
}
