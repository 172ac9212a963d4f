package import PublicStatus

extension PublicTextPart {
  /// By which style sheets know it.
  package var name: String {
    switch self {
    case .broken: "broken"
    case .affected: "affected"
    case .since: "since"
    case .doing: "doing"
    case .meanwhile: "meanwhile"
    case .apology: "apology"
    case .nextBy: "next"
    case .more: "more"
    }
  }
}
