import Foundation

/// GitHub webhooks `push`, `deployment` and `deployment_status`, bare or wrapped, one on each line or one in a file.
///
/// Payloads as in GitHub's page "Webhook events and payloads". A created deployment has started; the statuses `success`,
/// `failure` and `error` end it; the other statuses (`queued`, `pending`, `in_progress`, `inactive`) are no entries.
package struct GitHubWebhookFormat: RecordFormat {
  package let name = "github-webhooks"

  package init() {}

  package func confidence(head: [UInt8], path: String) -> Double {
    guard let json = JSONHead(head) else { return 0 }
    let share = json.share(words: ["\"deployment\"", "\"sha\"", "\"repository\""]) { value in
      let webhook = Webhook(value)
      return GitHubEvent(webhook) != nil || webhook.payload["repository"]?["full_name"] != nil && webhook.event != nil
    }
    return share == 1 ? 0.98 : share >= 0.5 ? 0.9 : 0
  }

  package func read(_ input: RecordInput) throws -> RecordReading {
    let text = try RecordText(file: input.file)
    var reading = RecordReading()
    var passedOver: [String: Int] = [:]
    try JSONRecords.forEach(in: text, reading: &reading) { item, reading in
      let webhook = Webhook(item.value)
      guard let event = GitHubEvent(webhook) else {
        if webhook.payload["repository"] != nil || webhook.payload["hook"] != nil {
          passedOver[webhook.event ?? "other webhooks", default: 0] += 1
        } else {
          reading.countUnrecognised(line: item.line ?? 1, text: "neither a push nor a deployment")
        }
        return true
      }
      guard var entry = event.entry(webhook) else {
        passedOver[event.name, default: 0] += 1
        return true
      }
      entry.reference = input.reference(line: item.line, record: webhook.payload.text("id") ?? entry.reference.record)
      return reading.keep(entry)
    }
    reading.notePassedOver(passedOver)
    reading.settleZone()
    return reading
  }
}
