/// What kind of failure a reading is about.
package enum ReadingKind: String, Codable, CaseIterable, Hashable, Sendable {
  case release
  case configuration
  case certificate
  case dns
  case network
  case database
  case dataLoss = "data loss"
  case storage
  case time
  case capacity
  case cascade
  case dependency
  case security
  case supplyChain = "supply chain"
  case humanFactors = "human factors"
  case safety
  case units
  case migration
  case automation
  case monitoring
  case recovery

  /// In the words of a sentence: "it was about …".
  package var words: String {
    switch self {
    case .release: "a release"
    case .configuration: "a change of configuration"
    case .certificate: "a certificate"
    case .dns: "DNS"
    case .network: "the network"
    case .database: "a database"
    case .dataLoss: "lost data"
    case .storage: "storage"
    case .time: "clocks and dates"
    case .capacity: "too much load"
    case .cascade: "one failure that set off others"
    case .dependency: "something that others run"
    case .security: "security"
    case .supplyChain: "parts that others build"
    case .humanFactors: "how people and machines meet"
    case .safety: "people in danger"
    case .units: "units and interfaces"
    case .migration: "a migration"
    case .automation: "automation"
    case .monitoring: "monitoring"
    case .recovery: "the way back"
    }
  }

  /// On a heading or a label.
  package var title: String { self == .dns ? "DNS" : rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
