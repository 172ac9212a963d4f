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
      lostRefusal(content)
      content
    }
  }

  /// Why a form was not done that the page has no longer.
  private func lostRefusal(_ content: HTML) -> HTML? {
    guard let problem = context.outcome?.problem, !content.markup.contains(" data-refused=\"\"") else { return nil }
    return Refused(text: problem.detail, hint: problem.hint).html
  }

  /// `GitLab, 31 January 2017`.
  static func origin(_ reading: ReadingListing) -> String { "\(reading.organisation), \(date(reading.date))" }

  /// A day, a month or a year in words.
  static func date(_ text: String) -> String {
    if let day = CivilDate(text) { return Wording.longDate(day) }
    let parts = text.split(separator: "-")
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return text }
    return "\(months[month - 1]) \(parts[0])"
  }

  static func minutes(_ reading: ReadingListing) -> String { "\(reading.minutes) min" }
}
