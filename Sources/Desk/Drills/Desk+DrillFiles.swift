package import Accounts
package import Drills
import Incidents
import RecordViews

/// Files of evidence that come with what is released in a drill.
extension Desk {
  /// A file of a drill with its content, for whoever may know of what it comes with.
  package func file(_ name: String, ofDrill number: Int, for caller: Caller) async throws -> DrillFile {
    try check(caller, .read, "drill \(number)")
    _ = try await keepDrills()
    let drill = try await keptDrill(number)
    // The same words whether there is none or it has not come.
    guard drill.mayRead(name, caller.account), let file = drill.scenario.file(name) else {
      throw DeskError(
        .unknownFile, place: "drill \(number)", message: "no file of that name has come",
        hint: "its messages name those that did")
    }
    return DrillFile(file, in: drill)
  }

  /// Brings the files of what came into the evidence of their drills' incidents: of one drill, or of all that run.
  ///
  /// Reading them takes its time; what two ask for at once is done once. A file that cannot be brought in keeps neither
  /// its drill nor another from going on: whoever leads is told.
  package func landFiles(ofDrill number: Int? = nil) async {
    guard (try? await catchUp()) != nil, let drills = try? await keptReadiness().drills.values else { return }
    let waiting = drills.filter { (number ?? $0.number) == $0.number && !$0.filesToLand.isEmpty }
    for drill in waiting.sorted(by: { $0.number < $1.number }) where landing.insert(drill.number).inserted {
      await landAll(drill)
      landing.remove(drill.number)
    }
  }

  private func landAll(_ drill: Drill) async {
    let scenario = drill.scenario
    for waiting in drill.filesToLand {
      guard let file = scenario.file(waiting.name), await land(file, drill) else { return }
    }
  }

  /// False where it is better tried again later.
  private func land(_ file: ScenarioFile, _ drill: Drill) async -> Bool {
    guard let incident = drill.incident else { return false }
    let caller = Caller.local(Self.ownName)
    var reason: String
    do {
      let upload = EvidenceUpload(name: file.name, bytes: Array(file.text.utf8))
      // Whoever looks at the drill does not wait for files that somebody else brings in: the next round takes it.
      _ = try await bringIn(
        upload, to: IncidentID(number: incident), by: caller, terms: WriteTerms(), waiting: 0
      ) { evidence in
        let drill = try await keptDrill(drill.number)
        // Another process was faster: nothing is left to record.
        guard drill.filesToLand.contains(where: { $0.name == file.name }) else { return [] }
        return try drillWrite(.landFile(file.name, evidence: evidence), on: drill, by: caller).appends
      }
      return true
    } catch let error as DeskError {
      guard error.code != .busy else { return false }
      reason = error.message
    } catch let refusal as IncidentRefusal {
      reason = refusal.message
    } catch {
      return false
    }
    return (try? await perform(.refuseFile(file.name, reason: reason), onDrill: drill.number, by: caller)) != nil
  }
}
