import Accounts
import Chronology
import Incidents
import Interchange
import Learning
import LessonPages
import PageKit
import Postmortems
import RecordViews

/// What an invented ferry line has learnt: actions, guards, checklists.
enum Lessons {
  static let now = Instant(rfc3339: "2031-04-20T09:00:00Z") ?? Instant(seconds: 0)
  static let kim = Caller(account: "kim", displayName: "Kim", role: .administrator, origin: .session(id: "s"))
  static let reader = Caller(account: "rea", displayName: "Rea", role: .reader, origin: .session(id: "t"))
  static let hostile = "\"><script>alert(1)</script><img src=x onerror='alert(1)'>\u{202E}\u{1B}[2J&amp;"

  static func context(_ caller: Caller? = kim, outcome: FormOutcome? = nil) -> PageContext {
    PageContext(
      visitor: PageVisitor(caller: caller, formToken: "a-token", formKey: "a-key"), now: now, outcome: outcome)
  }

  static func instant(_ day: Int, month: Int = 4) -> Instant {
    Instant(rfc3339: "2031-0\(month)-\(day < 10 ? "0" : "")\(day)T08:30:00Z") ?? now
  }

  static func day(_ day: Int, month: Int = 4) -> CivilDate { CivilDate(year: 2031, month: month, day: day) }

  // MARK: Actions

  static func action(
    _ number: Int, _ text: String, _ state: ActionState, due: CivilDate?, term: ActionTerm = .immediate,
    kind: ActionKind = .prevent, owner: String? = "kim", note: String = "", guards: [GuardRecord] = [],
    isOverdue: Bool = false, verification: String = "A sale of a cabin that is sold is refused."
  ) -> ActionView {
    let content = ActionContent(
      text: text, kind: kind, term: term, owner: owner, due: due, factors: [2], verification: verification)
    var action = PostmortemAction(
      number: number, content: content, proposed: .init(state: .proposed, at: instant(1), by: "jo", note: ""))
    if state != .proposed {
      action.state = state
      action.steps.append(.init(state: state, at: instant(8), by: "jo", note: note))
    }
    return ActionView(
      id: ActionID(postmortem: 3, action: number), action: action,
      postmortemTitle: "Cabins on the night ferries were sold twice", incident: 7,
      incidentTitle: "Cabins on the night ferries were sold twice", severity: 2,
      factors: ["Two processes held the same lock under two names"], guards: guards, isOverdue: isOverdue)
  }

  static var actions: [ActionView] {
    [
      action(
        1, "The lock on a cabin carries the sailing’s number in every service", .accepted, due: day(8),
        guards: [broken], isOverdue: true),
      action(2, "Show a double sale on the wall within a minute", .proposed, due: day(21), kind: .detect, owner: nil),
      action(3, "Name every lock in one place of the code", .accepted, due: day(30), term: .longTerm),
      action(
        4, "Take the old viewer off all hosts", .done, due: day(4), kind: .stopNow, note: "Gone since build 512."),
      action(5, "Rehearse refunding a sailing", .verified, due: day(2), kind: .process, note: "Done in the drill."),
      action(
        6, "Sell cabins on paper", .declined, due: nil, kind: .soften, note: "Slower than the fault.", verification: ""),
    ]
  }

  // MARK: Guards

  static func record(
    _ number: Int, _ declaration: GuardDeclaration, _ reports: [GuardReport], retired: String? = nil
  ) -> GuardRecord {
    var record = GuardRecord(number: number)
    record.apply(.declared(declaration), stamp(1))
    for (index, report) in reports.enumerated() { record.apply(.reported(report), stamp(Int64(index + 2))) }
    if let retired { record.apply(.retired(retired), stamp(99)) }
    return record
  }

  static func stamp(_ version: Int64) -> EventStamp {
    let at = instant(Int(min(version, 20)))
    return EventStamp(version: version, recorded: at, claimed: nil, actor: "ci")
  }

