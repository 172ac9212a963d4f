import Chronology

/// An invented incident: a bakery's order service on three hosts, a till in front of them.
///
/// At second 600 a flag is set whose name the release of second 480 reads in a new way; the release never reached `shop3`,
/// where the old code now fails half of the orders. A harmless release of the till at second 570 lies nearer to it. At
/// second 900 the flag is taken back. `shop2` runs 20 s ahead and the order logs are written at UTC+02:00, not saying so.
/// All the time some coupons fail, as they always do.
struct BakeryIncident {
  static let start = Instant(seconds: 1_700_000_000 / 3600 * 3600)
  static let onset = start.advanced(bySeconds: 600)
  static let seconds = 1200
  static let release = "5d1f00d5d1f00d5d1f00d5d1f00d5d1f00d5d1f0"
  static let before = "0ddba110ddba110ddba110ddba110ddba110ddba"
  static let till = "7111a57e7111a57e7111a57e7111a57e7111a57e"

  static func write(to folder: EvidenceFolder) throws {
    var dice = Dice(seed: 1)
    var shops: [[String]] = [[], [], []]
    var till: [String] = []
    for second in 0..<seconds {
      let host = dice.roll(3)
      let order = 1000 + second
      let rid = identifier(second)
      let isFailing = host == 2 && (600..<900).contains(second) && dice.roll(2) == 0
      let status = isFailing ? 500 : 201
      till.append("\(clock(second, 0)) [till] INFO POST /orders -> \(status) \(3 + dice.roll(9))ms rid=\(rid)")
      let stamp = local(second, ahead: host == 1 ? 20 : 0)
      if isFailing {
        shops[host].append("\(stamp) ERROR order \(order) refused: basket total does not match the sum rid=\(rid)")
      } else {
        shops[host].append("\(stamp) INFO  order \(order) baked in \(20 + dice.roll(9))ms rid=\(rid)")
      }
      if second % 17 == 3 { shops[host].append("\(stamp) WARN  coupon SPRING\(dice.roll(90)) expired") }
    }
    for (host, lines) in shops.enumerated() {
      try folder.write(
        "shop\(host + 1)/var/log/bakery/orders.log", lines, modified: start.advanced(bySeconds: Double(seconds)))
    }
    try folder.write("front1/var/log/bakery/till.log", till, modified: start.advanced(bySeconds: Double(seconds)))
    try folder.write("deployments.jsonl", deployments)
    try folder.write("config-changes.csv", flags)
    try folder.write("alerts/1.json", [alert("firing", 640)])
    try folder.write("alerts/2.json", [alert("resolved", 930)])
  }

  // MARK: Lines

  /// RFC 3339 in UTC, milliseconds drawn from the second.
  private static func clock(_ second: Int, _ ahead: Double) -> String {
    Instant(
      nanoseconds: start.advanced(bySeconds: Double(second) + ahead).nanoseconds + Int64(second * 37 % 900) * 1_000_000,
      fractionDigits: 3
    ).rfc3339
  }

  /// At UTC+02:00, without saying so.
  private static func local(_ second: Int, ahead: Double) -> String {
    let instant = Instant(rfc3339: clock(second, ahead)) ?? start
    let text = instant.rfc3339(offsetSeconds: 7200)
    return text.prefix(19).replacing("T", with: " ") + "," + text.dropFirst(20).prefix(3)
  }

  private static func identifier(_ second: Int) -> String {
    let digits = String(UInt64(second + 1) &* 0x9e37_79b9_7f4a_7c15, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits + "ab12cd34"
  }

  private static var deployments: [String] {
    rollout(before, "orders", ["shop1", "shop2", "shop3"], 100, from: -86_400)
      + rollout(release, "orders", ["shop1", "shop2"], 200, from: 480) + [
        event(299, release, "orders", "shop3", 488, nil)
      ]
      + rollout(till, "till", ["front1"], 300, from: 570)
  }

  private static func rollout(_ sha: String, _ service: String, _ hosts: [String], _ id: Int, from: Int) -> [String] {
    hosts.enumerated().flatMap { place, host in
      [
        event(id + place, sha, service, host, from + 3 * place, nil),
        event(id + place, sha, service, host, from + 3 * place + 2, "success"),
      ]
    }
  }

  private static func event(
    _ id: Int, _ sha: String, _ service: String, _ host: String, _ second: Int, _ state: String?
  ) -> String {
    let at = start.advanced(bySeconds: Double(second)).rfc3339
    let status =
      state.map {
        #""deployment_status": {"id": \#(id)7, "state": "\#($0)", "created_at": "\#(at)"}, "#
      } ?? ""
    return
      #"{"event": "deployment\#(state == nil ? "" : "_status")", "received_at": "\#(at)", "payload": {"action": "created", \#(status)"deployment": {"id": \#(id), "sha": "\#(sha)", "task": "deploy", "environment": "production/\#(host)", "payload": {"service": "\#(service)", "host": "\#(host)"}, "created_at": "\#(at)"}, "repository": {"full_name": "bakery/shop"}}}"#
  }

  private static var flags: [String] {
    [
      "time,id,actor,kind,target,detail",
      "\(start.advanced(bySeconds: 599).rfc3339),FLAG-7,desk,flag,shop1+shop2+shop3,basket_sum: off -> on",
      "\(start.advanced(bySeconds: 900).rfc3339),FLAG-8,desk,flag,shop1+shop2+shop3,basket_sum: on -> off",
    ]
  }

  private static func alert(_ status: String, _ second: Int) -> String {
    let starts = start.advanced(bySeconds: 640).rfc3339
    let ends = status == "firing" ? "0001-01-01T00:00:00Z" : start.advanced(bySeconds: Double(second)).rfc3339
    return
      #"{"receiver": "hook", "status": "\#(status)", "version": "4", "groupKey": "g", "alerts": [{"status": "\#(status)", "labels": {"alertname": "OrdersRefused", "severity": "page"}, "annotations": {"summary": "orders are refused"}, "startsAt": "\#(starts)", "endsAt": "\#(ends)", "fingerprint": "00c0ffee00c0ffee"}]}"#
  }
}
