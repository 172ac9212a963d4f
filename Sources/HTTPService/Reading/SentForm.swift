import Interchange
import PageKit
import Schemas
import WireSchemas

/// A form of an operation that came in.
struct SentForm: Sendable {
  let operation: Operation
  let path: [String: String]
  let visit: FormVisit
  /// Whether the browser said that a page of this site sent it.
  let isFromHere: Bool
  /// What the fields come to, where they are none of the operation's own.
  var meant: [(name: String, value: String)]?
  /// The whole body, where the fields are only a part of what it says.
  var meantBody: JSONValue?

  /// What the operation is asked: once, or once for each file.
  var requests: [APIRequest] {
    var request = APIRequest(operation.id, path: path)
    request.idempotencyKey = visit[.key].flatMap { $0.isEmpty ? nil : $0 }
    request.ifMatch = visit[.version].flatMap { $0.isEmpty ? nil : $0 }
    guard operation.takesUpload else {
      if let schema = operation.body {
        let fields =
          meant ?? visit.fields.fields.map { (name: FormField.name($0.name, for: operation.id), value: $0.value) }
        request.body = (meantBody ?? FormBridge.body(from: fields, for: schema)).bytes
      }
      return [request]
    }
    return visit.files.enumerated().map { index, file in
      var one = request
      one.query["name"] = file.name
      one.upload = APIRequest.Upload(name: file.name, bytes: file.bytes)
      if index > 0 { one.idempotencyKey = request.idempotencyKey.map { "\($0)-\(index)" } }
      return one
    }
  }

  /// Where a person is led once it is done: where the form says, else to what was made or changed.
  func destination(after answer: APIAnswer) -> LocalPath {
    if let wanted = visit.returnTo { return wanted }
    if operation.id == .runChecklist, let process = path["process"],
      let run = (try? JSONText.parse(answer.body))?["version"]?.integer,
      let page = LocalPath(SitePath.lessons(.checklistResult(process, run)).text)
    {
      return page
    }
    let location = answer.headers.first { $0.name.lowercased() == "location" }?.value
    if let location, let page = Self.page(of: location) { return page }
    return path["incident"].flatMap { LocalPath("/incidents/\(PercentEncoding.encoded($0))") } ?? .home
  }

  /// The page of a thing of the API: that of its incident, where it is a part of one; an update has its own.
  private static func page(of location: String) -> LocalPath? {
    let parts = location.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.starts(with: ["api", "v1"]), parts.count >= 4 else { return nil }
    if parts.count >= 6, parts[4] == "updates" { return LocalPath("/\(parts[2])/\(parts[3])/updates/\(parts[5])") }
    return LocalPath("/\(parts[2])/\(parts[3])")
  }

  static let signedOut = Problem(
    .notSignedIn, "you are not signed in any more, and nothing was done",
    hint: "sign in in another tab of this browser, then send this again; what you wrote is still here")
  static let stale = Problem(
    .notAllowed, "this form was opened before you signed in, and nothing was done",
    hint: "look over what you wrote and send it again")
  static let noFile = Problem(.invalidFields, "no file was chosen", hint: "choose one and send it again")
  static let failed = Problem(.failure, "this could not be done; the fault is here")
}
