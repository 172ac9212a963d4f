import Foundation

/// Looks for the pattern of a guard in the files of its folder.
struct PatternRun {
  let check: PatternCheck
  /// The folder of the guard's file.
  let base: String

  /// What has been seen so far.
  private struct Tally {
    var filesRead = 0
    var filesHit = 0
    var hits = 0
    var places: [String] = []
    var unread: [String] = []
  }

  /// Blocks its thread.
  func run(until deadline: GuardDeadline) -> GuardSight {
    let folder = GuardFolder.resolve(check.folder, in: base)
    guard GuardFolder.isThere(folder) else { return .unknown("the folder '\(check.folder ?? base)' is not there") }
    let found = FileFinder(folder: folder, paths: check.paths, except: check.except).find(until: deadline)
    guard deadline.state == .open else { return deadline.sight() }
    guard !found.isTooMany else {
      return .unknown("there are more than \(GuardLimits.filesMax) files: name fewer in 'paths'")
    }
    var tally = Tally(unread: found.unread)
    for path in found.files {
      guard tally.hits < GuardLimits.hitsCountedMax else { break }
      guard search(path, in: folder, &tally, until: deadline) else { return deadline.sight(detail: detail(tally)) }
    }
    return judge(tally)
  }

  private func judge(_ tally: Tally) -> GuardSight {
    let files = GuardText.counted(tally.filesRead, "file", "files")
    let more = tally.hits >= GuardLimits.hitsCountedMax ? "at least " : ""
    let times = "\(more)\(GuardText.counted(tally.hits, "line", "lines"))"
    let place = tally.places.first.map { String($0.prefix { $0 != " " }.dropLast()) } ?? ""
    let seen = "\(times) in \(GuardText.counted(tally.filesHit, "file", "files")), first \(place)"
    if tally.hits > 0 {
      return check.must == .appear
        ? .held("found on " + seen, detail: detail(tally))
        : .broken("found on \(seen); it must not appear", detail: detail(tally))
    }
    if let path = tally.unread.first {
      let count = GuardText.counted(tally.unread.count, "file", "files")
      return .unknown("\(count) could not be read or is too large, first \(path)", detail: detail(tally))
    }
    guard tally.filesRead > 0 else {
      return .unknown("no file to look in: nothing matches \(check.paths.joined(separator: ", "))")
    }
    return check.must == .appear
      ? .broken("in none of \(files); it must appear") : .held("in none of \(files)")
  }

  private func detail(_ tally: Tally) -> String {
    var lines = tally.places
    if tally.hits > lines.count { lines.append("… \(tally.hits - lines.count) more") }
    lines += tally.unread.prefix(GuardLimits.hitsListedMax).map { "\($0): not read" }
    return lines.joined(separator: "\n")
  }

  /// False when time is over.
  private func search(_ path: String, in folder: String, _ tally: inout Tally, until deadline: GuardDeadline) -> Bool {
    guard deadline.state == .open else { return false }
    guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
      tally.unread.append(shown(path))
      return true
    }
    let bytes = [UInt8](data)
    // As git does: a zero byte near the beginning is no text.
    guard !bytes.prefix(8000).contains(0) else { return true }
    tally.filesRead += 1
    switch check.pattern {
    case .text(let text):
      let lines = TextPlaces.lines(of: Array(text.utf8), in: bytes, max: GuardLimits.hitsCountedMax)
      add(lines, path, bytes, &tally)
      return true
    case .regex(let pattern):
      let text = String(decoding: bytes, as: UTF8.self)
      let offsets = PatternText.search(pattern, in: text, max: GuardLimits.hitsCountedMax, until: deadline)
      guard let offsets else { return false }
      if !offsets.isEmpty { add(TextPlaces.lines(ofOffsets: offsets, in: text), path, Array(text.utf8), &tally) }
      return true
    }
  }

  private func add(_ lines: [Int], _ path: String, _ bytes: [UInt8], _ tally: inout Tally) {
    guard !lines.isEmpty else { return }
    tally.filesHit += 1
    tally.hits += lines.count
    let room = GuardLimits.hitsListedMax - tally.places.count
    for (line, text) in TextPlaces.texts(of: Array(lines.prefix(room)), in: bytes) {
      let quote = GuardText.shortened(text.trimmingSpaces, to: GuardLimits.quoteCharactersMax)
      tally.places.append("\(shown(path)):\(line): \(quote)")
    }
  }

  /// The path as seen from the folder of the guard's file.
  private func shown(_ path: String) -> String {
    guard let folder = check.folder, folder != "." else { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}
