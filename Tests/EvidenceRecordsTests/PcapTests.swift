import Chronology
import EvidenceRecords
import Testing

struct PcapTests {
  private struct Step {
    var side: CaptureSample.Side
    var flags: UInt8
    var at: Int
    var payload: [UInt8]

    init(_ side: CaptureSample.Side, _ flags: UInt8, _ at: Int, _ payload: [UInt8] = []) {
      self.side = side
      self.flags = flags
      self.at = at
      self.payload = payload
    }
  }

  private static let hello: [UInt8] = [0x16, 3, 1, 0, 2, 1, 0]
  private static let badCertificate: [UInt8] = [0x15, 3, 3, 0, 2, 2, 42]
  private static let closeNotify: [UInt8] = [0x15, 3, 3, 0, 2, 1, 0]
  private static let request = Array("GET / HTTP/1.1\r\n\r\n".utf8)
  private static let opening: [Step] = [
    Step(.client, CaptureSample.syn, 0), Step(.server, CaptureSample.synAck, 1), Step(.client, CaptureSample.ack, 2),
  ]

  private func read(_ steps: [Step], in sample: CaptureSample = CaptureSample()) throws -> RecordReading {
    var sample = sample
    for step in steps { sample.add(step.side, step.flags, at: step.at, payload: step.payload) }
    return try RecordSample(bytes: sample.pcap()).read(with: PcapFormat())
  }

  @Test func `a SYN answered by a reset was refused`() throws {
    let reading = try read([Step(.client, CaptureSample.syn, 0), Step(.server, CaptureSample.reset, 5)])
    #expect(reading.titles == ["client 10.0.0.1 → 10.0.0.2:8443 refused"])
    #expect(reading.entries[0].reference.packet == 2)
    #expect(reading.instants == ["2031-01-24T05:46:40.005000Z"])
    #expect(reading.lines == 2)
  }

