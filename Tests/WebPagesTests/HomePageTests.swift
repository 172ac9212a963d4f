import PageTesting
import RecordViews
import Testing
import WebPages

@Suite struct HomePageTests {
  @Test func `an empty record says what to do first, with the exact commands`() {
    let page = Markup(HomePage(view: Ferry.empty).html)
    for command in ["mayday timeline", "mayday draft", "mayday review", "mayday import", "mayday record verify"] {
      #expect(page.text.contains(command))
    }
    #expect(page.text.contains("None yet"))
  }

  @Test func `each incident says how bad, how long, and what users felt`() {
    let page = Markup(HomePage(view: Ferry.home).html)
    #expect(page.all("article", class: "incident-row").count == 3)
    for words in [
      "SEV2", "1 hour 18 minutes", "Fri 14 Mar 2031, 21:12 UTC", "412 passengers", "Its end is not known",
      "What users felt is not known yet.", "1 error", "3 warnings", "3 open actions", "1,284",
    ] {
      #expect(page.text.contains(words), "\(words)")
    }
    #expect(!page.text.contains("N/A"))
  }

  @Test func `an end before the beginning is not made into a duration`() {
    var summary = Ferry.summary
    (summary.started, summary.ended) = (summary.ended, summary.started)
    let view = HomeView(incidents: [summary], postmortems: [], record: Ferry.home.record)
    #expect(Markup(HomePage(view: view).html).text.contains("Its end is not known"))
  }
}
