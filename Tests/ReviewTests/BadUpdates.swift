import Incidents

extension SampleUpdate {
  static let bad: [SampleUpdate] = [
    SampleUpdate(
      "the classic", .investigating,
      broken: "We are currently experiencing some technical difficulties.",
      affected: "Some users.", doing: "Our engineers are working to resolve them as soon as possible.",
      meanwhile: "Please bear with us.", apology: "We apologise for any inconvenience this may cause!",
      finds: ["empty-phrase", "says-nothing", "weak-apology", "loud"]),
    SampleUpdate("nothing at all", since: nil, next: nil, finds: ["missing-part"]),
    SampleUpdate(
      "the workshop", broken: "Elevated p99 on payment-service, 5xx from the load balancer.",
      affected: "Traffic through web-07 and db-prod-2.", doing: "We are draining the k8s nodes and restarting pods.",
      meanwhile: "Nothing.", apology: "We are sorry.", more: "Tracked in OPS-1187.", finds: ["jargon"]),
    SampleUpdate(
      "the scapegoat", broken: "Bookings fail.", affected: "All travellers.",
      doing: "This was caused by our cloud provider and is beyond our control.", meanwhile: "Nothing.",
      apology: "We are sorry.", finds: ["passing-blame"]),
    SampleUpdate(
      "the culprit", broken: "Bookings failed.", affected: "All travellers.",
      doing: "An engineer accidentally deleted the table. We have put it back.", meanwhile: "Nothing.",
      apology: "We are sorry.", finds: ["passing-blame"]),
    SampleUpdate(
      "the guess", .investigating, broken: "Photos cannot be uploaded, caused by a faulty disk.",
      affected: "All accounts.", doing: "We are replacing the disk.", meanwhile: "Nothing.", apology: "We are sorry.",
      more: "No customer data was lost.", finds: ["early-certainty"]),
    SampleUpdate(
      "the oath", .resolved, broken: "Payments failed for all cards.", affected: "Everyone who paid by card.",
      doing: "We took the change back. We guarantee this will never happen again.", meanwhile: "Nothing.",
      apology: "We are sorry.", finds: ["overpromise"]),
    SampleUpdate(
      "the shrug", broken: "A minor glitch with invoices.", affected: "Only a handful of customers.",
      doing: "We are printing the invoices again.", meanwhile: "Nothing.",
      apology: "Thank you for your patience and understanding.", finds: ["minimising", "weak-apology"]),
    SampleUpdate(
      "the last word", .resolved, broken: "This incident has been resolved.", affected: "Users.", meanwhile: "Nothing.",
      apology: "We are sorry.", finds: ["only-over"]),
    SampleUpdate(
      "the silence", broken: "Videos do not start.", affected: "All televisions.",
      doing: "We are preparing the old player.", meanwhile: "Watch on a phone.", apology: "We are sorry.", missed: true,
      finds: ["missed-word"]),
    SampleUpdate(
      "the colleague", broken: "Videos do not start.", affected: "All televisions.",
      doing: "Will Osei and Rosa are preparing the old player.", meanwhile: "Watch on a phone.",
      apology: "We are sorry.", finds: ["named-person"]),
    SampleUpdate(
      "the template", broken: "{{ what is broken }}", affected: "[insert region]", doing: "TBD",
      meanwhile: "Nothing.", apology: "We are sorry.", finds: ["left-blank"]),
    SampleUpdate(
      "the broken promise", broken: "Videos do not start.", affected: "All televisions.",
      doing: "Everything will be fixed by 15:00.", meanwhile: "Watch on a phone.", next: -10, apology: "We are sorry.",
      finds: ["wrong-time", "overpromise", "bare-time"]),
    SampleUpdate(
      "the leak", broken: "Sign-in fails.", affected: "All accounts.", doing: "We are changing all keys.",
      meanwhile: "Use the spare account with password: Sommer2024!x", next: 3000, apology: "We are sorry.",
      finds: ["secret", "far-word"]),
  ]
}
