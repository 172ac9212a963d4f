import Chronology
import Learning
import Plans
import ShippedDocuments
import Testing

/// Which of the starter plans is found for what people type when something breaks.
struct PlanMatchTests {
  static let plans: [Plan] = ShippedDocument.all(of: .plan).map { document in
    var plan = Plan(parsing: document.text)
    plan.name = document.name
    return plan
  }

  struct Case: Sendable, CustomStringConvertible {
    let title: String
    /// Any of these is right; none: silence is.
    let expected: Set<String>

    var description: String { title }
  }

  /// Titles, `|`, and the plans that are right; written by people who did not look at the plans' words.
  static let titles = cases(
    """
    Ticket checkout fails with error 502 | payments-failing supplier-down
    Website down | region-outage supplier-down
    Checkout returns 500 after deploy | bad-release payments-failing
    AWS eu-central-1 is down | region-outage
    Shop is slow | supplier-down
    DNS does not resolve | region-outage
    Cannot log in | account-compromised supplier-down
    Emails do not go out | supplier-down
    Error 500 on all pages since the 14:10 rollout | bad-release
    Prices are wrong since this morning's release | bad-release
    New feature flag empties the basket | bad-release
    Orders double after migration of the price service | bad-release
    Browser warns that the connection is not private | wrong-certificate
    TLS handshake errors from partners | wrong-certificate
    SSL cert of api.example.org expired | wrong-certificate
    Wildcard certificate not renewed | wrong-certificate
    Credit cards are declined | payments-failing
    Customers are charged twice | payments-failing
    Stripe refuses every card | payments-failing supplier-down
    PayPal payments hang | payments-failing supplier-down
    Postgres primary does not start | database-lost
    Rows missing from the orders table | database-lost
    Checksum mismatch in the database | database-lost
    MySQL replica corrupted | database-lost
    Whole data centre unreachable | region-outage
    Azure West Europe outage | region-outage
    No route to host from Frankfurt | region-outage
    SMS codes do not arrive | supplier-down
    Map provider answers with timeouts | supplier-down
    Mails are not being delivered | supplier-down
    Twilio outage, no SMS | supplier-down
    Login page times out | supplier-down account-compromised
    File server shows a ransom note | ransom
    Office files are encrypted | ransom
    Backups were deleted overnight and screens ask for bitcoin | ransom
    Customer list is public on a bucket | data-leaked
    A customer sees another customer's personal data | data-leaked
    Journalist has a sample of our data leak | data-leaked
    Laptop of a salesperson stolen | account-compromised
    Phishing: password entered on a false page | account-compromised
    Sign-in from abroad on the admin account | account-compromised
    Invoice run did not start and Petra is on holiday | key-person-away
    Nobody but Jo can renew it and she is ill | key-person-away
    """)

  static let strangers = cases(
    """
    Search results show nothing for 'hat' |
    Printer in the warehouse jams |
    Typo on the imprint page |
    Fire alarm in building 3 |
    Product pictures missing |
    Something is odd with the numbers |
    Labels print upside down |
    Heating is off in the office |
    Chat is quiet since nine |
    Wrong name on the door sign |
    Parking lot barrier stuck |
    Intern cannot find the wiki |
    Dashboard colours look wrong |
    Two lamps out in hall B |
    Return labels in the wrong language |
    """)

  private static func cases(_ text: String) -> [Case] {
    text.split(separator: "\n").map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      return Case(
        title: parts[0].split(separator: " ").joined(separator: " "),
        expected: Set(parts[1].split(separator: " ").map(String.init)))
    }
  }

  @Test(arguments: titles) func `a plan is found for what people type`(_ title: Case) {
    let found = PlanMatch.matches(Self.plans, .init(title: title.title))
    #expect(!title.expected.isDisjoint(with: found.map(\.plan)), "\(found)")
  }

  @Test(arguments: strangers) func `none is found for what no plan is about`(_ title: Case) {
    #expect(PlanMatch.matches(Self.plans, .init(title: title.title)).map(\.plan) == [])
  }

  /// Counts, so that a rule that finds more by crying wolf fails.
  @Test func `few plans are offered that have nothing to do with it`() {
    let all = Self.titles + Self.strangers
    let wrong = all.reduce(0) { count, title in
      count + PlanMatch.matches(Self.plans, .init(title: title.title)).count { !title.expected.contains($0.plan) }
    }
    #expect(wrong <= 8, "\(wrong) of \(all.count) titles")
  }

  @Test func `notes full of everyday words bring no plan`() {
    for (title, notes) in [
      (
        "Search is empty",
        "I had a hand free and looked by name; the index is missing, something is gone. The page shows nothing, a mail went to the team."
      ), ("Fire drill", "People went out to the place, minutes later all were back."),
      ("Labels are printed twice", "Kim wrote a mail to the supplier; the release is tomorrow. The page went blank."),
    ] {
      #expect(PlanMatch.matches(Self.plans, .init(title: title, text: notes)).map(\.plan) == [], "\(title)")
    }
  }

  @Test func `notes that say it bring the plan that the title did not`() {
    let notes = "Since the release of 14:10 the exception 'no such column' fills the log; rolled back the deploy."
    #expect(PlanMatch.matches(Self.plans, .init(title: "Something odd")).isEmpty)
    #expect(PlanMatch.matches(Self.plans, .init(title: "Something odd", text: notes)).map(\.plan) == ["bad-release"])
  }

  @Test func `whatever fits, all plans can be chosen, by who keeps them`() {
    let choice = PlanChoice(Self.plans, matches: [])
    #expect(choice.kinds.flatMap(\.offers).count == Self.plans.count)
    #expect(choice.kinds.first?.owner == "operations")
    #expect(Set(choice.kinds.map(\.owner)) == ["operations", "security", "legal", "management"])
  }
}
