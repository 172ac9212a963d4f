import Accounts
import Desk
import Incidents
import Interchange
import Journal
import RecordViews
import SafetySurveys
import Schemas
import WireSchemas

extension Problem {
  static func notAllowed(_ permission: Permission, _ caller: Caller) -> Problem {
    let hint: String
    if let scopes = caller.scopes, AccessTable.allows(caller.role, permission) {
      let names = scopes.map(\.rawValue).sorted().joined(separator: ", ")
      hint = "this token is for: \(names.isEmpty ? "nothing" : names); make one that goes further"
    } else {
      hint = "\(caller.account) is \(caller.role.rawValue); an administrator can change that"
    }
    return Problem(.notAllowed, "this needs the permission '\(permission.rawValue)'", hint: hint)
  }

  /// What the desk or the domain said, in the words of the API; nil for a failure.
  init?(refusal error: any Error, _ request: APIRequest) {
    switch error {
    case let error as DeskError: self.init(error, request)
    case let error as ViewsError: self.init(.unavailable, error.message, place: error.place, hint: error.hint)
    case let error as IncidentRefusal: self.init(error, request)
    case let error as SurveyError: self.init(error, request)
    case let error as JournalError where error.code == .busy:
      self.init(.busy, "other writers held the record for too long", hint: "try again in a second")
    default: return nil
    }
  }

  private init(_ error: DeskError, _ request: APIRequest) {
    switch error.code {
    case .unknownIncident, .unknownMaintenance, .unknownPostmortem, .unknownGuard, .unknownChecklist,
      .unknownReading, .unknownPlan, .unknownDrill, .unknownFile, .unknownPerson:
      self = .notFound(Operations[request.operation].thing(request.path))
    // A body may name it as well.
    case .unknownScenario: self = .notFound(error.place)
    case .notAllowed: self.init(.notAllowed, error.message, place: error.place, hint: error.hint)
    case .staleVersion(let expected, let actual): self = .stale(expected, actual, place: error.place)
    case .staleSection(let mine, let theirs, let base):
      self.init(.staleVersion, error.message, place: error.place, hint: error.hint)
      (self.mine, self.theirs, self.base) = (mine, theirs, base)
    case .unknownVersion: self.init(.notFound, error.message, place: error.place, hint: error.hint)
    case .keyReused: self.init(.keyReused, error.message, place: error.place, hint: error.hint)
    case .invalidKey: self.init(.invalidParameter, error.message, place: error.place, hint: error.hint)
    case .limitPassed: self.init(.tooLarge, error.message, place: error.place, hint: error.hint)
    case .invalidEvidence: self.init(.invalidFields, error.message, place: error.place, hint: error.hint)
    case .emptyDocument, .otherIncident: self.init(.invalidFields, error.message, place: error.place, hint: error.hint)
    case .busy: self.init(.busy, error.message, place: error.place, hint: error.hint)
    }
  }

  static func stale(_ seen: Int64, _ actual: Int64, place: String) -> Problem {
    Problem(
      .staleVersion, "you saw version \(seen), and it is at version \(actual)", place: place,
      hint: "read it again, look at what has changed, then send your change with the new ETag")
  }

  private init(_ error: IncidentRefusal, _ request: APIRequest) {
    let operation = Operations[request.operation]
    let field = error.place.split(separator: "/").first.map(String.init) ?? ""
    let isField = operation.body?.property(field) != nil
    if let missing = Self.pathName(error), operation.pathNames.contains(missing) {
      self.init(.notFound, error.message, place: error.place, hint: error.hint)
      return
    }
    let kind = Self.kind(error.code, isField: isField)
    guard isField, kind == .invalidFields || kind == .staleVersion else {
      self.init(kind, error.message, place: error.place, hint: error.hint)
      return
    }
    let problem = FieldProblem(pointer: "/" + error.place, message: error.message)
    self.init(
      kind, "\(FormBridge.fieldName(of: problem.pointer)): \(error.message)", hint: error.hint, errors: [problem])
  }

  /// The name of a path that a code is about.
  private static func pathName(_ error: IncidentRefusal) -> String? {
    switch error.code {
    case .unknownEntry: "entry"
    case .unknownTask: "task"
    case .unknownUpdate: "update"
    case .unknownRole: "role"
    case .unknownComponent: "component"
    case .unknownPart: error.place.split(separator: " ").first.map(String.init)
    default: nil
    }
  }

  private static func kind(_ code: IncidentRefusal.Code, isField: Bool) -> ProblemKind {
    switch code {
    case .empty, .invalidText, .invalidPolicy, .invalidInstant, .needsReason, .unknownSeverity, .unknownRole,
      .unknownComponent, .unknownEntry, .unknownTask, .unknownUpdate, .unknownIncident,
      .unknownPart:
      .invalidFields
    case .limitPassed: isField ? .invalidFields : .limitReached
    case .wrongState: .wrongState
    case .notCorrectable: .notCorrectable
    case .nothingNew: .nothingNew
    case .needsApproval: .needsApproval
    case .ownApproval: .ownApproval
    case .heldByReview: .heldByReview
    case .alreadyPublished: .alreadyPublished
    case .notPublished: .notPublished
    case .privateIncident: .privateIncident
    case .changedMeanwhile: .staleVersion
    }
  }
}
