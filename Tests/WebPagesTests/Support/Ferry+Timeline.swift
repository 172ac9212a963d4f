import Chronology
import EvidenceReading
import EvidenceRecords
import TimelineBuilding

extension Ferry {
  static let report = TimelineReport(
    evidence: ["night-ferries"], window: TimeSpan(from: at("18:00:00"), to: at("23:10:00")), sources: sources,
    clockNotes: [
      "seatmap on sm03 runs 41.5 s behind (318 shared request ids)",
      "booking logs are Europe/Oslo (inferred from 1,204 shared request ids)",
    ],
    onset: onset, moments: moments, suspects: suspects,
    noChange: NoChange(
      score: 0.06, reasons: ["no error from outside came first", "a change lies 94 seconds before the onset"]))

  static var moments: [TimelineMoment] {
    let all = told + quiet
    return all.sorted { $0.instant < $1.instant }
  }

  /// The moments that tell the story, most important first.
  static let told: [TimelineMoment] = [
    moment(
      1, "21:12:40.250", .first, "seatmap: “reservation for <cabin> overwrites holder <id>”",
      "never seen before; 214 times in the first minute, sm03 only", 1873, "seatmap", ["sm03"],
      [
        line(
          "sm03/seatmap.log", 88_120,
          [
            "2031-03-14 22:12:39.871 INFO  [req-8f31] hold cabin 7112 sailing=NF-204 until=22:27:39",
            "2031-03-14 22:12:40.250 WARN  [req-8f32] reservation for cabin 7112 overwrites holder 55021 "
              + "(lock=lease/7112 owner=none ttl=0 fence=4711)",
            "2031-03-14 22:12:40.301 INFO  [req-8f32] hold cabin 7112 sailing=NF-204 until=22:27:40",
          ]),
        line("sm03/seatmap.log", 88_131), line("gw01/access.log", 40_217),
      ], basis: .correctedSkew),
    moment(
      2, "21:11:06", .change, "deploy seatmap 5c1d20e “leases without a clock” → sm01 sm02 sm03",
      "reached 3 of 4 hosts; sm04 was left out", 1, "seatmap", ["sm01", "sm02", "sm03"],
      [
        line(
          "github/deployments.jsonl", 31, ["{\"deployment_status\":{\"state\":\"success\",\"environment\":\"sm03\"}}"])
      ]
    ),
    moment(
      3, "21:12:55", .burst, "gateway: 409 on POST /api/v2/cabins/hold rises from 0 to 31 a minute",
      "31 in one minute, none in the hour before", 66, "gateway", ["gw01", "gw02"],
      [
        line(
          "gw01/access.log", 40_217, ["10.4.0.9 - - [14/Mar/2031:21:12:55 +0000] \"POST /api/v2/cabins/hold\" 409 88"])
      ]),
    moment(
      4, "21:16:03", .alert, "DoubleHoldsAboveZero is firing: cabins with two holders", "page, for 3 minutes", 1,
      "seatmap", ["sm03"], [reference(record: "alerts/webhook-21.json", "f3c1a2")]),
    moment(
      5, "21:19:30", .said, "“payments looks slow, rolling it back first”", "in #inc-night-ferries", 1, nil, [],
      [reference(record: "chat/inc-night-ferries/2031-03-14.json", "1931300370.000200")]),
    moment(
      6, "21:21:48", .change, "rollback payments to 7c1e02a", "24 minutes after its last deployment", 1, "payments",
      ["pay01", "pay02"], [line("github/deployments.jsonl", 38)]),
    moment(
      7, "21:22:30", .shift, "doubly held cabins rise from 214 to 790 a minute",
      "a lasting change: four minutes above three times the level before", 5120, "seatmap", ["sm03"],
      [line("sm03/seatmap.log", 90_004)]),
    moment(
      8, "21:40:12", .decision, "“we stop selling cabins on tonight’s sailings until we know”",
      "in #inc-night-ferries", 1, nil, [],
      [reference(record: "chat/inc-night-ferries/2031-03-14.json", "1931301612.0001")]),
    moment(
      9, "21:41:00", .change, "flag SHOP-77 cabin_sales: on → off", "by the record of configuration changes", 1,
      "booking", ["bk01", "bk02", "bk03", "bk04", "bk05"], [line("ops01/config-changes.csv", 9)]),
    moment(
      10, "21:41:04", .silence, "booking: “cabin sold” stops after 4.2 a second for hours", "no line for 50 minutes", 1,
      "booking", ["bk01", "bk02", "bk03"], [line("bk01/booking.log", 120_331)]),
    moment(
      11, "22:08:45", .change, "deploy seatmap 9ab31f0 “leases keep their fence” → all four hosts",
      "touches the file that 5c1d20e touched", 1, "seatmap", ["sm01", "sm02", "sm03", "sm04"],
      [
        MomentEvidence(
          reference: EvidenceReference(
            source: "shop.bundle", commit: "9ab31f0c55d2e4b17a6f0c3d2e1b4a5968778695", sha256: sha))
      ]),
    moment(
      12, "22:10:02", .calm, "seatmap: “overwrites holder” has stopped", "last seen at 22:08:51 on sm03", 1, "seatmap",
      ["sm03"], [line("sm03/seatmap.log", 93_871)]),
    moment(
      13, "21:14:20", .connection, "connections to lease-store:6380 are refused, from sm03 only",
      "17 resets within 12 seconds", 17, "seatmap", ["sm03"],
      [MomentEvidence(reference: EvidenceReference(source: "sm03/eth0.pcap", packet: 6584, sha256: sha))],
      basis: .inferredZone),
    moment(
      14, "21:33:09", .first,
      "seatmap: panic in lease.fence: "
        + "org.example.seatmap.leases.FencedLeaseStore$RenewingLeaseWithoutClockAndWithoutFence.renewOrOverwriteHolderOfCabin",
      "never seen before; a stack trace of 41 lines", 3, "seatmap", ["sm03"],
      [
        line(
          "sm03/seatmap.log", 91_220,
          [
            "token=" + String(repeating: "A", count: 220),
            "java.lang.IllegalStateException: fence 4711 is behind 4712 <script>alert(1)</script>",
          ])
      ]),
    moment(
      15, "22:31:05", .calm, "DoubleHoldsAboveZero is resolved", "after 75 minutes", 1, "seatmap", ["sm03"],
      [reference(record: "alerts/webhook-34.json", "f3c1a2")]),
    moment(
      16, "18:20:00", .change, "push to main: 4 commits, the last “harbour names in two languages”",
      "the only push of the afternoon", 1, "website", [], [line("github/push.jsonl", 4)]),
  ]

