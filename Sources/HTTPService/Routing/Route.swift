package import Accounts
package import HTTPTypes
import Hummingbird

/// One address, what it takes to be answered there, and who answers.
///
/// All of the site is a list of these (``SiteRoutes/all``): what a test walks is what is served.
package struct Route: Sendable {
  /// Who is answered.
  package enum Access: Hashable, Sendable {
    /// Whoever asks: the public status page, signing in, assets.
    case everyone
    case needs(Permission)
  }

  /// What kind of answer stands there; it decides how a refusal looks and what a browser may keep.
  package enum Surface: Hashable, Sendable {
    /// For people who work here.
    case page
    /// A form of an operation: a page to those who send it, and what they typed comes back to those who are signed out.
    case form
    /// For programs, under `/api`.
    case api
    /// For calendars that subscribe: asked with a name and, as its password, a token (RFC 7617); by a browser too.
    case calendar
    /// For everybody: no cookie is read or given.
    case open
  }

  package let method: HTTPRequest.Method
  /// `/incidents/{incident}`.
  package let path: String
  package let access: Access
  package let surface: Surface
  /// Called once the visitor may be answered.
  let answer: @Sendable (Request, VisitContext) async throws -> Response

  init(
    _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ surface: Surface,
    answer: @escaping @Sendable (Request, VisitContext) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.surface = surface
    self.answer = answer
  }
}
