/// What a guard looks at.
package enum GuardKind: Hashable, Sendable {
  case command(CommandCheck)
  case http(HTTPCheck)
  case promql(PromQLCheck)
  case pattern(PatternCheck)

  /// Whether it asks another machine and runs nothing on this one.
  ///
  /// Only such guards may be declared in the record; commands and patterns come from a file of the machine that runs them.
  package var isRemote: Bool {
    switch self {
    case .http, .promql: true
    case .command, .pattern: false
    }
  }

  /// The key that declares it in a file, and its name in results.
  package var name: String {
    switch self {
    case .command: "command"
    case .http: "http"
    case .promql: "promql"
    case .pattern: "pattern"
    }
  }
}

extension GuardKind: Codable {
  private enum CodingKeys: String, CodingKey { case command, http, promql, pattern }

  /// One key, the kind's name, with its check below it.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let key = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected one of command, http, promql, pattern"))
    }
    switch key {
    case .command: self = .command(try container.decode(CommandCheck.self, forKey: key))
    case .http: self = .http(try container.decode(HTTPCheck.self, forKey: key))
    case .promql: self = .promql(try container.decode(PromQLCheck.self, forKey: key))
    case .pattern: self = .pattern(try container.decode(PatternCheck.self, forKey: key))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .command(let check): try container.encode(check, forKey: .command)
    case .http(let check): try container.encode(check, forKey: .http)
    case .promql(let check): try container.encode(check, forKey: .promql)
    case .pattern(let check): try container.encode(check, forKey: .pattern)
    }
  }
}
