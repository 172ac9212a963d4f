import Interchange

/// What was just done, in a sentence for the page that one is led to; made of the table's own words.
enum DoneWords {
  static func sentence(of operation: OperationID) -> String {
    switch operation {
    case .declareIncident: "The incident is declared."
    case .reviseIncident: "It is recorded; what was said before stays in the timeline."
    case .changeAccess: "Who may know of the incident is set."
    case .changeState: "The incident has moved on."
    case .stateInstant: "The instant is stated."
    case .assignRole: "The role is handed over."
    case .correctEntry: "The entry is corrected; what it said before stays to be read."
    case .writeNote: "Written down."
    case .recordDecision: "The decision is recorded."
    case .recordDissent: "The other view is recorded."
    case .addTask: "The task is added."
    case .changeTask: "The task is changed."
    case .addEvidence: "The evidence is read."
    case .pickMoment: "The moment stands in the timeline."
    case .judgeSuspect: "How the suspect stands is recorded."
    case .draftUpdate, .reviseUpdate: "The draft is kept. Nobody outside sees it yet."
    case .approveUpdate: "The update is approved."
    case .publishUpdate: "The update is published."
    case .correctUpdate: "The correction is published; the first text stays to be read."
    case .withdrawUpdate: "The update is taken back."
    case .reportNearMiss: "The near miss is recorded. Thank you for telling."
    case .replacePolicy: "The policy is changed."
    case .replaceComponents, .setComponentCondition: "The components are changed."
    case .scheduleMaintenance, .rescheduleMaintenance, .progressMaintenance: "The maintenance is changed."
    case .stepAction: "The action has moved on; its history has the note."
    case .proposeAction, .changeAction: "The action is written down."
    case .declareGuard: "The guard is declared."
    case .retireGuard: "The guard is retired; what it saw stays to be read."
    case .writeChecklist, .addChecklistLine: "The checklist is written anew."
    case .retireChecklistLine: "The line is retired; what it caught stays on the record."
    case .runChecklist: "It is written down, with who answered and when."
    case .addToLibrary: "It stands in the library."
    default: "Done."
    }
  }
}
