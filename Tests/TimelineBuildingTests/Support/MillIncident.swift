import Chronology

/// An invented mill with two hosts, to which one thing at a time happens at second 900 of 1800.
///
/// The silo service answers requests; a few grains are always damp. A release of the scale, harmless, goes out at second 300.
struct MillIncident {
  enum Fault {
    /// A setting is changed on `mill2`; from then on grinding fails there.
    case setting
    /// The grain exchange, another company's, does not answer for four minutes, then does again.
    case outside
    /// The disk of `mill1` fills: warnings grow from second 300 on, from second 900 on nothing can be written.
    case diskFull
    /// Grinding times out now and then, as ever; from second 900 on more and more often, until the mill is restarted at 1500.
    case leak
  }

  static let start = Instant(seconds: 1_700_000_000 / 3600 * 3600)
  static let onset = start.advanced(bySeconds: 900)
  static let seconds = 1800

  let fault: Fault

  func write(to folder: EvidenceFolder) throws {
    var dice = Dice(seed: 11)
    var mills: [[String]] = [[], []]
    var gate: [String] = []
    for second in 0..<Self.seconds {
      let host = dice.roll(2)
      let failure = failure(second, host, &dice)
      let at = stamp(second)
      gate.append("\(at) [gate] INFO POST /grind \(failure == nil ? 200 : 503) \(dice.roll(40))ms")
      mills[host].append("\(at) \(failure ?? "INFO sack \(4000 + second) ground in \(30 + dice.roll(30))ms")")
      if dice.roll(60) == 0 { mills[host].append("\(at) WARN grain damp, humidity \(dice.roll(99))") }
      if let warning = warning(second, &dice) { mills[0].append("\(at) \(warning)") }
    }
    for (host, lines) in mills.enumerated() { try folder.write("mill\(host + 1)/var/log/mill/mill.log", lines) }
    try folder.write("gate1/var/log/mill/gate.log", gate)
    try folder.write("config-changes.csv", settings)
    try folder.write("alerts/1.json", [alert])
  }

  private func failure(_ second: Int, _ host: Int, _ dice: inout Dice) -> String? {
    switch fault {
    case .setting where second >= 900 && host == 1:
      "ERROR cannot grind sack: stone_gap \(dice.roll(9)) outside of bounds"
    case .outside where (900..<1140).contains(second) && dice.roll(10) > 0:
      "ERROR exchange.grain.example did not answer: connect timed out, external partner"
    case .diskFull where second >= 900 && host == 0:
      "ERROR cannot write ledger page: no space left on device"
    case .leak where dice.roll(60) < (second < 900 || second >= 1500 ? 1 : min(40, (second - 900) / 6 + 8)):
      "ERROR grinding sack timed out, heap \(dice.roll(90)) of 90 in use"
    case .setting, .outside, .diskFull, .leak: nil
    }
  }

  private func warning(_ second: Int, _ dice: inout Dice) -> String? {
    guard fault == .diskFull, (300..<900).contains(second), second % 60 == 0 else { return nil }
    return "WARN little space left on the device of the ledger: \(99 - second / 100) percent used"
  }

  private func stamp(_ second: Int) -> String { Self.start.advanced(bySeconds: Double(second)).rfc3339 }

  private var settings: [String] {
    var lines = [
      "time,id,actor,kind,target,detail", "\(stamp(300)),SET-1,desk,config,scale1,scale_interval: 10 -> 12",
    ]
    if fault == .setting { lines.append("\(stamp(893)),SET-2,desk,config,mill2,mill.conf stone_gap=9 (was 4)") }
    return lines
  }

  private var alert: String {
    #"{"receiver": "hook", "status": "firing", "version": "4", "groupKey": "g", "alerts": [{"status": "firing", "labels": {"alertname": "GrindingFails", "severity": "page"}, "annotations": {"summary": "sacks are not ground"}, "startsAt": "\#(stamp(960))", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "00c0ffee00c0ffe1"}]}"#
  }
}
