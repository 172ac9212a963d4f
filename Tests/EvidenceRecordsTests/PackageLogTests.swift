import Chronology
import EvidenceRecords
import Foundation
import Testing

struct PackageLogTests {
  @Test func `dpkg's changes are entries, its steps are not`() throws {
    let sample = RecordSample(
      """
      2031-02-03 04:05:06 startup archives unpack
      2031-02-03 04:05:06 upgrade openssl:amd64 3.0.1-1 3.0.2-1
      2031-02-03 04:05:06 status half-configured openssl:amd64 3.0.1-1
      2031-02-03 04:05:07 install jq:amd64 <none> 1.6-2
      2031-02-03 04:05:08 configure jq:amd64 1.6-2 <none>
      2031-02-03 04:05:09 remove nano:amd64 7.2-1 <none>
      something else
      """, host: "db-1")
    let reading = try sample.read(with: DpkgFormat())
    #expect(
      reading.titles == [
        "upgrade openssl 3.0.1-1 → 3.0.2-1 on db-1", "install jq 1.6-2 on db-1", "remove nano 7.2-1 on db-1",
      ])
    #expect(reading.changes.map(\.kind) == [.package, .package, .package])
    #expect(reading.entries.allSatisfy { $0.basis == .assumedZone && $0.host == "db-1" })
    #expect(reading.lines == 7)
    #expect(reading.unrecognisedSamples == [NumberedLine(line: 7, text: "something else")])
  }

  @Test func `dnf's log has one entry for a pair of old and new`() throws {
    let reading = try RecordSample(
      """
      2031-02-03T04:05:00+0100 INFO --- logging initialized ---
      2031-02-03T04:05:06+0100 SUBDEBUG Upgrade: openssl-libs-1:3.0.7-24.el9.x86_64
      2031-02-03T04:05:07+0100 SUBDEBUG Upgraded: openssl-libs-1:3.0.7-20.el9.x86_64
      """
    ).read(with: DnfFormat())
    #expect(reading.titles == ["upgrade openssl-libs 1:3.0.7-24.el9.x86_64"])
    #expect(reading.instants == ["2031-02-03T03:05:06Z"])
    #expect(reading.unrecognisedLines == 0)
  }

  @Test func `a block of apt's history is one entry for each package`() throws {
    let sample = RecordSample(
      """

      Start-Date: 2031-02-03  06:28:47
      Commandline: apt-get upgrade
      Requested-By: kim (1000)
      Install: libfoo1:amd64 (1.0-1, automatic), foo:amd64 (1.0-1)
      Upgrade: openssl:amd64 (3.0.2-0ubuntu1, 3.0.2-0ubuntu2)
      Remove: bar:all (2:4.1)
      End-Date: 2031-02-03  06:28:59

      """, host: "web-1")
    #expect(sample.recognised == "apt")
    let reading = try sample.read(with: AptFormat())
    #expect(
      reading.titles == [
        "install libfoo1 1.0-1 on web-1", "install foo 1.0-1 on web-1",
        "upgrade openssl 3.0.2-0ubuntu1 → 3.0.2-0ubuntu2 on web-1", "remove bar 2:4.1 on web-1",
      ])
    #expect(Set(reading.instants) == ["2031-02-03T06:28:47Z"])
    #expect(reading.entries.map(\.reference.line) == [5, 5, 6, 7])
    #expect(reading.changes[0].detail == "1.0-1; apt-get upgrade")
    #expect(reading.changes[0].actor == "kim (1000)")
    #expect(reading.unrecognisedLines == 0)
  }
}
