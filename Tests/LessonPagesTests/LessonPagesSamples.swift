import Learning
import LessonPages
import PageKit
import Postmortems
import RecordViews

/// Every page of the room, filled with what the ferry line has learnt.
enum LessonPagesSamples {
  static var pages: [(name: String, html: String)] {
    let context = Lessons.context()
    return [
      ("actions", board(ActionFilter())), ("actions-by-incident", board(ActionFilter(isByIncident: true))),
      ("actions-late", board(ActionFilter(group: .late))),
      ("guards", GuardsPage(guards: Lessons.guards, context: context).html),
      ("guards-declare", GuardsPage(guards: Lessons.guards, declaring: "a-new-one", context: context).html),
      ("guard", GuardPage(record: Lessons.broken, action: Lessons.actions[0], context: context).html),
      ("guard-new", GuardPage(record: Lessons.unchecked, context: context).html),
      ("checklists", ChecklistsPage(checklists: [Lessons.checklist], context: context).html),
      (
        "checklists-begin", ChecklistsPage(checklists: [Lessons.checklist], beginning: "launch", context: context).html
      ),
      ("checklist", ChecklistPage(checklist: Lessons.checklist, context: context).html),
      ("checklist-edit", ChecklistLinesPage(checklist: Lessons.checklist, context: context).html),
      ("checklist-run", ChecklistRunPage(checklist: Lessons.checklist, guards: Lessons.guards, context: context).html),
      (
        "checklist-result",
        ChecklistResultPage(checklist: Lessons.checklist, version: 6, context: context)?.html ?? ""
      ),
      ("checklist-paper", ChecklistPaperPage(checklist: Lessons.checklist, context: context).html),
      (
        "library",
        LibraryPage(listing: Lessons.listing, filter: LibraryFilter(words: "lock twice"), context: context).html
      ),
    ]
  }

  static func board(_ filter: ActionFilter, _ context: PageContext = Lessons.context()) -> String {
    ActionBoardPage(
      places: Lessons.actions.map(ActionPlace.init), actions: Lessons.actions, filter: filter,
      calendar: "https://mayday.example.org/actions.ics", context: context
    ).html
  }
}