  /// Moments that a page folds away at first.
  static let quiet: [TimelineMoment] = (0..<42).map { number in
    let minute = 20 + number
    return moment(
      17 + number, "2\(1 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60):\(10 + number)",
      number.isMultiple(of: 3) ? .burst : .shift, "gateway: 504 on GET /api/v2/sailings/\(number)",
      "\(3 + number) in a minute, 1 in the minute before", 3 + number, "gateway", ["gw01"],
      [line("gw01/access.log", 41_000 + number * 13)], basis: number == 5 ? .assumedZone : .stated)
  }

  static func reference(record source: String, _ record: String) -> MomentEvidence {
    MomentEvidence(reference: EvidenceReference(source: source, record: record, sha256: sha))
  }

  static func moment(
    _ rank: Int, _ time: String, _ kind: MomentKind, _ title: String, _ reason: String, _ count: Int,
    _ service: String?, _ hosts: [String], _ evidence: [MomentEvidence], basis: InstantBasis = .stated
  ) -> TimelineMoment {
    TimelineMoment(
      id: "m\(rank)", instant: at(time), instantBasis: basis, kind: kind, title: title, reason: reason, count: count,
      rank: rank, service: service, hosts: hosts, evidence: evidence)
  }

  static let suspects = [
    suspect(
      .deployment, "5c1d20e", "21:11:06", "deploy seatmap 5c1d20e “leases without a clock”", "seatmap", 0.84,
      [
        "94 seconds before the onset", "the failing service is the one that was deployed",
        "its diff names overwritesHolder and fence, and so do the first new lines",
        "reached 3 of 4 hosts; sm04, the host left out, shows none of it",
      ]),
    suspect(
      .flag, "SHOP-70", "21:02:00", "flag SHOP-70 lease_backend: clock → fence", "seatmap", 0.57,
      ["10 minutes before the onset", "named in the code path of the first new lines"]),
    suspect(
      .package, "lease-store", "14:10:00", "package lease-store 2.9.1 → 2.10.0 on ls01", "lease-store", 0.22,
      ["7 hours before the onset", "the refused connections go to it"]),
    suspect(
      .commit, "1d8a74e", "20:48:11", "website 1d8a74e “harbour names in two languages”", "website", 0.08,
      ["shares no name with what failed"]),
  ]

