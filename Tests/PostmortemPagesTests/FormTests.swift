import Documents
import Interchange
import PageKit
import PageTesting
import PostmortemPages
import Postmortems
import RecordViews
import Schemas
import Testing
import TextComparing
import WireSchemas

/// Every form of the pages of a postmortem leads to an operation, with fields that the operation knows.
@Suite struct FormTests {
  static var pages: [(name: String, html: String)] {
    let context = Bakery.context()
    let postmortem = Bakery.postmortem(Bakery.parts)
    let view = Bakery.view(postmortem, gates: Bakery.gates)
    let told = Bakery.postmortem(
      Bakery.parts + [
        .accountGiven(
          AccountGiven(
            person: "ole", statement: AccountStatement(saw: "Two mails", surprised: "The second came at once"))),
        .accountsOpened(AccountsOpened(reason: "Mia is away")),
        .stageChanged(StageChanged(stage: .inReview)),
      ])
    let final = Bakery.postmortem(
      Bakery.parts + [
        .stageChanged(
          StageChanged(stage: .final, passed: [PassedGate(gate: .accounts, reason: "Ole is away")])),
        .published(PublicationMade(audience: .public, title: "Loaves", markdown: "# Loaves\n\nWe are sorry.\n")),
      ])
    let candidates = [
      TimelineLine(at: Bakery.at("06:00:00"), basis: .stamped, text: "Deploy 41", origin: .moment, originID: "b2"),
      TimelineLine(at: Bakery.at("06:30:00"), basis: .recorded, text: "Ole leads", origin: .entry, originID: "9"),
      TimelineLine(at: nil, basis: .said, text: "Two mails", origin: .account, originID: "ole"),
    ]
    let sight = PublicationSight(
      markdown: "# Loaves\n\nWe are sorry.\n", replaced: [.init(original: "ole", replacement: "a member of the team")],
      dropped: [.init(reason: "leads to evidence", title: "Timeline")],
      passages: TextComparison(old: "ole pressed it", new: "a member of the team pressed it").passages)
    return [
      ("document", PostmortemPage(view: view, context: context).html),
      ("document-final", PostmortemPage(view: Bakery.view(final), context: context).html),
      (
        "edit",
        SectionEditorPage(
          view: view, section: .impact, sight: SectionSight(markdown: "64 customers\n", findings: []), context: context
        ).html
      ),
      (
        "stale",
        SectionEditorPage(
          view: view, section: .impact, sight: SectionSight(markdown: "", findings: []),
          context: Bakery.context(
            outcome: Bakery.stale(
              mine: "64 customers felt it", theirs: "65 customers saw it", base: "64 customers saw it"))
        ).html
      ),
      ("timeline", PostmortemTimelinePage(view: view, candidates: candidates, line: 4, context: context).html),
      ("timeline-line", PostmortemTimelinePage(view: view, candidates: candidates, line: 1, context: context).html),
      ("causes", CausesPage(view: view, context: context).html),
      ("actions", PostmortemActionsPage(view: view, factor: 2, context: context).html),
      ("accounts", AccountsPage(view: view, context: context).html),
      ("accounts-open", AccountsPage(view: Bakery.view(told), context: context).html),
      ("review", ReviewPage(view: view, context: context).html),
      ("review-in", ReviewPage(view: Bakery.view(told, gates: Bakery.gates), context: context).html),
      ("review-final", ReviewPage(view: Bakery.view(final), context: context).html),
      (
        "versions",
        VersionsPage(
          view: view,
          versions: [
            PostmortemVersion(version: 2, at: Bakery.at("12:00:01"), by: "mia", what: "details", isText: false),
            PostmortemVersion(version: 1, at: Bakery.at("12:00:00"), by: "mia", what: "begun", isText: true),
          ], from: 1, to: 2, passages: TextComparison(old: "a b", new: "a c").passages, context: context
        ).html
      ),
      (
        "publish",
        PublishingPage(
          view: Bakery.view(final), audience: .public, opening: "We are sorry.", sight: sight, context: context
        ).html
      ),
      ("present", PresentPage(view: view, context: context).html),
      ("list", PostmortemListPage(postmortems: [view.summary], context: context).html),
      ("list-of-final", PostmortemListPage(postmortems: [], stage: .final, context: context).html),
      ("list-empty", PostmortemListPage(postmortems: [], incident: view.incident, context: context).html),
    ]
  }

