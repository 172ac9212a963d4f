import Chronology
import Incidents
import Review
import Testing

/// An update as somebody would write it, and where.
struct SampleUpdate: CustomTestStringConvertible, Sendable {
  var name: String
  var text: UpdateText
  var context: UpdateContext
  /// The rules that must find something in it.
  var rules: Set<String> = []

  var testDescription: String { name }

  static let now = Instant(seconds: 1_709_388_600)

  init(
    _ name: String, _ state: PublicState = .identified, for audience: Audience = .customers, broken: String = "",
    affected: String = "", since minutes: Double? = 30, doing: String = "", meanwhile: String = "",
    next: Double? = 30, apology: String = "", more: String = "", missed: Bool = false, finds rules: Set<String> = []
  ) {
    self.name = name
    self.rules = rules
    text = UpdateText(
      broken: broken, affected: affected, since: minutes.map { Self.now.advanced(bySeconds: -60 * $0) }, doing: doing,
      meanwhile: meanwhile, nextBy: state == .resolved ? nil : next.map { Self.now.advanced(bySeconds: 60 * $0) },
      apology: apology, more: more)
    context = UpdateContext(
      audience: audience, state: state, now: Self.now,
      previousNextBy: missed ? Self.now.advanced(bySeconds: -300) : nil, isMissed: missed,
      names: ["Ines Kaya", "ines.k", "Mark Adeyemi", "Will Osei", "Rosa", "May Lin"])
  }

  static let good: [SampleUpdate] = [
    SampleUpdate(
      "shop", broken: "**Paying by card fails for about one order in three.** Some orders are charged more than once.",
      affected: "Everyone who pays by card at checkout since 15:47 (Berlin).",
      doing: "We have stopped the change that set it off and no new double charges have been seen since 15:50.",
      meanwhile:
        "Nothing; please do not order again if you are unsure. Every duplicate charge will be returned by Tuesday, without your asking.",
      apology: "We are sorry."),
    SampleUpdate(
      "trains", .investigating, broken: "Tickets cannot be bought in the app or at machines.",
      affected: "All travellers between Ghent and Bruges.",
      doing: "We have asked the station staff to let you board without a ticket, and are restarting the sales system.",
      meanwhile: "Board the train and buy the ticket from the guard; it costs the same.",
      apology: "We are sorry for the queues this morning."),
    SampleUpdate(
      "library", broken: "The catalogue shows books as lent that stand on the shelf.",
      affected: "Readers of all four branches; borrowing at the desk works.",
      doing: "We are copying last night's list back, about 40,000 titles.",
      meanwhile: "Ask at the desk or look at the shelf: the book may be there.",
      apology: "We apologise to those who came in vain."),
    SampleUpdate(
      "developers", broken: "`POST /v1/charges` answers with an error for one call in five.",
      affected: "Accounts in Frankfurt; those in Dublin are not affected.",
      doing: "We are moving calls from Frankfurt to Dublin and are at 60 % now.",
      meanwhile: "Repeat a failed call with the same `Idempotency-Key`: nothing is charged twice.",
      apology: "We are sorry for the failed payments of your customers."),
    SampleUpdate(
      "hospital", .monitoring, broken: "Appointments could not be booked online; booking works again since 09:20 UTC.",
      affected: "About 300 people who tried between 08:05 and 09:20 UTC.",
      doing: "We keep watching every booking, and are calling those whose booking stopped half-way.",
      meanwhile: "Look at your confirmation: if none came, book again.", next: 180,
      apology: "We are sorry for the worry this caused."),
    SampleUpdate(
      "bank", .investigating, broken: "Balances in the app are those of yesterday.",
      affected: "All private accounts. Cards and cash machines work.",
      doing: "We are comparing last night's bookings with those of the day before.",
      meanwhile: "Your card works as always; the balance at the cash machine is right.",
      apology: "We are sorry: a balance that is wrong is alarming.",
      more: "We have found no wrong bookings so far, and are checking the rest."),
    SampleUpdate(
      "school", .resolved, broken: "Teachers and parents could not sign in.",
      affected: "All 46 schools of the district.",
      doing: "A certificate had run out at midnight. We have renewed it, and a check now tells us 30 days before.",
      meanwhile: "Nothing; marks that were entered on paper can be entered now.",
      apology: "We are sorry for the lost morning."),
    SampleUpdate(
      "messages", broken: "Messages arrive up to 20 minutes late.",
      affected: "Groups with more than 50 members; messages between two people arrive at once.",
      doing: "We have doubled the machines that deliver to large groups; the delay is falling.",
      meanwhile: "Nothing; no message is lost, and none needs to be sent twice.", apology: "We are sorry."),
    SampleUpdate(
      "electricity", broken: "Meter readings cannot be entered on the website.",
      affected: "Households whose reading is due this week.",
      doing: "We are repairing the form and have moved the last day by a week.",
      meanwhile: "Send a photo of the meter to service@power.example or wait until Monday.",
      next: 600, apology: "We are sorry for the wasted effort."),
    SampleUpdate(
      "parcels", .monitoring, broken: "Parcels due to arrive today come tomorrow.",
      affected: "Addresses in the north of Leeds, about 2,100 parcels.",
      doing: "The sorting belt runs again; two more vans go out tonight.",
      meanwhile: "Nothing; the new day stands in your tracking page by 18:00 (London).", next: 240,
      apology: "Sorry that you waited at home."),
    SampleUpdate(
      "board", for: .stakeholders, broken: "Card payments failed for one order in three from 13:47 UTC on.",
      affected: "Online shop; branches and invoices are not affected. About 900 orders so far.",
      doing: "The change of this morning has been taken back; finance is listing the double charges.",
      more: "The list of customers to be repaid will be ready by 18:00 UTC."),
    SampleUpdate(
      "colleagues", .investigating, for: .internal,
      broken: "checkout on app03 answers 503 for a third of all orders.",
      affected: "Web shop only; support has 40 open chats.",
      doing: "Ines is rolling back 649bdfb; Mark watches p99 of payment-service."),
    SampleUpdate(
      "late word", .investigating, broken: "Videos do not start on televisions.",
      affected: "Televisions made before 2020; phones and browsers work.",
      doing: "We have narrowed it down to the new player and are preparing the old one.",
      meanwhile: "Watch in a browser or on a phone.", apology: "We are sorry, for the evening and for the silence.",
      more: "We had promised word by 14:05 UTC and did not keep it.", missed: true),
    SampleUpdate(
      "authority", for: .authorities, broken: "Names and addresses of customers were readable without a password.",
      affected: "3,412 customers; no payment data.",
      doing: "The page was closed at 11:20 UTC. We are reading its access records of the last 90 days.", next: 1200,
      more: "Contact: dpo@shop.example."),
  ]
}
