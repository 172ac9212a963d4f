/// Makes a name fit for a file: never a path, never hidden, nothing that a terminal or another system would take amiss.
package enum EvidenceName {
  private static let scalarsMax = 120
  /// File systems take 255 with what stands before it.
  private static let bytesMax = 200

  package static func made(from name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in last.unicodeScalars { scalars.append(isFit(scalar) ? scalar : "_") }
    let start = scalars.firstIndex { $0 != "." && $0 != " " && $0 != "-" } ?? scalars.endIndex
    var kept = scalars[start...]
    while let end = kept.last, end == "." || end == " " { kept.removeLast() }
    let text = shortened(Substring(kept))
    return text.isEmpty ? "file" : text
  }

  private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
    return "._-+@=, ()#".unicodeScalars.contains(scalar)
  }

  /// Cut before its ending, by which people tell what it is.
  private static func shortened(_ name: Substring) -> String {
    guard name.unicodeScalars.count > scalarsMax || name.utf8.count > bytesMax else { return String(name) }
    var ending = Substring()
    if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 20 { ending = name[dot...] }
    var stem = name.dropLast(ending.count).unicodeScalars
    while stem.count + ending.unicodeScalars.count > scalarsMax
      || Substring(stem).utf8.count + ending.utf8.count > bytesMax
    {
      stem.removeLast()
    }
    return String(Substring(stem)) + ending
  }
}
