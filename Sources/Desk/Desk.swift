import Accounts
import Drills
import Incidents
package import Journal
import Plans
import RecordViews
package import Review
package import TimelineBuilding

/// Makes a timeline of files; throws where nothing in them can be read.
package typealias EvidenceReadingEngine = @Sendable (_ paths: [String]) throws -> TimelineReport

/// The use cases: takes commands, appends events, answers from views. The only writer of the journal.
package actor Desk {
  let journal: any Journal
  let views: ViewStore
  let clock: RecordClock
  let updateReviewer: UpdateReviewer
  let evidence: EvidenceRoom?
  /// Handles of those who may sign in; accounts are kept elsewhere.
  let accounts: @Sendable () async throws -> [String]
  var reviews: ReviewShelf
  var folds = IncidentShelf(max: DeskLimits.keptIncidentsMax)
  var postmortemFolds = PostmortemShelf(max: DeskLimits.keptPostmortemsMax)
  /// Carried on with every read; see ``board(upTo:)``.
  var keptBoard = StatusBoard()
  /// Carried on with every read; see ``keptLessons()``.
  var lessons = KeptLessons()
  /// Carried on with every read; see ``keptReadiness()``.
  var readiness = KeptReadiness()
  var planShelf = PlanShelf()
  var drillShelf = DrillShelf()
  /// Drills whose files are brought in at this moment.
  var landing: Set<Int> = []
  /// What was read together; carried on with every read.
  var circles = KeptReadings()
  /// What is remembered of all incidents and postmortems.
  var learning = LearningShelf()
  private(set) var erasures: Int64 = 0

  /// Opens the desk over a journal.
  ///
  /// `viewsPath` is a file beside the record for the views, made or built again as needed; nil keeps them in memory.
  /// Several desks, in several processes, may share a record and its views. `evidenceFolder` takes the files of evidence,
  /// and `readEvidence` makes a timeline of them; without the two, files are refused. `clock` should be the journal's.
  /// `accounts` are the handles of those who may sign in.
  package init(
    journal: any Journal, viewsPath: String? = nil, reviewer: Reviewer = .standard,
    updateReviewer: UpdateReviewer = .standard, clock: RecordClock = .system, evidenceFolder: String? = nil,
    readEvidence: EvidenceReadingEngine? = nil, accounts: @escaping @Sendable () async throws -> [String] = { [] }
  ) throws {
    self.journal = journal
    self.clock = clock
    self.updateReviewer = updateReviewer
    self.accounts = accounts
    evidence =
      if let evidenceFolder, let readEvidence {
        EvidenceRoom(folder: evidenceFolder, engine: readEvidence)
      } else {
        nil
      }
    views = try ViewStore(path: viewsPath)
    reviews = ReviewShelf(reviewer: reviewer)
  }

  /// Whether the record is what was written; see ``JournalVerifier``.
  package func verify(knownHead: ContentHash? = nil) async throws -> VerificationReport {
    try await JournalVerifier().verify(journal, knownHead: knownHead)
  }

  /// Takes the views up to what the journal holds now; what was kept of it goes when something was erased meanwhile.
  @discardableResult
  func catchUp() async throws -> Standing {
    let standing = try await views.catchUp(with: journal)
    if standing.erasures != erasures {
      folds = IncidentShelf(max: DeskLimits.keptIncidentsMax)
      postmortemFolds = PostmortemShelf(max: DeskLimits.keptPostmortemsMax)
      reviews.forget()
      learning = LearningShelf()
      keptBoard = StatusBoard()
      lessons = KeptLessons()
      readiness = KeptReadiness()
      planShelf = PlanShelf()
      drillShelf = DrillShelf()
      circles = KeptReadings()
      erasures = standing.erasures
    }
    return standing
  }

  /// Throws where the caller's role or token does not go so far.
  func check(_ caller: Caller, _ permission: Permission, _ place: String) throws {
    guard !caller.may(permission) else { return }
    let isToken = AccessTable.allows(caller.role, permission)
    throw DeskError(
      .notAllowed(permission), place: place,
      message: isToken
        ? "this token does not go so far"
        : "the role '\(caller.role.rawValue)' of '\(caller.account)' does not allow it",
      hint: isToken ? "use one with the scope for it" : "ask an administrator for another role")
  }
}