  static let broken = record(
    1,
    GuardDeclaration(
      name: "one-lock-name", title: "Every service takes the cabin’s lock under one name", incident: 7,
      action: ActionID(postmortem: 3, action: 1)),
    [
      GuardReport(standing: .holds, summary: "9 of 9 services agree", place: "ci"),
      GuardReport(standing: .unknown, summary: "no answer within 10 s", place: "ci"),
      GuardReport(standing: .holds, summary: "9 of 9 services agree", place: "ci"),
      GuardReport(
        standing: .broken, summary: "8 of 9 services agree; seats uses cabin:4",
        detail: "seats   cabin:4\nbooking cabin:N12:4",
        place: "ci"),
    ])
  static let holding = record(
    2, GuardDeclaration(name: "tickets-answer", title: "Tickets answer within a second", incident: 6, everyMinutes: 15),
    [GuardReport(standing: .holds, summary: "200 in 0.2 s")])
  static let unknown = record(
    3, GuardDeclaration(name: "queue-short", title: "No queue holds more than a minute of sales", incident: 7),
    [GuardReport(standing: .unknown, summary: "Prometheus did not answer")])
  static let unchecked = record(4, GuardDeclaration(name: "new-one", title: "The backup can be read"), [])
  static let retired = record(
    5, GuardDeclaration(name: "old-viewer", title: "The old viewer answers nobody", incident: 5),
    [GuardReport(standing: .holds, summary: "connection refused")], retired: "The hosts are gone.")
  static let guards = [broken, unknown, unchecked, holding, retired]

  // MARK: Checklists

  static var checklist: Checklist {
    var checklist = Checklist(number: 1)
    let lines = [
      ChecklistLine(
        number: 1, text: "Every service takes the cabin’s lock under one name", expects: .check, check: "one-lock-name",
        incident: 7, action: ActionID(postmortem: 3, action: 1)),
      ChecklistLine(number: 2, text: "Is any flag in this change reused from an older one?", expects: .no, incident: 6),
      ChecklistLine(number: 3, text: "Is the way back tried?", expects: .yes),
      ChecklistLine(number: 4, text: "What changes for passengers?", expects: .words),
      ChecklistLine(number: 5, text: "Tell the harbour office", expects: .done),
    ]
    checklist.apply(.written(ChecklistContent(process: "deploy", title: "Deploy", lines: lines)), stamp(1))
    for run in 0..<22 {
      let isGood = run != 4
      checklist.apply(
        .ran(
          ChecklistRun(
            subject: "release \(500 + run)",
            answers: lines.map {
              .init(line: $0.number, text: $0.text, answer: "yes", isGood: isGood || $0.number != 2)
            })), stamp(Int64(run + 2)))
    }
    return checklist
  }

  // MARK: Library

  static let likenesses = [
    Likeness(
      incident: "INC-12", postmortem: "PM-7", title: "Tickets were charged twice", at: instant(3, month: 2),
      outcome: "A lock was taken under two names", isOurs: true, score: 0.8, isStrong: true,
      reasons: ["shares 3 patterns of its evidence, first 'lock … not held'", "the words cabin, lock, sold"],
      patterns: ["lock # not held"], words: ["cabin", "lock"]),
    Likeness(
      incident: nil, postmortem: "PM-90", title: "Seats were sold twice elsewhere", at: nil, outcome: nil,
      isOurs: false,
      score: 0.3, isStrong: false, reasons: ["the words sold, twice"], patterns: [], words: ["sold"]),
  ]

  static let listing = LibraryListing(
    hits: [
      LibraryHit(
        postmortem: "PM-7", incident: "INC-12", title: "Tickets were charged twice", source: nil, isOurs: true,
        stage: "final", at: instant(3, month: 2), severity: 2, components: ["booking"],
        excerpt: Excerpt(parts: [
          .init(text: "… the ", isHit: false), .init(text: "lock", isHit: true),
          .init(text: " was taken <twice> …", isHit: false),
        ])),
      LibraryHit(
        postmortem: "PM-90", incident: nil, title: "Seats were sold twice elsewhere",
        source: "https://example.org/pm.html", isOurs: false, stage: "final", at: nil, severity: nil, components: [],
        excerpt: Excerpt(parts: [.init(text: "Seats were sold twice.", isHit: false)])),
    ], count: 2, hasMore: false)
}
