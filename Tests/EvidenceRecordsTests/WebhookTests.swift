import Chronology
import EvidenceRecords
import Testing

struct WebhookTests {
  private static let sha = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"

  private func deployment(_ environment: String, payload: String = "{}", description: String = "") -> String {
    #""deployment":{"id":7,"sha":"\#(Self.sha)","environment":"\#(environment)","task":"deploy","payload":\#(payload),"description":"\#(description)","creator":{"login":"kim"},"created_at":"2031-02-03T04:05:06Z"},"repository":{"name":"till","full_name":"corner/till"}"#
  }

  @Test func `a deployment starts, and its status ends it`() throws {
    let started =
      #"{"event":"deployment","received_at":"2031-02-03T04:05:06.789Z","payload":{\#(deployment("prod/web-1"))}}"#
    let states = ["queued", "in_progress", "success", "failure"].map { state in
      #"{"event":"deployment_status","payload":{"deployment_status":{"state":"\#(state)","description":"no disk","created_at":"2031-02-03T04:06:00Z"},\#(deployment("prod/web-1"))}}"#
    }
    let reading = try RecordSample(([started] + states).joined(separator: "\n")).read(with: GitHubWebhookFormat())
    #expect(
      reading.titles == [
        "deploy till c0ffee0 → web-1", "deploy till c0ffee0 → web-1 succeeded",
        "deploy till c0ffee0 → web-1 failed: no disk",
      ])
    #expect(reading.changes.map(\.outcome) == [.started, .succeeded, .failed])
    #expect(Set(reading.changes.map(\.id)) == ["7"])
    #expect(reading.changes[0].environment == "prod")
    #expect(reading.entries[0].reference.line == 1)
    // The arrival tells the same instant with more digits.
    #expect(reading.instants[0] == "2031-02-03T04:05:06.789Z")
    #expect(reading.notes == ["passed over: deployment_status in_progress 1, deployment_status queued 1"])
    #expect(reading.unrecognisedLines == 0)
  }

  @Test(arguments: [
    ("the payload names both", #"{"service":"api","host":"web-9"}"#, "prod", "", "deploy api c0ffee0 → web-9"),
    ("only an environment", "{}", "prod", "", "deploy till c0ffee0 → prod"),
    ("the description names the service", "{}", "prod", "Deploy cart-api", "deploy cart-api c0ffee0 → prod"),
    ("a way back", "{}", "prod", "Rollback after errors", "roll back till to c0ffee0 → prod"),
  ]) func `service and place are found`(
    reason: String, payload: String, environment: String, description: String, title: String
  ) throws {
    let text = "{\(deployment(environment, payload: payload, description: description))}"
    #expect(try RecordSample(text).read(with: GitHubWebhookFormat()).titles == [title], "\(reason)")
  }

  @Test func `a webhook that came late does not move its event`() throws {
    let text = #"{"event":"deployment","received_at":"2031-02-03T09:00:00Z","payload":{\#(deployment("prod"))}}"#
    #expect(try RecordSample(text).read(with: GitHubWebhookFormat()).instants == ["2031-02-03T04:05:06Z"])
  }

  @Test func `a push names its branch, head and files`() throws {
    let reading = try RecordSample(
      #"""
      {"ref":"refs/heads/main","after":"\#(Self.sha)","pusher":{"name":"kim"},"repository":{"full_name":"corner/till"},
       "head_commit":{"id":"\#(Self.sha)","message":"Count twice\n\nBecause.","timestamp":"2031-02-03T05:05:06+01:00"},
       "commits":[{"added":["services/cart.py"],"modified":[]},{"modified":["services/cart.py","README.md"]}]}
      """#
    ).read(with: GitHubWebhookFormat())
    #expect(reading.titles == ["push main c0ffee0 \"Count twice\" (2 commits)"])
    #expect(reading.instants == ["2031-02-03T04:05:06Z"])
    #expect(reading.entries[0].service == "cart")
    #expect(reading.changes[0].paths == ["services/cart.py", "README.md"])
  }

  @Test func `deploy tools are understood by the names of their keys`() throws {
    let reading = try RecordSample(
      #"""
      {"app":"till","image":"registry.example/till:4.2","namespace":"shop","phase":"Succeeded","finishedAt":"2031-02-03T04:05:06Z"}
      {"service":"till","version":"4.1","hosts":["web-1","web-2"],"action":"rollback","result":"failed","at":1927000000}
      {"service":"till"}
      """#
    ).read(with: DeploymentRecordFormat())
    #expect(
      reading.titles == ["deploy till till:4.2 → shop succeeded", "roll back till to 4.1 → web-1, web-2 failed"])
    #expect(reading.unrecognisedLines == 1)
  }
}
