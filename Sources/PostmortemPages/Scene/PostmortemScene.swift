import Accounts
import Chronology
import Documents
import Interchange
import PageKit
import Postmortems
import RecordViews

/// A postmortem as a reader asked for it: what the parts of its pages share.
struct PostmortemScene: Sendable {
  let view: PostmortemView
  let context: PageContext
  /// The page that is being made; forms lead back to it.
  let page: SitePath
  let zone: PageZone

  init(view: PostmortemView, context: PageContext, page: SitePath) {
    self.view = view
    self.context = context
    self.page = page
    zone = view.document.frontMatter["zone"].flatMap { PageZone($0) } ?? .utc
  }

  var id: PostmortemID { view.summary.id }
  var postmortem: Postmortem { view.postmortem }
  var now: Instant { view.now.nanoseconds > 0 ? view.now : context.now }
  var me: String? { context.caller?.account }

  /// Whether it can be written: by those who may, while it is not final, and where it is ours.
  var isOpen: Bool { context.mayRespond && postmortem.stage != .final && postmortem.origin.isOurs }
  /// Whether it can be talked about and followed up, which goes on when it is final.
  var isFollowed: Bool { context.mayRespond && postmortem.origin.isOurs }
  /// Whether there are events of which a fold was made; a document that was only read has none.
  var isRecorded: Bool { postmortem.version > 0 }

  /// A form of an operation on this postmortem, which leads back to this page.
  func form(_ name: String, _ operation: OperationID, _ places: String..., returnTo: SitePath? = nil) -> ActionForm {
    ActionForm(
      name, ActionPath(operation, places: ["\(id)"] + places), on: page, context: context, returnTo: returnTo ?? page,
      version: Operations[operation].version == .none ? nil : postmortem.version, zone: zone)
  }

  func time(_ instant: Instant) -> HTML { TimeText(instant: instant, text: zone.dateAndMinute(instant)).html }

  /// What leads back to a page of the whole document.
  var document: SitePath { .postmortem(id) }

  func action(_ number: Int) -> String { "\(id)-A\(number)" }

  /// The frame of every page of a postmortem, with what else there is of it.
  func html(
    _ title: String?, kind: String, scripts: [Asset] = [.rail, .writing], @HTMLBuilder content: () -> HTML
  ) -> String {
    let incident = view.incident.map { ("\($0.id)", SitePath.incident($0.id)) }
    let here = title.map { ($0, page) }
    return PageFrame(
      title: title.map { "\(id): \($0)" } ?? "\(id): \(view.summary.title)",
      trail: [incident, ("\(id)", document), here].compactMap(\.self), kind: kind, context: context,
      scripts: scripts, styles: [.postmortem]
    ).html(content: content)
  }

  /// The head of a page that is about one side of a postmortem.
  func lead(_ title: String, _ lede: String) -> HTML {
    Tag.header(.class("lead side-lead")) {
      Tag.p(.class("marks")) {
        StageMark(stage: postmortem.stage, isLibrary: !postmortem.origin.isOurs).html
        Tag.a(.class("identifier"), .href(document)) { "\(id): \(view.summary.title)" }
      }
      Tag.h1 { title }
      Tag.p(.class("lede")) { lede }
      if postmortem.stage == .final, context.mayRespond, postmortem.origin.isOurs {
        Tag.p(.class("section-note")) {
          "It is final: "
          Tag.a(.href(.postmortems(.review(id)))) { "open it again" }
          " to change it. That begins revision \(postmortem.revision + 1)."
        }
      }
    }
  }
}

/// The ways into a postmortem, above each of its pages.
struct PostmortemTabs: Sendable {
  let scene: PostmortemScene

  private var places: [(words: String, path: SitePath)] {
    let id = scene.id
    var places: [(String, SitePath)] = [("Document", .postmortem(id))]
    if scene.postmortem.origin.isOurs, scene.context.caller != nil {
      places += [
        ("Timeline", .postmortems(.timeline(id))), ("Causes", .postmortems(.causes(id))),
        ("Actions", .postmortems(.actions(id))), ("Accounts", .postmortems(.accounts(id))),
        ("Review", .postmortems(.review(id))), ("Versions", .postmortems(.versions(id))),
        ("Publish", .postmortems(.publish(id, .internal))), ("Present", .postmortems(.present(id))),
      ]
    }
    return places
  }

  var html: HTML? {
    guard places.count > 1 else { return nil }
    let here = path(scene.page)
    return Tag.nav(.class("tabs"), .label("Of this postmortem")) {
      Tag.ul {
        for place in places {
          Tag.li {
            Tag.a(.href(place.path), path(place.path) == here ? .set("aria-current", "page") : nil) { place.words }
          }
        }
      }
    }
  }

  private func path(_ path: SitePath) -> String { String(path.text.prefix { $0 != "?" && $0 != "#" }) }
}