  private struct Form {
    var action: String
    var method: String
    var fields: [(name: String, value: String)] = []
  }

  /// The forms of a page with their fields, as a browser would send them with every box ticked.
  private func forms(_ html: String) -> [Form] {
    var forms: [Form] = []
    for piece in html.split(separator: "<form", omittingEmptySubsequences: false).dropFirst() {
      let page = Markup("<form" + (piece.split(separator: "</form>").first ?? ""))
      guard let form = page.elements.first, form.attributes["method"] == "post" else { continue }
      var one = Form(action: form.attributes["action"] ?? "", method: "post")
      for element in page.elements {
        guard let name = element.attributes["name"] else { continue }
        one.fields.append((name, element.attributes["value"] ?? ""))
      }
      one.method = one.fields.first { $0.name == "_method" }?.value ?? "POST"
      forms.append(one)
    }
    return forms.filter { $0.action != "/sign-out" }
  }

  private func target(_ form: Form) -> Operation? {
    let parts = form.action.split(separator: "/")
    return Operations.all.first { operation in
      let names = ActionPath.template(of: operation).split(separator: "/")
      return operation.method.rawValue == form.method && names.count == parts.count
        && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
  }

  @Test func `every form leads to an operation, and each of its fields is one of the operation's`() throws {
    var seen: Set<OperationID> = []
    for (name, html) in Self.pages {
      for form in forms(html) {
        let operation = try #require(target(form), "\(name): \(form.method) \(form.action) is no operation's")
        seen.insert(operation.id)
        let body = operation.body ?? Schema.object([])
        for field in form.fields where !field.name.hasPrefix("_") {
          let first = String(field.name.split(separator: ".")[0])
          #expect(body.property(first) != nil, "\(name): \(operation.id.rawValue) has no '\(first)'")
        }
        for property in body.properties where property.isRequired {
          #expect(
            form.fields.contains { $0.name == property.name },
            "\(name): \(operation.id.rawValue) needs '\(property.name)'")
        }
      }
    }
    let wanted: Set<OperationID> = [
      .startPostmortem, .writeSection, .writeDetails, .askAccounts, .giveAccount, .openAccounts, .writeComment,
      .settleComment, .nameReviewers, .giveVerdict, .changeStage, .takeLines, .removeLines, .addLine, .changeLine,
      .removeLine,
      .arrangeLines, .explainGap, .addFactor, .changeFactor, .removeFactor, .addAssumption, .changeAssumption,
      .removeAssumption, .addLuck, .changeLuck, .removeLuck, .proposeAction, .changeAction, .stepAction,
      .publishPostmortem, .withdrawPostmortem,
    ]
    #expect(wanted.subtracting(seen) == [], "operations without a form")
  }

  @Test func `hidden fields and choices fit the schemas of their operations`() throws {
    for (name, html) in Self.pages {
      for form in forms(html) {
        guard let operation = target(form), let schema = operation.body else { continue }
        let given = form.fields.filter { !$0.value.isEmpty || $0.name.hasPrefix("_") || $0.name.contains(".") }
        let body = FormBridge.body(from: given, for: schema)
        let fields = Set(given.map { String($0.name.split(separator: ".")[0]) })
        for problem in schema.problems(in: body) {
          let field = String(FormBridge.fieldName(of: problem.pointer).split(separator: ".").first ?? "")
          #expect(!fields.contains(field), "\(name): \(operation.id.rawValue) \(problem.pointer): \(problem.message)")
        }
      }
    }
  }

  @Test(arguments: pages.map(\.name)) func `a page is sound, and its names stand once`(name: String) throws {
    let page = Markup(try #require(Self.pages.first { $0.name == name }).html)
    #expect(page.faults == [])
    let ids = page.values("id")
    #expect(Set(ids).count == ids.count, "twice: \(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
    let keys = page.all("input").filter { $0.attributes["name"] == "_key" }.compactMap { $0.attributes["value"] }
    #expect(Set(keys).count == keys.count, "each form is done once")
    #expect(page.values("style").isEmpty)
    #expect(page.all("h1").count == 1)
    for target in page.values("href") where target.hasPrefix("#") && target.count > 1 {
      let isKnown = ids.contains(String(target.dropFirst()))
      #expect(
        isKnown || target.hasPrefix("#factor-") || target.hasPrefix("#action-"), "\(name): \(target) leads nowhere")
    }
  }
}
