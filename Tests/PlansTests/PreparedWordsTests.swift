import Incidents
import Plans
import ShippedDocuments
import Testing

/// The words that plans hold ready, and how they come into the fields of an update.
struct PreparedWordsTests {
  private static func plan(_ name: String) throws -> Plan {
    Plan(parsing: try #require(ShippedDocument.all(of: .plan).first { $0.name == name }).text)
  }

  @Test func `a quotation below a line that says for whom is held ready`() throws {
    let words = try Self.plan("wrong-certificate").words
    #expect(
      words.map(\.title) == [
        "To customers, first word", "To customers, while it lasts", "To customers, when it is over",
        "To partners who call us", "To colleagues and stakeholders",
      ])
    #expect(
      words.map(\.audiences) == [
        [.customers], [.customers], [.customers], [.stakeholders], [.internal, .stakeholders],
      ])
    #expect(words.map(\.isLast) == [false, false, true, false, false])
    #expect(words[0].text.hasPrefix("**⟨The shop⟩ cannot be reached safely.**"))
    #expect(!words[0].text.contains("\n>"))
  }

  @Test func `every starter plan holds words ready, and says how one recognises it`() throws {
    for document in ShippedDocument.all(of: .plan) {
      let plan = Plan(parsing: document.text)
      #expect(!plan.words.isEmpty, "\(document.name)")
      #expect(!plan.signs.isEmpty, "\(document.name)")
    }
  }

  @Test func `the words come into the fields to which they belong`() throws {
    let fields = try Self.plan("wrong-certificate").words[0].fields
    #expect(fields.broken.hasPrefix("**⟨The shop⟩ cannot be reached safely.**"))
    #expect(fields.doing.hasPrefix("The certificate with which our site"))
    #expect(fields.meanwhile.hasPrefix("please do not pass the warning"))
    #expect(fields.apology == "We are sorry.")
    #expect(fields.nextBy == nil)
    #expect(!"\(fields)".contains("Next word"))
  }

  @Test func `a label in the middle of a passage parts it`() {
    let fields = PreparedWords(
      title: "To customers, when it is over",
      text: "It works again.\nOrders were\nnot lost. **What you can do:** nothing.\nWe are sorry.\n"
    ).fields
    #expect(fields.broken == "It works again.")
    #expect(fields.doing == "Orders were not lost.")
    #expect(fields.meanwhile == "nothing.")
  }

  @Test func `a letter to one person is for no audience`() {
    #expect(PreparedWords(title: "To a customer whose order was touched", text: "x").audiences.isEmpty)
    #expect(PreparedWords(title: "To the press", text: "x").audiences.isEmpty)
  }
}
