/// What a document was read as.
package enum DocumentKind: String, Sendable, CaseIterable, Codable {
  case markdown
  /// A page of Confluence as its interface gives it: XHTML with elements of its own.
  case confluenceStorage = "confluence-storage"
  /// A page of Confluence as it exports it.
  case confluenceExport = "confluence-export"
  case googleDocs = "google-docs"
  /// Any other page.
  case html
  case plainText = "text"

  /// As people call it.
  package var words: String {
    switch self {
    case .markdown: "Markdown"
    case .confluenceStorage: "Confluence storage format"
    case .confluenceExport: "Confluence export"
    case .googleDocs: "Google Docs export"
    case .html: "web page"
    case .plainText: "plain text"
    }
  }
}
