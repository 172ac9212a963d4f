package import PageKit
import Postmortems
package import RecordViews
package import TextComparing

/// How a postmortem came to be: every change, and the difference between any two states of its text.
package struct VersionsPage: Sendable {
  private let scene: PostmortemScene
  private let versions: [PostmortemVersion]
  private let from: Int64?
  private let to: Int64?
  private let passages: [Passage]?

  /// `versions`: newest first; `passages`: what changed between `from` and `to`, where two were picked.
  package init(
    view: PostmortemView, versions: [PostmortemVersion], from: Int64? = nil, to: Int64? = nil,
    passages: [Passage]? = nil, context: PageContext
  ) {
    scene = PostmortemScene(
      view: view, context: context, page: .postmortems(.versions(view.summary.id, from: from, to: to)))
    self.versions = versions
    self.from = from
    self.to = to
    self.passages = passages
  }

  package var html: String {
    scene.html("Versions", kind: "versions") {
      scene.lead(
        "How it came to be",
        "Nothing that was written is lost. Pick two states of the text to see what changed between them.")
      PostmortemTabs(scene: scene).html
      if let passages { difference(passages) }
      list
    }
  }

  private func difference(_ passages: [Passage]) -> HTML {
    Tag.section(.class("side-part-wide"), .labelledBy("difference-title")) {
      Tag.h2(.id("difference-title")) {
        "From version \(from.map(String.init) ?? "0") to \(to.map(String.init) ?? "now")"
      }
      Difference.legend
      Difference(passages: passages).html
    }
  }

  private var list: HTML {
    Tag.section(.class("side-part-wide"), .labelledBy("versions-title")) {
      Tag.h2(.id("versions-title")) { Wording.count(versions.count, "change") }
      if versions.isEmpty {
        Tag.p(.class("gap-block")) { "Nothing has been changed yet." }
      } else {
        Tag.form(.class("versions-form"), .set("method", "get"), .action(.postmortems(.versions(scene.id)))) {
          Tag.table(.class("stacking versions")) {
            Tag.thead {
              Tag.tr {
                for heading in ["What changed", "When", "By", "Older", "Newer"] {
                  Tag.th(.set("scope", "col")) { heading }
                }
              }
            }
            Tag.tbody { for version in versions { row(version) } }
          }
          Tag.button(.set("type", "submit")) { "Compare" }
        }
      }
    }
  }

  private func row(_ version: PostmortemVersion) -> HTML {
    Tag.tr(.class(version.isText ? "is-text" : "")) {
      Tag.td(.column("What changed")) { version.what }
      Tag.td(.column("When")) { scene.time(version.at) }
      Tag.td(.column("By")) { version.by }
      pick(version, "from", "Older", isPicked: version.version == (from ?? older))
      pick(version, "to", "Newer", isPicked: version.version == (to ?? newer))
    }
  }

  private func pick(_ version: PostmortemVersion, _ name: String, _ heading: String, isPicked: Bool) -> HTML {
    Tag.td(.column(heading)) {
      Tag.label(.class("pick")) {
        Tag.input(
          .set("type", "radio"), .set("name", name), .set("value", "\(version.version)"),
          isPicked ? .set("checked", "") : nil)
        Tag.span(.class("unseen")) { "\(heading): \(version.what)" }
      }
    }
  }

  private var newer: Int64? { versions.first?.version }
  private var older: Int64? { versions.dropFirst().first(where: \.isText)?.version ?? versions.last?.version }
}
