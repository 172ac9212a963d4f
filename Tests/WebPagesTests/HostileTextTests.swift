import Accounts
import Chronology
import Incidents
import Interchange
import PageKit
import PageTesting
import Plans
import RecordViews
import TeamPages
import Testing
import WebPages

/// Titles, names, notes and decisions that try to become part of the page, in the forms that are known for it.
@Suite struct HostileTextTests {
  /// Each with why it is tried.
  private static let attempts: [(text: String, why: String)] = [
    ("<script>alert(1)</script>", "a script element as it is"),
    ("\"><svg onload=alert(1)>", "ends an attribute, begins an element that runs something when it is loaded"),
    ("' onmouseover='alert(1)", "ends an attribute in single quotes"),
    ("</title><script>alert(1)</script>", "ends the element that a title stands in"),
    ("</textarea><img src=x onerror=alert(1)>", "ends the field that it is shown in again"),
    ("<img src=`x` onerror=`alert(1)`>", "quotes that some browsers took for quotes"),
    ("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "a page within the page"),
    (
      "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "markup that is read otherwise the second time"
    ),
    ("<a href=\"java&#09;script:alert(1)\">x</a>", "a scheme with a tab in it"),
    ("[x](javascript:alert(1))", "a link in Markdown"),
    ("[x](data:text/html;base64,PHNjcmlwdD4=)", "a page in a link"),
    ("![x](https://example.invalid/pixel.png)", "a picture from elsewhere, which tells who reads"),
    ("<https://example.invalid/?\"onclick=\"alert(1)>", "an address that ends its attribute"),
    ("```\n</code></pre><script>alert(1)</script>\n```", "ends the code that it stands in"),
    ("| a |\n|---|\n| <script>alert(1)</script> |", "a cell of a table"),
    ("{{constructor.constructor('alert(1)')()}}", "for a template that is none"),
    ("\u{202E}gnp.exe\u{2066}", "turns the direction of what follows"),
    ("\u{0}\u{8}\u{1B}]0;x\u{7}", "control characters"),
    ("%3Cscript%3Ealert(1)%3C/script%3E", "written so that it is decoded once too often"),
    ("&lt;script&gt;alert(1)&lt;/script&gt;", "escaped already, so that unescaping it would do harm"),
    ("＜script＞alert(1)＜/script＞", "wide brackets, for who maps them to narrow ones"),
  ]

  private func expectHarmless(_ html: String, _ why: String) {
    let page = Markup(html)
    #expect(page.faults == [], "\(why)")
    #expect(page.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") == true }, "\(why)")
    for tag in ["iframe", "object", "embed", "style", "math", "img", "base"] {
      #expect(page.all(tag).isEmpty, "\(why): <\(tag)>")
    }
    #expect(!page.elements.contains { $0.attributes.keys.contains { $0.lowercased().hasPrefix("on") } }, "\(why)")
    for link in page.values("href") + page.values("action") + page.values("src") {
      let link = link.lowercased()
      #expect(
        link.isEmpty || link.hasPrefix("/") && !link.hasPrefix("//") || link.hasPrefix("#") || link.hasPrefix("http"),
        "\(why): \(link)"
      )
    }
    #expect(
      !html.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value) },
      "\(why)")
    #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "\(why)")
  }

  private func told(_ text: String) -> IncidentView {
    var story = Ferry.Telling(number: 9)
    story.tell(
      .declared(
        IncidentDeclaration(
          title: text, severity: 2, state: .active, impact: text, components: [text], isPrivate: true, isDrill: true,
          isBackfilled: false)), "02:52:00", by: text)
    story.tell(.roleAssigned(RoleAssignment(role: "commander", person: text, note: text)), "02:53:00", by: text)
    let note = story.tell(.noteWritten(NoteWritten(text: text)), "02:54:00", by: text)
    story.tell(.entryCorrected(EntryCorrection(entry: note, text: text + "!", reason: text)), "02:55:00", by: text)
    let decision = story.tell(
      .decided(DecisionRecord(what: text, why: text, options: [text], known: text, by: text)), "02:56:00")
    story.tell(.dissented(DissentRecord(decision: decision, text: text, by: text)), "02:57:00")
    story.tell(.taskAdded(TaskAdded(task: 1, text: text, owner: text, order: 1)), "02:58:00")
    story.tell(.evidenceAdded(EvidenceAdded(evidence: 1, name: text, bytes: 1, sha256: "", reading: text)), "02:59:00")
    story.tell(.momentPicked(MomentPicked(moment: text, text: text, reference: text)), "02:59:10")
    story.tell(.accessChanged(AccessChange(added: [text], reason: text)), "02:59:20")
    let words = UpdateText(broken: text, affected: text, doing: text, meanwhile: text, apology: text, more: text)
    story.tell(.updateDrafted(UpdateDraft(update: 1, audience: .internal, state: .identified, text: words)), "03:00:00")
    story.tell(.updatePublished(UpdatePublished(update: 1, held: [text], releaseReason: text)), "03:01:00", by: text)
    story.tell(
      .updateCorrected(UpdateCorrected(update: 1, text: UpdateText(broken: text + "?"), reason: text)), "03:02:00")
    story.tell(.updateDrafted(UpdateDraft(update: 2, audience: .internal, state: .identified, text: words)), "03:03:00")
    var view = Ferry.view(story)
    view.aids = Ferry.aids(["communications": text], contact: text)
    view.aids.plans = [
      1: Plan(parsing: "# P\n\n## Signs\n\n\(text)\n\n## Contacts\n\n| who | how |\n|---|---|\n| \(text) | \(text) |\n")
    ]
    view.components = [ComponentDefinition(id: text, name: text, description: text, group: text)]
    return view
  }

  @Test(arguments: attempts.map(\.text)) func `nothing that is written about an incident becomes part of a page`(
    text: String
  ) {
    let why = Self.attempts.first { $0.text == text }?.why ?? ""
    let view = told(text)
    let outcome = FormOutcome(
      form: "say", fields: [("text", text), ("at", text)], problem: Problem(.wrongState, text, hint: text))
    let context = Ferry.context(flash: text, outcome: outcome)
    expectHarmless(IncidentPage(view: view, context: context).html, why)
    expectHarmless(ComposerPage(view: view, number: 1, context: context)?.html ?? "", why)
    expectHarmless(ComposerPage(view: view, number: 2, context: context)?.html ?? "", why)
    expectHarmless(ComposerPage(view: view, audience: .customers, broken: text, context: context).html, why)
    expectHarmless(IncidentFragment(view: view, context: context).entries(after: 0), why)
  }

  @Test(arguments: attempts.map(\.text)) func `nothing that a team writes elsewhere becomes part of a page`(
    text: String
  ) {
    let why = Self.attempts.first { $0.text == text }?.why ?? ""
    let context = Ferry.context()
    var home = Ferry.busyHome
    home.incidents = [told(text).summary]
    expectHarmless(
      HomePage(
        view: home, filter: IncidentFilter(component: text, words: text), components: told(text).components,
        context: context
      ).html, why)
    var policy = Policy.standard
    policy.severities[0].name = text
    policy.severities[0].meaning = text
    policy.severities[0].colour = text
    policy.roles[0].duty = text
    policy.protocols[0].template.broken = text
    expectHarmless(PolicyPage(view: PolicyView(policy: policy, version: 1), context: context).html, why)
    expectHarmless(PolicyFormPage(view: PolicyView(policy: policy, version: 1), context: context).html, why)
    expectHarmless(DeclarePage(policy: policy, components: told(text).components, context: context).html, why)
    var nearMiss = Ferry.nearMisses[0]
    nearMiss.content = NearMiss(what: text, stoppedBy: text, idea: text)
    nearMiss.by = text
    expectHarmless(NearMissPage(nearMisses: [nearMiss], context: context).html, why)
    let plan = MaintenancePlan(title: text, text: text, from: Ferry.liveNow, until: Ferry.liveNow, components: [text])
    expectHarmless(
      MaintenancePage(
        maintenances: [Maintenance(number: 1, plan: plan)], components: told(text).components, context: context
      ).html, why)
  }
}
