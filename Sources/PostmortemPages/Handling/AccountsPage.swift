import Documents
package import Incidents
import Interchange
package import PageKit
import Postmortems
package import RecordViews

/// Where participants tell what they saw, each for themselves first.
package struct AccountsPage: Sendable {
  private let scene: PostmortemScene
  private let roles: [String: String]

  package init(view: PostmortemView, incident: Incident? = nil, context: PageContext) {
    scene = PostmortemScene(view: view, context: context, page: .postmortems(.accounts(view.summary.id)))
    // What they did in the incident, as a quote names them.
    roles = Dictionary(
      (incident?.holdings ?? []).map { ($0.person, view.policy.role($0.role)?.name ?? $0.role) }
    ) { first, _ in first }
  }

  private var postmortem: Postmortem { scene.postmortem }
  private var isOpened: Bool { postmortem.accountsOpened != nil }
  private var mine: ParticipantAccount? { postmortem.accounts.first { $0.person == scene.me } }
  private var isParticipant: Bool {
    mine != nil || scene.me.map { postmortem.details.participants.contains($0) } ?? false
  }

  package var html: String {
    scene.html("Accounts", kind: "accounts") {
      scene.lead(
        "What people saw",
        "Whoever was there knows something that no log holds. Each tells it for themselves, before they hear what the others saw."
      )
      PostmortemTabs(scene: scene).html
      privacy
      if scene.isOpen, isParticipant, !isOpened { own }
      if isOpened { opened }
      who
    }
  }

  private var privacy: HTML {
    Tag.section(.class("panel"), .labelledBy("privacy-title")) {
      if let at = postmortem.accountsOpened {
        Tag.h2(.id("privacy-title")) { "The accounts are open" }
        Tag.p {
          "Since "
          scene.time(at)
          " everybody who may read this postmortem can read them. They are no longer changed."
        }
      } else {
        Tag.h2(.id("privacy-title")) { "Until they are opened, you see your own alone" }
        Tag.p {
          "No page, export or search shows your account to anybody else: not to the facilitator, not to an administrator. Once they are opened, everybody who may read this postmortem can read all of them, with your name."
        }
        Tag.p(.class("section-note")) {
          "They are kept in the record like everything else. Whoever can read the file of the record on the server can read them there."
        }
      }
    }
  }

  // MARK: One's own

  private var own: HTML {
    let form = scene.form("account", .giveAccount)
    let told = mine?.statement
    return Tag.section(.class("side-part-wide"), .labelledBy("own-title")) {
      Tag.h2(.id("own-title")) { told == nil ? "What you saw" : "What you told" }
      if mine?.isDeclined == true {
        Tag.p(.class("section-note")) { "You said that you would rather not. You can still tell." }
      }
      form.html(.class("form")) {
        for question in AccountQuestion.allCases {
          form.field(
            question.rawValue, question.words, .lines, value: told.map { question.answer($0) } ?? "",
            hint: question.hint,
            isRequired: question == .saw, lengthMax: PostmortemLimits.partScalarsMax)
        }
        form.instant(
          "at", "When the first of it happened", value: told?.at, hint: "As far as you know. Empty: not known.")
        Tag.button(.class("strong"), .set("type", "submit")) { told == nil ? "Tell it" : "Tell it anew" }
      }
      if mine?.isDeclined != true {
        scene.form("account-declined", .giveAccount).button(
          "I would rather not", class: "quiet", fields: [("isDeclined", "on")])
        Tag.p(.class("section-note")) { "Nobody has to give a reason for that." }
      }
    }
  }

  // MARK: All of them

  private var opened: HTML {
    let told = postmortem.accounts.filter { $0.statement != nil }
    return Tag.section(.class("side-part-wide"), .labelledBy("opened-title")) {
      Tag.h2(.id("opened-title")) { "Side by side" }
      told.isEmpty
        ? Tag.p(.class("gap-block")) { "Nobody has told anything." }
        : AccountColumns(accounts: told, zone: scene.zone) { question, words, account in
          quote(question, words, account)
        }.html
    }
  }

  /// Words of an account as a quote, put behind what a section says.
  private func quote(_ question: String, _ words: String, _ account: ParticipantAccount) -> HTML {
    guard scene.isOpen else { return .empty }
    let section: SectionKind =
      switch AccountQuestion(rawValue: question) {
      case .saw: .timeline
      case .surprised: .lessons
      default: .rootCause
      }
    return Tag.a(
      .class("quiet-link"),
      .href(.postmortems(.edit(scene.id, section, adding: Self.quoted(words, by: roles[account.person])))),
      .label("Quote this in ‘\(section.heading)’")
    ) { "Quote it in ‘\(section.heading)’" }
  }

  /// Longer words are quoted up to here: the address of the editor carries them.
  private static let quotedMax = 1000

  /// `> words — operations`: the person's part, never the name.
  static func quoted(_ words: String, by role: String?) -> String {
    let text = words.count > quotedMax ? words.prefix(quotedMax) + " …" : words[...]
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? ">" : "> \($0)" }
    return lines.joined(separator: "\n") + " — \(role ?? "a participant")"
  }

  // MARK: Who

  private var who: HTML {
    Tag.section(.class("side-part-wide"), .labelledBy("who-title")) {
      Tag.h2(.id("who-title")) { "Who was asked" }
      if postmortem.accounts.isEmpty {
        Tag.p(.class("gap-block")) { "Nobody yet. Ask everybody who saw something, also those who only watched." }
      } else {
        Tag.ul(.class("who-list")) { for account in postmortem.accounts { standing(account) } }
      }
      if scene.isOpen, !isOpened {
        ask
        if !postmortem.accounts.isEmpty { opening }
      }
    }
  }

  private func standing(_ account: ParticipantAccount) -> HTML {
    let words: String =
      account.isDeclined ? "would rather not" : account.given != nil ? "has told" : "has not told yet"
    return Tag.li(.class(account.isIn ? "met" : "unmet")) {
      LineDrawing(path: account.isIn ? "M2 8.5 6.2 12.7 14 4" : "M8 2v7M8 12.4v1.2").html
      Tag.span {
        Tag.strong { account.person }
        " \(words)"
        if let asked = account.asked, !account.isIn {
          ", asked "
          scene.time(asked)
        }
      }
    }
  }

  private var ask: HTML {
    let asked = Set(postmortem.accounts.map(\.person))
    let named = postmortem.details.participants.filter { !asked.contains($0) }
    let form = scene.form("ask", .askAccounts)
    return Tag.details(.class("fold"), form.outcome != nil || asked.isEmpty ? .isOpen : nil) {
      Tag.summary { "Ask for accounts" }
      form.html(.class("form")) {
        form.list("people", "Whom to ask", named, hint: "Their handles here.")
        Tag.button(.set("type", "submit")) { "Ask them" }
      }
    }
  }

  private var opening: HTML {
    let missing = postmortem.missingAccounts
    let form = scene.form("open", .openAccounts)
    return Tag.details(.class("fold"), form.outcome == nil ? nil : .isOpen) {
      Tag.summary { "Open them to all readers" }
      form.html(.class("form")) {
        Tag.p {
          missing.isEmpty
            ? "All are in. Once open, they stay open, and are no longer changed."
            : "\(missing.joined(separator: ", ")) \(missing.count == 1 ? "has" : "have") not told yet. Once they hear the others they can no longer tell it unmixed."
        }
        if !missing.isEmpty {
          form.field("reason", "Why not wait", .lines, isRequired: true, lengthMax: 500)
        }
        Tag.button(.set("type", "submit")) { "Open the accounts" }
      }
    }
  }
}
