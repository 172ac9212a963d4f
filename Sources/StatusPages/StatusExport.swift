import Foundation
import PageKit
package import PublicStatus

/// The public site as files, for any static host and for a disk: nothing in it needs Mayday to run.
package enum StatusExport {
  /// All files with their paths, `index.html` first, always the same for the same report.
  ///
  /// Pages link to each other relatively, so that they work from `file:` and from any folder of a host. `address` is
  /// where the copy will be published; with it, feed, calendar and JSON carry whole addresses.
  package static func files(
    _ report: StatusReport, address: String? = nil
  ) -> [(path: String, bytes: [UInt8])] {
    let known = address.flatMap { StatusPageSettings(name: "", url: $0).base }
    func site(_ depth: Int) -> StatusSite { StatusSite(report: report, place: .copy(depth: depth, address: known)) }
    var files: [(path: String, bytes: [UInt8])] = []
    func add(_ path: SitePath, _ text: String?) {
      guard let file = StatusPlace.file(path), let text else { return }
      files.append((file, Array(text.utf8)))
    }
    add(.status, site(0).page)
    add(.statusHistory(), site(0).history())
    for month in StatusHistory(report: report).months {
      add(.statusHistory(month), site(1).history(month))
    }
    let items = Set(report.incidents.map(\.id) + report.maintenances.map(\.id)).sorted { $0.text < $1.text }
    for id in items { add(.statusItem(id), site(1).item(id)) }
    for id in Set(report.postmortems.map(\.id)).sorted(by: { $0.text < $1.text }) {
      add(.statusPostmortem(id), site(1).postmortem(id))
    }
    add(.statusFeed, site(0).feed)
    add(.statusCalendar, site(0).calendar)
    for document in StatuspageDocument.allCases {
      let path = SitePath.statusDocument(document)
      let depth = document.path.split(separator: "/").count - 1
      if let file = StatusPlace.file(path) { files.append((file, site(depth).document(document))) }
    }
    for asset in StatusFrame.assets {
      if let file = StatusPlace.file(.asset(asset)) { files.append((file, asset.bytes)) }
    }
    return files
  }
}
