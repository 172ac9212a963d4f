import Authoring
import Chronology
package import Incidents
import Interchange
package import PageKit
package import Postmortems
package import RecordViews

/// Where the timeline of a postmortem is put together from evidence, record and accounts.
package struct PostmortemTimelinePage: Sendable {
  private let scene: PostmortemScene
  private let candidates: [TimelineLine]
  private let gaps: [TimelineGap]
  /// Number of the line that is being changed.
  private let chosen: Int?

  /// `candidates`: lines that can be taken, number 0 each.
  package init(
    view: PostmortemView, incident: Incident? = nil, candidates: [TimelineLine], line: Int? = nil, context: PageContext
  ) {
    scene = PostmortemScene(
      view: view, context: context, page: .postmortems(.timeline(view.summary.id, line: line)))
    self.candidates = candidates
    gaps = TimelineGaps(postmortem: view.postmortem, incident: incident).gaps()
    chosen = line
  }

  private var postmortem: Postmortem { scene.postmortem }
  private var plain: SitePath { .postmortems(.timeline(scene.id)) }

  /// Boxes in one form: more than these are no form that a person looks over.
  private static let shownMax = 150

  package var html: String {
    scene.html("Timeline", kind: "line-editor") {
      scene.lead(
        "What happened when",
        "Take what matters from evidence, record and accounts, say it in a sentence each, and answer what the gaps ask."
      )
      PostmortemTabs(scene: scene).html
      Tag.div(.class("line-board")) {
        Tag.section(.class("line-main"), .labelledBy("lines-title")) {
          Tag.h2(.id("lines-title")) { "The timeline" }
          if postmortem.lines.isEmpty {
            Tag.p(.class("gap-block")) {
              candidates.isEmpty
                ? "No line stands in it yet, and there is no evidence or record to take any from. Write the first one below."
                : "No line stands in it yet. Tick what belongs into it, and take it."
            }
          } else {
            LineRail(
              lines: postmortem.lines, gaps: gaps, explained: postmortem.gaps, zone: scene.zone, acts: { acts($0) },
              answer: { answer($0) }
            ).html
          }
          if scene.isOpen {
            add
            takeOut
          }
        }
        if scene.isOpen { picking }
      }
    }
  }

  // MARK: Lines

  private func acts(_ line: TimelineLine) -> HTML {
    guard scene.isOpen else { return .empty }
    if line.number == chosen { return change(line) }
    return Tag.div(.class("line-acts")) {
      Tag.a(
        .class("quiet-link"), .href(.postmortems(.timeline(scene.id, line: line.number))),
        .label("Change line L\(line.number)")
      ) { "Change" }
      move(line)
    }
  }

  private func change(_ line: TimelineLine) -> HTML {
    let form = scene.form("line-\(line.number)", .changeLine, "\(line.number)", returnTo: plain)
    return Tag.div(.class("line-change panel")) {
      form.html(.class("form")) {
        LineFields(form: form, zone: scene.zone, line: line).html
        Tag.button(.class("strong"), .set("type", "submit")) { "Save L\(line.number)" }
        Tag.a(.class("quiet-link"), .href(plain)) { "Leave it as it is" }
      }
      scene.form("line-\(line.number)-out", .removeLine, "\(line.number)", returnTo: plain).button(
        "Take L\(line.number) out", class: "quiet")
    }
  }

  /// Lines that share an instant stand in an order that somebody can choose.
  private func move(_ line: TimelineLine) -> HTML {
    let numbers = postmortem.lines.filter { $0.at == line.at }.map(\.number)
    guard numbers.count > 1, let place = numbers.firstIndex(of: line.number) else { return .empty }
    func button(_ other: Int, _ words: String, _ name: String) -> HTML {
      guard numbers.indices.contains(other) else { return .empty }
      var order = numbers
      order.swapAt(place, other)
      return scene.form("\(name)-\(line.number)", .arrangeLines, returnTo: plain).button(
        words, class: "quiet", fields: order.map { ("numbers", "\($0)") },
        label: "Move L\(line.number) \(words.lowercased())")
    }
    return .joined([button(place - 1, "Earlier", "up"), button(place + 1, "Later", "down")])
  }

  private func answer(_ gap: TimelineGap) -> HTML {
    guard scene.isOpen else { return .empty }
    let said = postmortem.gaps[gap.after] ?? ""
    let form = scene.form("gap-\(gap.after)", .explainGap, "\(gap.after)", returnTo: plain)
    return form.html(.class("form gap-form")) {
      form.field(
        "text", said.isEmpty ? "What is known of it" : "What is known of it (empty: ask again)", .lines, value: said,
        lengthMax: PostmortemLimits.partScalarsMax)
      Tag.button(.set("type", "submit")) { said.isEmpty ? "Answer" : "Save" }
    }
  }

  private var add: HTML {
    let form = scene.form("line-new", .addLine, returnTo: plain)
    return Tag.details(
      .class("fold"), form.outcome != nil || (postmortem.lines.isEmpty && candidates.isEmpty) ? .isOpen : nil
    ) {
      Tag.summary { "Write a line" }
      form.html(.class("form")) {
        LineFields(form: form, zone: scene.zone).html
        Tag.button(.class("strong"), .set("type", "submit")) { "Put it in" }
      }
    }
  }

  /// A timeline begins with all that evidence and record hold; most of it is not for its readers.
  private var takeOut: HTML? {
    let lines = postmortem.lines.prefix(Self.shownMax)
    guard lines.count > 1 else { return nil }
    let form = scene.form("lines-out", .removeLines, returnTo: plain)
    return Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Take several lines out" }
      form.html(.class("form picks")) {
        form.ticks(
          "numbers", "Which readers do not need",
          lines.map { line in
            ("\(line.number)", .joined([Tag.span(.class("line-name")) { "L\(line.number) " }, words(line)]))
          })
        Tag.p(.class("section-note")) { "What is taken out can be taken in again beside the timeline." }
        Tag.button(.set("type", "submit")) { "Take out what is ticked" }
      }
    }
  }

  // MARK: What can be taken

  private var picking: HTML {
    Tag.aside(.class("line-side"), .labelledBy("pick-title")) {
      Tag.h2(.id("pick-title")) { "What can be taken" }
      if candidates.isEmpty {
        Tag.p(.class("section-note")) { "Everything that evidence, record and open accounts hold stands in it." }
      }
      picks(.moment, "moments", "From the evidence")
      picks(.entry, "entries", "From the record of the incident")
      picks(.account, "accounts", "From accounts")
    }
  }

  private func picks(_ origin: TimelineLine.Origin, _ field: String, _ heading: String) -> HTML? {
    let lines = candidates.filter { $0.origin == origin && $0.originID != nil }
    guard !lines.isEmpty else { return nil }
    let form = scene.form("take-\(field)", .takeLines, returnTo: plain)
    let shown = lines.prefix(Self.shownMax)
    return Tag.section(.class("picks panel")) {
      form.html(.class("form")) {
        form.ticks(field, heading, shown.map { ($0.originID ?? "", words($0)) })
        if shown.count < lines.count {
          Tag.p(.class("section-note")) {
            "\(Wording.grouped(lines.count - shown.count)) later ones are shown once these are taken."
          }
        }
        Tag.button(.set("type", "submit")) { "Take what is ticked" }
      }
    }
  }

  private func words(_ line: TimelineLine) -> HTML {
    .joined([
      line.at.map { at in
        Tag.time(.class("stamp"), .datetime(at.rfc3339), .title(scene.zone.dateAndMinute(at))) { stamp(at) }
      } ?? Gap("Time not known").html,
      HTML(" \(line.text)"),
    ])
  }
}

