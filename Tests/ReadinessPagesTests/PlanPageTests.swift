import FoundationEssentials
import PageKit
import PageTesting
import Plans
import ReadinessPages
import Testing

struct PlanPageTests {
  static let text = """
    ---
    plan: full-queue
    title: The queue is full
    when: orders wait
    ---
    # The queue is full

    ## How we recognise it
    Orders wait longer than ten minutes.

    ## Steps
    | # | do | who | until one sees |
    |---|----|-----|----------------|
    | 1 | Stop the <b>import</b> | operations | 'paused' on its page |

    Never delete the queue.

    ## Communication
    | audience | first word within |
    |---|---|
    | customers | 10 min |
    """

  @Test func `a plan's page shows each step once, and the rest of its text`() throws {
    let plan = Plan(parsing: Self.text)
    let page = PlanPage(
      plan: plan, record: TextRecord(number: 1), entry: PlanRegister.Entry(plan, findings: []), findings: [],
      context: PageContext()
    ).html
    #expect(page.components(separatedBy: "Stop the").count == 2)
    #expect(!page.contains("<b>import"))
    #expect(page.contains("Never delete the queue."))
    #expect(page.contains("Orders wait longer"))
    #expect(page.contains("customers"))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(!page.contains("|---"))
  }
}
