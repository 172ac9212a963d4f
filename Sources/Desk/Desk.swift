package import Journal
package import Review
package import TimelineBuilding

/// Makes a timeline of files; throws where nothing in them can be read.
package typealias EvidenceReadingEngine = @Sendable (_ paths: [String]) throws -> TimelineReport

/// The use cases: takes commands, appends events, answers from views. The only writer of the journal.
package actor Desk {
  let journal: any Journal
  let views: ViewStore
  var reviews: ReviewShelf
  let clock: RecordClock
  /// Where files of evidence lie; nil: none are taken.
  let evidenceFolder: String?
  let readEvidence: EvidenceReadingEngine?

  /// Opens the desk over a journal.
  ///
  /// `viewsPath` is a file beside the record for the views, made or built again as needed; nil keeps them in memory.
  /// Several desks, in several processes, may share a record and its views. `evidenceFolder` takes the files of evidence,
  /// and `readEvidence` makes a timeline of them; without the two, files are refused. `clock` should be the journal's.
  package init(
    journal: any Journal, viewsPath: String? = nil, reviewer: Reviewer = .standard, clock: RecordClock = .system,
    evidenceFolder: String? = nil, readEvidence: EvidenceReadingEngine? = nil
  ) throws {
    self.journal = journal
    self.clock = clock
    self.evidenceFolder = evidenceFolder
    self.readEvidence = readEvidence
    views = try ViewStore(path: viewsPath)
    reviews = ReviewShelf(reviewer: reviewer)
  }

  /// Whether the record is what was written; see ``JournalVerifier``.
  package func verify(knownHead: ContentHash? = nil) async throws -> VerificationReport {
    try await JournalVerifier().verify(journal, knownHead: knownHead)
  }

  /// Puts a postmortem into the record: a new incident, or a new revision of the postmortem that is there.
  ///
  /// All of it is one append: it is there in full or not at all. The same text again appends nothing.
  /// - Throws: ``DeskError`` and ``JournalError``.
  package func importPostmortem(_ request: ImportRequest) async throws -> ImportReceipt {
    let candidate = try ImportCandidate(request)
    for _ in 0..<DeskLimits.attemptsMax {
      try await views.catchUp(with: journal)
      let plan = try await views.read { try ImportPlanner(db: $0, candidate: candidate).plan() }
      guard !plan.appends.isEmpty else { return plan.receipt }
      do {
        try await journal.append(plan.appends)
      } catch {
        guard case .wrongExpectedVersion = error.code else { throw error }
        continue
      }
      try await views.catchUp(with: journal)
      return plan.receipt
    }
    throw DeskError(
      .busy, place: request.path, message: "others kept changing the same incident", hint: "import it again")
  }
}
