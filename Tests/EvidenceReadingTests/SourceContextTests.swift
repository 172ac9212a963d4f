import Chronology
import EvidenceReading
import EvidenceRecords
import Foundation
import Testing

/// Host, service, year and zone of a source.
struct SourceContextTests {
  private static let line = "2012-08-01T13:30:00Z INFO order sent\n"

  @Test
  func `hosts and services are guessed from the path`() throws {
    let folder = try ScratchFolder()
    for path in [
      "app01/var/log/shop/router.log", "app02/var/log/shop/router.log.1", "app02/var/log/nginx/access.log",
      "app02/var/log/feed-app02.stderr", "db01/var/log/postgresql/postgresql-2012-08-01_133000.log", "notes/x1.log",
    ] {
      try folder.write(Self.line, to: path)
    }
    let found = try folder.read().sources.map {
      "\($0.path.split(separator: "/").last ?? "") \($0.host ?? "-") \($0.service ?? "-")"
    }
    #expect(
      found == [
        "router.log app01 router", "feed-app02.stderr app02 feed", "access.log app02 nginx",
        "router.log.1 app02 router", "postgresql-2012-08-01_133000.log db01 postgresql", "x1.log - x1",
      ])
  }

  @Test(arguments: [
    (["Nov 30 23:59:58", "Dec 31 23:59:59", "Jan  1 00:00:00"], "2013-01-02T00:00:00Z", ["2012", "2012", "2013"]),
    (["Aug  1 13:30:00"], "2012-08-01T00:00:00Z", ["2012"]),
    (["Aug  1 13:30:00"], "2012-07-01T00:00:00Z", ["2011"]),
    // a file of a whole year began in the year before its last change
    (
      ["Jan  3 00:00:00", "May  1 00:00:00", "Sep  1 00:00:00", "Dec 30 00:00:00", "Jan  4 00:00:00"],
      "2013-01-05T00:00:00Z", ["2012", "2012", "2012", "2012", "2013"]
    ),
    // out of order around new year: the old year comes back
    (
      ["Dec 31 23:59:59", "Jan  1 00:00:00", "Dec 31 23:59:58", "Jan  1 00:00:01"], "2013-01-02T00:00:00Z",
      ["2012", "2013", "2012", "2013"]
    ),
  ])
  func `a missing year is the newest that fits the time of the file`(
    stamps: [String], modified: String, years: [String]
  )
    throws
  {
    let folder = try ScratchFolder()
    try folder.write(stamps.map { "\($0) host7 router[1]: x\n" }.joined(), to: "x.log", modified: modified)
    let set = try folder.read()
    #expect(set.logs.first?.consumer.entries.map { String($0.split(separator: " ")[1].prefix(4)) } == years)
    #expect(set.logs.first?.isYearInferred == true)
    let note = stamps.count == 1 ? "1 stamp carries no year; " : "\(stamps.count) stamps carry no year; "
    #expect(set.sources.first?.notes.first?.hasPrefix(note) == true)
  }

  @Test
  func `an unstated zone is read as assumed and a stated one as written`() throws {
    let folder = try ScratchFolder()
    try folder.write("2012-08-01 09:30:00 INFO a\n", to: "a.log")
    try folder.write("2012-08-01 15:30:00+0200 INFO b\n", to: "b.log")
    var options = ReadingOptions()
    options.assumedOffsetSeconds = -4 * 3600
    let set = try folder.read(options)
    #expect(set.sources.map(\.zone) == ["-04:00", "+02:00"])
    #expect(set.sources.map(\.zoneBasis) == [.assumed, .stated])
    #expect(set.sources.map { $0.first?.rfc3339 } == ["2012-08-01T13:30:00Z", "2012-08-01T13:30:00Z"])
    #expect(set.logs.map(\.isZoneStated) == [false, true])
    #expect(set.logs.map(\.context.preliminaryOffsetSeconds) == [-4 * 3600, -4 * 3600])
  }

  @Test
  func `a journal export is read with fields that are no text`() throws {
    let folder = try ScratchFolder()
    var data = Data("__CURSOR=a\n__REALTIME_TIMESTAMP=1343827800250000\nPRIORITY=3\n_HOSTNAME=h1\n".utf8)
    data +=
      Data("SYSLOG_IDENTIFIER=router\nMESSAGE\n".utf8) + Data([8, 0, 0, 0, 0, 0, 0, 0]) + Data("two\nline\n\n".utf8)
    data += Data("__CURSOR=b\n__REALTIME_TIMESTAMP=1343827801250000\nPRIORITY=6\nSYSLOG_IDENTIFIER=router\n".utf8)
    data += Data("MESSAGE=up\n\n".utf8)
    try folder.write(data, to: "x.export")
    let set = try folder.read()
    #expect(set.sources.first?.format == "journal-export")
    #expect(
      set.logs.first?.consumer.entries == [
        "7 2012-08-01T13:30:00.250000Z error router: two line", "14 2012-08-01T13:30:01.250000Z info router: up",
      ])
  }

  @Test
  func `excerpts are masked, numbered, and stop at the ends of the file`() throws {
    let folder = try ScratchFolder()
    try folder.write("one\ntwo password=abc123\nthree\nfour\n", to: "x.log")
    let excerpts = ExcerptReader(paths: [folder.path]).excerpts(of: "x.log", around: [2, 4, 9], context: 1)
    #expect(
      excerpts[2] == [1, 2, 3].map { NumberedLine(line: $0, text: ["one", "two password=[masked]", "three"][$0 - 1]) })
    #expect(excerpts[4]?.map(\.text) == ["three", "four"])
    #expect(excerpts[9] == nil)
  }

  @Test(arguments: [
    ("2031-05-06T07:00:00Z INFO up\n2031-05-06T08:00:00Z INFO down\n", 2031, "a log that states its year"),
    ("", 2034, "nothing but the time of the file"),
    ("2034-05-02T07:00:00Z INFO up\n", 2034, "a log of the year of the file"),
  ])
  func `other sources tell a missing year better than the time of a copy`(other: String, year: Int, why: String) throws
  {
    let folder = try ScratchFolder()
    try folder.write("May  6 07:30:00 web1 till[7]: up\nMay  6 07:31:00 web1 till[7]: down\n", to: "b/syslog")
    try folder.run("touch -d 2034-06-01T00:00:00Z b/syslog && tar cf c.tar b && gzip -kn b/syslog")
    if !other.isEmpty { try folder.write(other, to: "a.log") }
    let set = try folder.read()
    let logs = set.logs.filter { $0.isYearInferred }
    #expect(logs.map { set.sources[$0.source].path } == ["b/syslog", "b/syslog.gz", "c.tar!b/syslog"], "\(why)")
    for log in logs {
      #expect(log.consumer.entries.first?.contains(" \(year)-05-06T07:30:00Z ") == true, "\(why)")
      let notes = set.sources[log.source].notes
      let source = year == 2034 ? "inferred from the file's" : "taken from the other sources, as the file's"
      #expect(notes.contains { $0.hasPrefix("2 stamps carry no year; \(year) \(source) modified time") }, "\(notes)")
    }
  }
}