extension PostmortemTimelinePage {
  /// The time; with its day where that is not the day on which it began.
  private func stamp(_ at: Instant) -> String {
    let day = scene.zone.date(at)
    let isThatDay = scene.view.incident?.started.map { scene.zone.date($0) == day } ?? false
    return (isThatDay ? "" : "\(Wording.dayAndMonth(day)), ") + scene.zone.time(at)
  }
}

/// The fields of a line.
struct LineFields: Sendable {
  let form: ActionForm
  let zone: PageZone
  var line: TimelineLine?

  var html: HTML {
    .joined([
      form.field(
        "text", "What happened, in a sentence", .lines, value: line?.text ?? "", isRequired: true,
        lengthMax: PostmortemLimits.partScalarsMax),
      Tag.div(.class("field-row")) {
        instant("at", "When", line?.at)
        instant("until", "Until", line?.until)
        form.field(
          "basis", "How the instant is known", .choice(TimelineLine.Basis.choices),
          value: (line?.basis ?? .said).rawValue)
        form.field("group", "Heading that it stands under", value: line?.group ?? "", lengthMax: 200)
      },
      form.list("references", "Where it can be seen", line?.references ?? [], hint: "Files with lines, commits."),
    ])
  }

  /// A field for date and time; where the instant is finer than a second it is written out, so that nothing is lost.
  private func instant(_ name: String, _ label: String, _ value: Instant?) -> HTML {
    guard let value, !zone.clock(value).fraction.isEmpty else { return form.instant(name, label, value: value) }
    return form.field(
      name, label, value: value.rfc3339(offsetSeconds: zone.offsetSeconds(value)), hint: "With its zone.")
  }
}
