import Documents
import Interchange
import PageKit
import Postmortems
import TextComparing

/// What people say about passages, beside the section in which they stand.
struct Talk: Sendable {
  /// A comment with its answers, oldest first.
  struct Conversation: Sendable {
    let comment: PostmortemComment
    var answers: [PostmortemComment] = []

    var number: Int { comment.content.number }
  }

  let scene: PostmortemScene
  private var bySection: [String: [Conversation]] = [:]

  init(scene: PostmortemScene) {
    self.scene = scene
    var all: [Conversation] = []
    for comment in scene.postmortem.comments {
      if let root = Self.root(of: comment, among: all) {
        all[root].answers.append(comment)
      } else {
        all.append(Conversation(comment: comment))
      }
    }
    bySection = Dictionary(grouping: all) { $0.comment.content.anchor.section }
  }

  private static func root(of comment: PostmortemComment, among all: [Conversation]) -> Int? {
    guard let number = comment.content.replyTo else { return nil }
    return all.firstIndex { conversation in
      conversation.number == number || conversation.answers.contains { $0.content.number == number }
    }
  }

  func conversations(of section: SectionKind) -> [Conversation] { bySection[section.rawValue] ?? [] }

  /// The section's prose with its passages marked.
  func marked(_ prose: HTML, _ conversations: [Conversation]) -> (html: HTML, found: Set<Int>) {
    let passages = conversations.filter { !$0.comment.isSettled && !$0.comment.content.anchor.quote.isEmpty }.map {
      let anchor = $0.comment.content.anchor
      return PassageMarks.Passage(
        number: $0.number,
        anchor: TextAnchor(
          quote: anchor.quote, prefix: anchor.prefix, suffix: anchor.suffix, position: anchor.offset))
    }
    let marks = PassageMarks(markup: prose.markup, passages: passages)
    return (HTML(trusted: TrustedMarkup(marks.markup)), marks.found)
  }

  func html(_ section: SectionKind, _ conversations: [Conversation], found: Set<Int>) -> HTML? {
    guard !conversations.isEmpty || scene.isFollowed else { return nil }
    let open = conversations.filter { !$0.comment.isSettled }
    let settled = conversations.filter(\.comment.isSettled)
    return Tag.aside(.class("talk"), .label("What people say of ‘\(section.heading)’")) {
      for conversation in open { html(conversation, isFound: found.contains(conversation.number)) }
      if !settled.isEmpty {
        Tag.details(.class("settled")) {
          Tag.summary { "\(Wording.count(settled.count, "settled conversation"))" }
          for conversation in settled { html(conversation, isFound: true) }
        }
      }
      if scene.isFollowed { begin(section) }
    }
  }

  func html(_ conversation: Conversation, isFound: Bool) -> HTML {
    let comment = conversation.comment
    let number = conversation.number
    return Tag.article(.class("comment", comment.isSettled ? "is-settled" : ""), .id("comment-\(number)")) {
      Tag.p(.class("comment-head")) {
        isFound && !comment.isSettled && !comment.content.anchor.quote.isEmpty
          ? Tag.a(.class("passage-number"), passage(number), .label("To passage \(number)")) { "\(number)" }
          : Tag.span(.class("passage-number")) { "\(number)" }
        said(comment)
      }
      if !comment.content.anchor.quote.isEmpty {
        Tag.blockquote { comment.content.anchor.quote }
        if !isFound, !comment.isSettled {
          Tag.p(.class("section-note")) { "These words have changed since." }
        }
      }
      ProseMarkup(markdown: comment.content.text).html
      for answer in conversation.answers {
        Tag.div(.class("answer"), .id("comment-\(answer.content.number)")) {
          Tag.p(.class("comment-head")) { said(answer) }
          ProseMarkup(markdown: answer.content.text).html
        }
      }
      if scene.isFollowed { acts(conversation) }
    }
  }

  /// The passage stands on the page of the document.
  private func passage(_ number: Int) -> Attribute {
    scene.page == scene.document
      ? .href(fragment: "passage-\(number)") : .href(.postmortems(.place(scene.id, "passage-\(number)")))
  }

  private func said(_ comment: PostmortemComment) -> HTML {
    .joined([Tag.strong { comment.by }, HTML(" "), Tag.span(.class("section-note")) { scene.time(comment.at) }])
  }

  private func acts(_ conversation: Conversation) -> HTML {
    let number = conversation.number
    let isSettled = conversation.comment.isSettled
    let form = scene.form("answer-\(number)", .writeComment)
    return Tag.div(.class("comment-acts")) {
      Tag.details(form.outcome == nil ? nil : .isOpen) {
        Tag.summary { "Answer" }
        form.html(.class("form")) {
          HiddenField.html("section", conversation.comment.content.anchor.section)
          HiddenField.html("replyTo", "\(number)")
          form.field("text", "Your answer", .lines, isRequired: true, lengthMax: PostmortemLimits.partScalarsMax)
          Tag.button(.set("type", "submit")) { "Answer" }
        }
      }
      scene.form("settle-\(number)", .settleComment, "\(number)").button(
        isSettled ? "Take it up again" : "Settled", class: "quiet",
        fields: [("isSettled", isSettled ? "off" : "on")],
        label: isSettled ? "Take conversation \(number) up again" : "Conversation \(number) is settled")
    }
  }

  /// The quote is what the reader selected where the page's script runs; else it is typed, or left out.
  private func begin(_ section: SectionKind) -> HTML {
    let form = scene.form("comment-\(section.rawValue)", .writeComment)
    return Tag.details(
      .class("begin-talk"), form.outcome == nil ? nil : .isOpen, .set("data-comment", section.rawValue)
    ) {
      Tag.summary { "Comment" }
      form.html(.class("form")) {
        HiddenField.html("section", section.rawValue)
        for name in ["prefix", "suffix", "offset"] {
          Tag.input(.set("type", "hidden"), .set("name", name), .set("value", form.typed(name) ?? ""))
        }
        form.field(
          "quote", "The words it is about", .lines,
          hint: "Copied from the text, or selected there before. Empty: the section as a whole.", lengthMax: 2000)
        form.field(
          "text", "What you want to say or ask", .lines, isRequired: true, lengthMax: PostmortemLimits.partScalarsMax)
        Tag.button(.set("type", "submit")) { "Comment" }
      }
    }
  }
}