  static func suspect(
    _ kind: ChangeFacts.Kind, _ id: String, _ time: String, _ title: String, _ service: String, _ score: Double,
    _ reasons: [String]
  ) -> Suspect {
    Suspect(
      change: SuspectChange(
        kind: kind, id: id, commit: nil, instant: at(time), title: title, service: service, hosts: []),
      score: score, reasons: reasons, evidence: [EvidenceReference(source: "github/deployments.jsonl", line: 31)])
  }

  static let sources: [SourceSummary] = [
    source("bk01/booking.log", "java-log", 0.96, "+01:00", .inferred, nil, 240_120),
    source("bk02/booking.log", "java-log", 0.96, "+01:00", .inferred, nil, 238_007),
    source("gw01/access.log", "nginx-access", 0.99, "UTC", .stated, 0, 91_204),
    source("gw02/access.log", "nginx-access", 0.99, "UTC", .stated, 0.01, 90_881),
    source("sm03/seatmap.log", "java-log", 0.94, "+01:00", .inferred, -41.5, 94_012),
    source("sm03/eth0.pcap", "pcap", 1, "UTC", .stated, nil, 120_034),
    source("pay01/postgresql.log", "postgresql", 0.91, "UTC", .assumed, nil, 8_410),
    source("github/deployments.jsonl", "github-webhooks", 1, "UTC", .stated, nil, 47),
    source("ops01/config-changes.csv", "configuration-changes", 0.88, "UTC", .assumed, nil, 14),
    source("chat/inc-night-ferries/2031-03-14.json", "slack-export", 1, "UTC", .stated, nil, 61),
    source("shop.bundle", "git", 1, "UTC", .stated, nil, 318),
    unknown,
  ]

  static func source(
    _ path: String, _ format: String, _ confidence: Double, _ zone: String, _ basis: ZoneBasis, _ skew: Double?,
    _ entries: Int
  ) -> SourceSummary {
    var source = SourceSummary(path: path, format: format, confidence: confidence)
    source.zone = zone
    source.zoneBasis = basis
    source.skewSeconds = skew
    source.first = at("18:00:00")
    source.last = at("23:10:00")
    source.entries = entries
    source.lines = entries + entries / 100
    source.unrecognisedLines = entries / 1000
    source.sha256 = sha
    return source
  }

  static var unknown: SourceSummary {
    var source = SourceSummary(path: "sm03/heap.bin.gz", format: "unknown", confidence: 0)
    source.lines = 3
    source.unrecognisedLines = 3
    source.notes = ["ends in the middle of a gzip stream after 1,048,576 bytes"]
    source.unrecognisedSamples = [
      NumberedLine(line: 1, text: "\u{1}\u{2}HPROF<b>1.0.2"), NumberedLine(line: 2, text: "----"),
    ]
    return source
  }
}
