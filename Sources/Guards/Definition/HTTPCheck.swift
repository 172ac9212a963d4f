/// A request over HTTP and what its answer must be.
package struct HTTPCheck: Hashable, Sendable, Codable {
  /// Begins with `http://` or `https://`.
  package var url: String
  package var method: String
  /// `${NAME}` in a value stands for a variable that `env` names.
  package var headers: [String: String]
  package var env: [String]
  /// Status codes that are accepted; nil for any from 200 to 299.
  package var status: [Int]?
  package var bodyHas: String?
  package var bodyLacks: String?
  /// Seconds from the request to the end of the answer.
  package var withinSeconds: Double?
  /// Values of a JSON body by their JSON Pointer (RFC 6901).
  package var json: [String: GuardJSON]

  package init(
    url: String, method: String = "GET", headers: [String: String] = [:], env: [String] = [], status: [Int]? = nil,
    bodyHas: String? = nil, bodyLacks: String? = nil, withinSeconds: Double? = nil, json: [String: GuardJSON] = [:]
  ) {
    self.url = url
    self.method = method
    self.headers = headers
    self.env = env
    self.status = status
    self.bodyHas = bodyHas
    self.bodyLacks = bodyLacks
    self.withinSeconds = withinSeconds
    self.json = json
  }

  package static let methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]
}
