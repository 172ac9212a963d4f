import Chronology
import Interchange
import PageKit
import Reading

/// What the pages of this room have in common.
struct ReadingFrame: Sendable {
  let title: String
  let trail: [(label: String, path: SitePath)]
  let context: PageContext

  static let shelf = SitePath.lessons(.readings())

  func html(@HTMLBuilder content: () -> HTML) -> String {
    let content = content()
    return PageFrame(
      title: title, trail: [("Reading", Self.shelf)] + trail, kind: "reading", context: context,
      styles: [.lessons, .reading]
    ).html {
      context.lostRefusal(beside: content)
      content
    }
  }

  /// `2 April 2031`.
  static func date(_ day: CivilDate) -> String { "\(day.day) \(months[(day.month - 1) % 12]) \(day.year)" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  static func minutes(_ reading: ReadingListing) -> String { "\(reading.minutes) min" }
}
