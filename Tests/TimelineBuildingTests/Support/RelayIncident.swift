import Chronology

/// An invented relay of four hosts whose last one missed a release.
///
/// From the beginning `relay4` alone warns of its old codec. At second 600 it begins to send frames again and again; at 900
/// the other three are set back to the version before, and from 905 on they do the same. At 1200 it ends. A panel shows
/// green, and red from 620 on. A chat notices at 660.
struct RelayIncident {
  static let start = Instant(seconds: 1_700_000_000 / 3600 * 3600)
  static let new = "a11ce5a11ce5a11ce5a11ce5a11ce5a11ce5a11c"
  static let old = "b0bca7b0bca7b0bca7b0bca7b0bca7b0bca7b0bc"

  static func write(to folder: EvidenceFolder) throws {
    var dice = Dice(seed: 5)
    var relays: [[String]] = [[], [], [], []]
    var panel: [String] = []
    for second in 0..<1800 {
      let at = stamp(second)
      for host in relays.indices {
        if dice.roll(2) == 0 { relays[host].append("\(at) INFO relay frame \(dice.roll(9000)) passed on") }
        let isRepeating = host == 3 ? (600..<1200).contains(second) : (905..<1200).contains(second)
        guard isRepeating else { continue }
        let place = ["NORTH", "SOUTH", "EAST", "WEST", "MIDDLE"][dice.roll(5)]
        let way = ["up", "down"][dice.roll(2)] == "up" ? "uplink" : "downlink"
        relays[host].append("\(at) INFO codec seven of frame \(dice.roll(9000)) sends by \(way) to station \(place)")
      }
      if second % 40 == 7, second < 600 { relays[3].append("\(at) WARN relay codec seven is disabled, frame refused") }
      if second % 10 == 0 {
        let colour = (620..<1195).contains(second) ? "WARN load" : "INFO load"
        panel.append(
          "\(at) \(colour)=\(dice.roll(99)) frames=\(dice.roll(99)) stations=5 colour=\(colour == "WARN load" ? "red" : "green")"
        )
      }
    }
    for (host, lines) in relays.enumerated() { try folder.write("relay\(host + 1)/var/log/relay/relay.log", lines) }
    try folder.write("panel1/var/log/relay/panel.log", panel)
    try folder.write("deployments.csv", deployments)
    try folder.write("slack/channels.json", [#"[{"id": "C1", "name": "floor"}]"#])
    try folder.write("slack/floor/2023-11-14.json", [chat])
  }

  private static func stamp(_ second: Int) -> String { start.advanced(bySeconds: Double(second)).rfc3339 }

  private static var deployments: [String] {
    [
      "time,id,actor,kind,target,detail",
      "\(stamp(900)),CFG-1,desk,config,relay1+relay2+relay3,relay.conf codec=six (was nine)",
    ]
  }

  private static var chat: String {
    let said = [
      (610, "tea is ready"), (660, "why do the stations get frames twice? Is that meant?"), (1300, "quiet again"),
    ]
    let messages = said.map { second, text in
      let instant = start.advanced(bySeconds: Double(second)).nanoseconds / 1_000_000_000
      return #"{"type": "message", "user": "U1", "text": "\#(text)", "ts": "\#(instant).000100"}"#
    }
    return "[\(messages.joined(separator: ",\n"))]"
  }
}
