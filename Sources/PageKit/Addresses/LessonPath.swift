/// The addresses of what was learnt: actions, guards, checklists, the library, readings and the trends.
package enum LessonPath: Sendable, Hashable {
  case actions(ActionFilter = ActionFilter())
  /// Due dates for a calendar to subscribe to.
  case actionCalendar(isMine: Bool = false)
  case actionTable(ActionFilter = ActionFilter())
  /// `declaring`: the name of a guard that is about to be declared.
  case guards(declaring: String? = nil)
  case guardRecord(String)
  /// `beginning`: the process that is about to get a checklist.
  case checklists(beginning: String? = nil)
  case checklist(String)
  /// Its lines as forms.
  case checklistLines(String, line: Int? = nil)
  case checklistRun(String)
  /// One time that it was gone through, by the version of the checklist after it.
  case checklistResult(String, Int64)
  case checklistPaper(String)
  case library(LibraryFilter = LibraryFilter())
  /// The reading library; narrowed by a kind of failure, something that teams run, and what was not read yet.
  case readings(ReadingFilter = ReadingFilter())
  case reading(String, place: String? = nil)
  case trends(TrendFilter = TrendFilter())
  case trendTable(TrendFilter = TrendFilter())

  package var text: String {
    switch self {
    case .actions(let filter): "/actions" + filter.text
    case .actionCalendar(let isMine): "/actions.ics" + QueryText.text([("mine", isMine ? "1" : nil)])
    case .actionTable(let filter): "/actions.csv" + filter.text
    case .guards(let name): "/guards" + QueryText.text([("name", name)])
    case .guardRecord(let name): "/guards/\(QueryText.encoded(name))"
    case .checklists(let process): "/checklists" + QueryText.text([("process", process)])
    case .checklist(let process): "/checklists/\(QueryText.encoded(process))"
    case .checklistLines(let process, let line):
      "/checklists/\(QueryText.encoded(process))/edit" + (line.map { "#line-\($0)" } ?? "")
    case .checklistRun(let process): "/checklists/\(QueryText.encoded(process))/run"
    case .checklistResult(let process, let version): "/checklists/\(QueryText.encoded(process))/runs/\(version)"
    case .checklistPaper(let process): "/checklists/\(QueryText.encoded(process))/paper"
    case .library(let filter): "/library" + filter.text
    case .readings(let filter): "/reading" + filter.text
    case .reading(let name, let place): "/reading/\(QueryText.encoded(name))" + (place.map { "#\($0)" } ?? "")
    case .trends(let filter): "/trends" + filter.text
    case .trendTable(let filter): "/trends.csv" + filter.text
    }
  }
}
