package import Accounts
package import Findings
package import Incidents

/// What the caller may do, they may do to what they may see; see ``DeskError/Code`` and ``IncidentRefusal`` for the rest.
extension Desk {
  /// Declares an incident; a private one gets a number that says nothing.
  package func declare(
    _ declaration: Declaration, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  /// Does something to an incident, as a whole or not at all, and answers once the views show it.
  ///
  /// Where others write meanwhile it is decided anew, unless `terms` name a version.
  package func perform(
    _ command: IncidentCommand, on incident: IncidentID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  /// Stores a file beside the record, reads all evidence of the incident, and attaches its timeline.
  package func addEvidence(
    _ file: EvidenceUpload, to incident: IncidentID, by caller: Caller, terms: WriteTerms = WriteTerms()
  ) async throws -> WriteReceipt {
    throw notReady
  }

  /// What the reviewer says of an update that is still being written; nothing is saved.
  package func reviewUpdate(
    _ draft: UpdateDraft, of incident: IncidentID, for caller: Caller
  ) async throws -> [Finding] {
    throw notReady
  }

  /// Records the promises that were missed by now; returns how many.
  package func keepTime() async throws -> Int { 0 }

  var notReady: DeskError {
    DeskError(.busy, place: "desk", message: "this is not built yet", hint: "take a later state of the branch")
  }
}