  @Test func `a fatal TLS alert stands once, without the reset that follows it`() throws {
    let steps: [Step] =
      Self.opening + [
        Step(.client, CaptureSample.ack, 3, Self.hello), Step(.server, CaptureSample.ack, 4, Self.hello),
        Step(.client, CaptureSample.ack, 5, Self.badCertificate), Step(.client, CaptureSample.reset, 6),
        Step(.client, CaptureSample.reset, 7),
      ]
    let reading = try read(steps)
    #expect(
      reading.titles == ["client 10.0.0.1 → 10.0.0.2:8443 fatal TLS alert: bad certificate, sent by the client"])
    #expect(reading.entries[0].reference.packet == 6)
  }

  @Test(arguments: [
    ("nobody answers and it asks again", [0, 1000, 3000], 6000, "never answered, asked 3 times in 3 s"),
    ("nobody answers in three seconds", [0], 4000, "never answered"),
  ]) func `silence is a failure when it lasted`(reason: String, syns: [Int], end: Int, expected: String) throws {
    var sample = CaptureSample()
    for at in syns { sample.add(.client, CaptureSample.syn, at: at, port: 41_000) }
    sample.add(.client, CaptureSample.ack, at: end, port: 42_000, payload: [1])
    let reading = try RecordSample(bytes: sample.pcap()).read(with: PcapFormat())
    #expect(reading.titles == ["client 10.0.0.1 → 10.0.0.2:8443 \(expected)"], "\(reason)")
    #expect(reading.entries[0].reference.packet == 1)
  }

  @Test func `a SYN at the very end of a capture may yet be answered`() throws {
    #expect(try read([Step(.client, CaptureSample.syn, 0), Step(.client, CaptureSample.syn, 900)]).entries.isEmpty)
  }

  private struct ResetCase: Sendable {
    var reason: String
    var steps: [Step]
    var expected = ""
  }

  private static let failures: [ResetCase] = [
    ResetCase(
      reason: "the server drops a request",
      steps: [Step(.client, CaptureSample.ack, 3, Self.request), Step(.server, CaptureSample.reset, 4)],
      expected: "reset by the server, instead of an answer"),
    ResetCase(
      reason: "the server lets nobody in", steps: [Step(.server, CaptureSample.reset, 4)],
      expected: "reset by the server, before a byte was sent"),
    ResetCase(
      reason: "the client gives up",
      steps: [Step(.client, CaptureSample.ack, 3, Self.request), Step(.client, CaptureSample.reset, 5003)],
      expected: "reset by the client, after it waited 5 s for an answer"),
    ResetCase(
      reason: "the answer is cut",
      steps: [
        Step(.client, CaptureSample.ack, 3, Self.request), Step(.server, CaptureSample.ack, 9, Self.request),
        Step(.server, CaptureSample.reset, 20),
      ],
      expected: "reset by the server, in its answer or right after it"),
  ]

  @Test(arguments: failures) private func `a reset in the middle of something is a failure`(example: ResetCase) throws {
    let titles = try read(Self.opening + example.steps).titles
    #expect(titles == ["client 10.0.0.1 → 10.0.0.2:8443 \(example.expected)"], "\(example.reason)")
  }

  private static let orderlyEnds: [ResetCase] = [
    ResetCase(
      reason: "both sides had closed",
      steps: [
        Step(.client, CaptureSample.finAck, 3), Step(.server, CaptureSample.finAck, 4),
        Step(.client, CaptureSample.reset, 5),
      ]),
    ResetCase(
      reason: "one side had closed",
      steps: [Step(.server, CaptureSample.finAck, 3), Step(.client, CaptureSample.reset, 4)]),
    ResetCase(
      reason: "the client has its answer and drops the idle connection",
      steps: [
        Step(.client, CaptureSample.ack, 3, Self.request), Step(.server, CaptureSample.ack, 4, Self.request),
        Step(.client, CaptureSample.reset, 5),
      ]),
    ResetCase(
      reason: "the server drops a connection idle for long",
      steps: [
        Step(.client, CaptureSample.ack, 3, Self.request), Step(.server, CaptureSample.ack, 4, Self.request),
        Step(.server, CaptureSample.reset, 60_000),
      ]),
    ResetCase(
      reason: "a probe that only opens", steps: [Step(.client, CaptureSample.reset, 3)]),
    ResetCase(
      reason: "TLS was closed in good order",
      steps: [
        Step(.client, CaptureSample.ack, 3, Self.hello), Step(.client, CaptureSample.ack, 4, Self.closeNotify),
        Step(.client, CaptureSample.reset, 5),
      ]),
  ]

  @Test(arguments: orderlyEnds) private func `a reset that ends a connection in good order is none`(example: ResetCase)
    throws
  {
    #expect(try read(Self.opening + example.steps).entries.isEmpty, "\(example.reason)")
  }

  @Test(arguments: CaptureSample.Link.allCases, [false, true])
  func `every link and both versions of IP are read`(link: CaptureSample.Link, isVersion6: Bool) throws {
    let steps: [Step] = [Step(.client, CaptureSample.syn, 0), Step(.server, CaptureSample.reset, 5)]
    let reading = try read(steps, in: CaptureSample(link: link, isVersion6: isVersion6))
    let ends = isVersion6 ? "2001:db8::1 → [2001:db8::2]" : "10.0.0.1 → 10.0.0.2"
    #expect(reading.titles == ["client \(ends):8443 refused"])
  }

  @Test func `VLAN tags are looked through`() throws {
    let steps: [Step] = [Step(.client, CaptureSample.syn, 0), Step(.server, CaptureSample.reset, 5)]
    #expect(try read(steps, in: CaptureSample(vlanTags: 2)).entries.count == 1)
  }

  @Test func `pcapng is read, and is recognised like pcap`() throws {
    var sample = CaptureSample()
    sample.add(.client, CaptureSample.syn, at: 0)
    sample.add(.server, CaptureSample.reset, at: 5)
    #expect(try RecordSample(bytes: sample.pcapng()).read(with: PcapFormat()).entries.count == 1)
    #expect(RecordSample(bytes: sample.pcapng()).recognised == "pcap")
    #expect(RecordSample(bytes: sample.pcap()).recognised == "pcap")
  }

  @Test func `a capture that breaks off is read up to there`() throws {
    var sample = CaptureSample()
    sample.add(.client, CaptureSample.syn, at: 0)
    sample.add(.server, CaptureSample.reset, at: 5)
    sample.add(.client, CaptureSample.syn, at: 9)
    let reading = try RecordSample(bytes: sample.pcap().dropLast(7)).read(with: PcapFormat())
    #expect(reading.entries.count == 1)
    #expect(reading.notes.contains { $0.hasPrefix("damaged after packet 2: ") })
  }

  @Test(arguments: [
    (0, 1, "1 packet, none of them TCP: UDP is not looked into"),
    (0, 2200, "2,200 packets, none of them TCP: UDP is not looked into"),
    (1, 2199, "2,200 packets, 1 of them TCP: UDP is not looked into"), (1, 50, nil),
  ]) func `a capture of hardly any TCP says why it has no entries`(tcp: Int, udp: Int, note: String?) throws {
    var sample = CaptureSample()
    for at in 0..<tcp { sample.add(.client, CaptureSample.ack, at: at) }
    for at in 0..<udp { sample.addDatagram(at: tcp + at) }
    let reading = try RecordSample(bytes: sample.pcap()).read(with: PcapFormat())
    #expect(reading.notes == [note].compactMap(\.self))
    #expect(reading.entries.isEmpty)
  }

  @Test func `packets cut within their headers are counted`() throws {
    var sample = CaptureSample()
    sample.add(.client, CaptureSample.syn, at: 0)
    let reading = try RecordSample(bytes: sample.pcap(snapLength: 30)).read(with: PcapFormat())
    #expect(reading.unrecognisedLines == 1)
    #expect(reading.notes == ["1 packet with headers that are not understood (link type 1)"])
  }

  @Test func `noise behind a capture's mark is an error, not a crash`() throws {
    let noise = CaptureSample().pcap().prefix(8) + [UInt8](repeating: 0xA5, count: 4)
    #expect(throws: RecordError.self) { try RecordSample(bytes: Array(noise)).read(with: PcapFormat()) }
  }

  @Test func `ports that are used again make a new connection`() throws {
    var sample = CaptureSample()
    sample.add(.client, CaptureSample.syn, at: 0, sequence: 7)
    sample.add(.server, CaptureSample.reset, at: 1)
    sample.add(.client, CaptureSample.syn, at: 2, sequence: 99)
    sample.add(.server, CaptureSample.reset, at: 3)
    let reading = try RecordSample(bytes: sample.pcap()).read(with: PcapFormat())
    #expect(reading.entries.map(\.reference.packet) == [2, 4])
  }
}
