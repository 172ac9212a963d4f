import Foundation
package import Hummingbird
import Interchange
import NIOCore
import PageKit

/// What is known of a request beside its own words: who sends it, from where, and by which way.
package struct VisitContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The address at the other end of the connection; empty where there is none.
  let peer: String

  package internal(set) var visitor: Visitor = .stranger
  /// The client's address: the peer's, or what a proxy said it is where proxies are believed.
  package internal(set) var address: String
  /// Whether the request came to the site by https.
  package internal(set) var isSecure = false
  /// The name that the site was called by, with its port.
  package internal(set) var authority: String?
  /// What the browser calls itself; shown to the owner of its session alone.
  var agent = ""
  /// The operation whose form led here, once it was done.
  var done: OperationID?
  /// The form of the page that was refused, where the page is shown again for that.
  var outcome: FormOutcome?
  /// The secret of a browser that has not signed in; empty until it was given one.
  var visitSecret = ""

  package init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? ""
    address = peer
  }

  /// A parameter of the path, percent-decoded; nil when there is none, or it is no text.
  func parameter(_ name: String) -> String? {
    parameters.get(name).flatMap(\.removingPercentEncoding)
  }
}
