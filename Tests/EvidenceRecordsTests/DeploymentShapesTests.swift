import Chronology
import EvidenceRecords
import Testing

struct DeploymentShapesTests {
  private func read(_ text: String) throws -> RecordReading {
    let sample = RecordSample(text)
    #expect(sample.recognised == "deployment-records")
    return try sample.read(with: DeploymentRecordFormat())
  }

  @Test func `deployments as GitHub lists them begin and end`() throws {
    let reading = try read(
      #"""
      [
        {
          "id": 7, "sha": "9f3c21ab04d19f3c21ab04d19f3c21ab04d19f3c", "ref": "main", "task": "deploy",
          "environment": "production", "payload": {"service": "till"}, "creator": {"login": "kim"},
          "created_at": "2031-02-03T04:05:06Z",
          "statuses": [
            {"state": "in_progress", "created_at": "2031-02-03T04:05:10Z"},
            {"state": "failure", "description": "probe failed", "created_at": "2031-02-03T04:06:00Z"}
          ]
        },
        {
          "id": 8, "sha": "0a3c21ab04d19f3c21ab04d19f3c21ab04d19f3c", "ref": "main", "task": "deploy",
          "environment": "production", "payload": "", "creator": {"login": "kim"},
          "created_at": "2031-02-03T05:05:06Z", "repository_url": "https://api.example/repos/shop/scale"
        }
      ]
      """#)
    #expect(
      reading.titles == [
        "deploy till 9f3c21a → production", "deploy till 9f3c21a → production failed: probe failed",
        "deploy scale 0a3c21a → production",
      ])
    #expect(reading.changes.map(\.outcome) == [.started, .failed, .started])
    #expect(reading.changes.map(\.actor) == ["kim", "kim", "kim"])
    #expect(reading.entries.map(\.reference.line) == [5, 8, 14])
  }

  @Test func `an application of Argo CD tells its history, and a sync that failed`() throws {
    let reading = try read(
      #"""
      {
        "apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
        "metadata": {"name": "till", "namespace": "argocd"},
        "spec": {"destination": {"namespace": "shop"}},
        "status": {
          "history": [
            {"id": 1, "revision": "9f3c21ab04d19f3c21ab04d19f3c21ab04d19f3c", "deployedAt": "2031-02-03T04:05:06Z"},
            {"id": 2, "revision": "1.4.2", "deployedAt": "2031-02-03T05:05:06Z", "initiatedBy": {"username": "kim"}}
          ],
          "operationState": {
            "phase": "Failed", "message": "hook failed", "finishedAt": "2031-02-03T06:00:00Z",
            "syncResult": {"revision": "1.4.3"}
          }
        }
      }
      """#)
    #expect(
      reading.titles == [
        "deploy till 9f3c21a → shop succeeded", "deploy till 1.4.2 → shop succeeded",
        "deploy till 1.4.3 → shop failed: hook failed",
      ])
    #expect(reading.changes[1].actor == "kim")
    #expect(reading.entries.map(\.reference.line) == [7, 8, 11])
  }

  @Test(arguments: [
    (#"{"service":"till","version":"1.4","status":"succeeded","finished_at":"2031-02-03T04:05:06Z"}"#, "one object"),
    (
      "{\n \"app\": \"till\",\n \"version\": \"1.4\",\n \"status\": \"done\",\n \"time\": \"2031-02-03T04:05:06Z\"\n}",
      "one object on several lines"
    ),
    (
      #"{"deployments":[{"app":"till","version":"1.4","status":"done","time":"2031-02-03T04:05:06Z"}]}"#,
      "a wrapped list"
    ),
    (
      #"[{"app":"till","version":"1.4","status":"done","time":"2031-02-03T04:05:06Z"}]"#, "an array on one line"
    ),
    (
      #"{"kind":"List","items":[{"kind":"Application","metadata":{"name":"till"},"#
        + #""status":{"history":[{"id":0,"revision":"1.4","deployedAt":"2031-02-03T04:05:06Z"}]}}]}"#,
      "a list of Argo CD"
    ),
  ])
  func `a deployment is found however it is wrapped`(text: String, why: String) throws {
    let reading = try read(text)
    #expect(reading.titles == ["deploy till 1.4 succeeded"], "\(why)")
    #expect(reading.instants == ["2031-02-03T04:05:06Z"], "\(why)")
  }

  @Test func `an array that is longer than the head is recognised by its first elements`() throws {
    let records = (0..<900).map { index in
      #" {"app": "till", "version": "1.\#(index)", "status": "done", "time": "2031-02-03T04:05:06Z", "note": "a ] } \" b"}"#
    }
    let reading = try read("[\n" + records.joined(separator: ",\n") + "\n]\n")
    #expect(reading.entries.count == 900)
    #expect(reading.entries[1].reference.line == 3)
  }

  @Test(arguments: [
    (#"[{"name":"till","version":"1.4","created_at":"2031-02-03T04:05:06Z"}]"#, "a list of packages"),
    (#"{"items":[{"kind":"Pod","metadata":{"name":"till"},"status":{"phase":"Running"}}]}"#, "a list of pods"),
    (
      #"{"kind":"Deployment","metadata":{"name":"till"},"spec":{"replicas":2},"status":{"readyReplicas":2}}"#,
      "a Kubernetes object"
    ),
  ])
  func `what only resembles deployments is left alone`(text: String, why: String) {
    #expect(RecordSample(text).recognised != "deployment-records", "\(why)")
  }
}
