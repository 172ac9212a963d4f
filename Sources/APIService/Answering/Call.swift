import Accounts
import Crypto
import Desk
import Interchange
import RecordViews
import Schemas

/// One checked request with whoever makes it.
struct Call {
  let request: CheckedRequest
  let caller: Caller

  /// The terms on which the desk does what is asked; the version is the caller's `If-Match`.
  var terms: WriteTerms { terms(expecting: request.ifMatch?.version) }

  func terms(expecting version: Int64?) -> WriteTerms {
    WriteTerms(
      expectedVersion: version, idempotencyKey: request.idempotencyKey,
      requestDigest: request.idempotencyKey == nil ? nil : digest)
  }

  /// SHA-256 of all that the request asks for; the order and spacing of its JSON do not matter.
  var digest: String {
    var hash = SHA256()
    func add(_ bytes: [UInt8]) {
      // Lengths keep the parts apart.
      hash.update(data: Array("\(bytes.count):".utf8))
      hash.update(data: bytes)
    }
    add(Array(request.operation.id.rawValue.utf8))
    for (name, value) in request.path.sorted(by: { $0.key < $1.key }) { add(Array("\(name)=\(value)".utf8)) }
    add(JSONValue.object(request.query).bytes)
    add(request.body.bytes)
    add(request.upload.map { Array($0.name.utf8) } ?? [])
    add(request.upload?.bytes ?? [])
    return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// The incident in the path.
  var incident: IncidentID {
    get throws(Problem) {
      guard let id = IncidentID(request.path["incident"] ?? "") else { throw notFound }
      return id
    }
  }

  /// A number in the path, such as that of a task.
  func number(_ name: String) throws(Problem) -> Int {
    guard let number = Int(request.path[name] ?? "") else { throw notFound }
    return number
  }

  /// The one answer for what is not there and what the caller may not know of.
  var notFound: Problem {
    .notFound(request.operation.thing(request.path))
  }
}
