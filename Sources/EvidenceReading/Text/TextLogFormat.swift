/// One textual log format: what it is called, how its lines are laid out, and lines that it must read.
///
/// The samples are documentation and tests at once: each is recognised as this format and read as it says.
package struct TextLogFormat: Sendable {
  /// A line, and what reading it gives.
  package struct Sample: Sendable {
    package var line: String
    /// RFC 3339, UTC assumed, 2026 where the line has no year.
    package var instant: String
    package var level: LogLevel
    package var message: String

    init(_ line: String, at instant: String, _ message: String) {
      self.init(line, at: instant, .unknown, message)
    }

    init(_ line: String, at instant: String, _ level: LogLevel, _ message: String) {
      self.line = line
      self.instant = instant
      self.level = level
      self.message = message
    }
  }

  /// As ``SourceSummary/format`` prints it.
  package var name: String
  var dialect: LineDialect
  package var summary: String
  package var samples: [Sample]
}

extension TextLogFormat {
  /// Most specific first: where two read the same lines equally well, the first is taken.
  package static let all: [TextLogFormat] = structured + servers + systems + [stampedLines]

  private static let servers: [TextLogFormat] = [
    TextLogFormat(
      name: "access-log", dialect: .access,
      summary: "nginx and Apache access logs, common and combined, with key=value pairs at the end",
      samples: [
        .init(
          #"192.0.2.7 - - [01/Aug/2026:13:30:00 +0000] "GET /quotes/7?full=1 HTTP/1.1" 200 96 "-" "curl/8.5" rt=0.003"#,
          at: "2026-08-01T13:30:00Z", "GET /quotes/7?full=1 200 rt=0.003"),
        .init(
          #"192.0.2.7 - anna [01/Aug/2026:15:30:00 +0200] "POST /orders HTTP/1.1" 503 0"#,
          at: "2026-08-01T13:30:00Z", "POST /orders 503"),
        .init(
          #"shop.example:443 192.0.2.7 - - [01/Aug/2026:13:30:00 +0000] "-" 408 0 "-" "-""#,
          at: "2026-08-01T13:30:00Z", "- 408"),
      ]),
    TextLogFormat(
      name: "nginx-error", dialect: .nginxError, summary: "nginx error log",
      samples: [
        .init(
          "2026/08/01 13:30:00 [error] 276#276: *1742 connect() failed (111: Connection refused)",
          at: "2026-08-01T13:30:00Z", .error, "connect() failed (111: Connection refused)"),
        .init(
          "2026/08/01 13:30:00 [notice] 1#1: start worker processes", at: "2026-08-01T13:30:00Z", .notice,
          "start worker processes"),
      ]),
    TextLogFormat(
      name: "apache-error", dialect: .apacheError, summary: "Apache error log, 2.0 to 2.4",
      samples: [
        .init(
          "[Sat Aug 01 13:30:00.123456 2026] [core:error] [pid 12:tid 34] [client 192.0.2.7:5] file not found",
          at: "2026-08-01T13:30:00.123456Z", .error, "[client 192.0.2.7:5] file not found"),
        .init(
          "[Sat Aug 01 13:30:00 2026] [warn] child did not exit", at: "2026-08-01T13:30:00Z", .warning,
          "child did not exit"),
      ]),
    TextLogFormat(
      name: "postgresql", dialect: .postgres,
      summary: "PostgreSQL server log with any log_line_prefix that has a stamp",
      samples: [
        .init(
          "2026-08-01 13:30:00.250 UTC [3663] trade@book [api] ERROR:  deadlock detected",
          at: "2026-08-01T13:30:00.250Z", .error, "deadlock detected"),
        .init(
          "2026-08-01 13:30:00.250 UTC [3663] trade@book [api] HINT:  See server log for query details.",
          at: "2026-08-01T13:30:00.250Z", "HINT:  See server log for query details."),
        .init(
          "2026-08-01 13:30:00 UTC [1] LOG:  database system is ready", at: "2026-08-01T13:30:00Z", .info,
          "database system is ready"),
      ]),
    TextLogFormat(
      name: "redis", dialect: .redis, summary: "Redis server log",
      samples: [
        .init(
          "222:M 01 Aug 2026 13:30:00.250 * Ready to accept connections", at: "2026-08-01T13:30:00.250Z", .notice,
          "Ready to accept connections"),
        .init(
          "222:M 01 Aug 2026 13:30:00.250 # Out of memory", at: "2026-08-01T13:30:00.250Z", .warning, "Out of memory"),
      ]),
  ]

  private static let systems: [TextLogFormat] = [
    TextLogFormat(
      name: "syslog-rfc5424", dialect: .syslogProtocol, summary: "syslog protocol, RFC 5424",
      samples: [
        .init(
          #"<11>1 2026-08-01T13:30:00.250Z host7 router 42 ID47 [a@1 b="c]"] order refused"#,
          at: "2026-08-01T13:30:00.250Z", .error, "order refused"),
        .init(
          "<14>1 2026-08-01T13:30:00Z host7 router - - - started", at: "2026-08-01T13:30:00Z", .info, "started"),
      ]),
    TextLogFormat(
      name: "syslog", dialect: .syslog, summary: "syslog as RFC 3164 describes it, also with ISO 8601 stamps",
      samples: [
        .init(
          "Aug  1 13:30:00 host7 sshd[24200]: Connection closed", at: "2026-08-01T13:30:00Z",
          "Connection closed"),
        .init(
          "<11>Aug  1 13:30:00 host7 router: order refused", at: "2026-08-01T13:30:00Z", .error,
          "order refused"),
        .init(
          "2026-08-01T13:30:00.250000+00:00 host7 kernel: oom-killer", at: "2026-08-01T13:30:00.250000Z",
          "oom-killer"),
      ]),
  ]

  private static let structured: [TextLogFormat] = [
    TextLogFormat(
      name: "json-lines", dialect: .json,
      summary: "one JSON object a line, with common names for time, level and message",
      samples: [
        .init(
          #"{"ts": "2026-08-01T13:30:00.250Z", "level": "warn", "msg": "late", "order": 7, "why": "not known"}"#,
          at: "2026-08-01T13:30:00.250Z", .warning, #"late order=7 why="not known""#),
        .init(
          #"{"level":50,"time":1785591000250,"pid":7,"msg":"a\nb"}"#, at: "2026-08-01T13:30:00.250Z", .error,
          "a b pid=7"),
        .init(
          #"{"__REALTIME_TIMESTAMP":"1785591000250000","PRIORITY":"3","MESSAGE":"stopped"}"#,
          at: "2026-08-01T13:30:00.250000Z", .error, "stopped"),
        .init(
          #"{"@timestamp":"2026-08-01T13:30:00Z","log":{"level":"info"},"message":"up","a":{"b":[1,2]}}"#,
          at: "2026-08-01T13:30:00Z", .info, "up a.b=[1,2]"),
      ]),
    TextLogFormat(
      name: "logfmt", dialect: .logfmt, summary: "key=value pairs",
      samples: [
        .init(
          #"ts=2026-08-01T13:30:00.250Z level=info msg="rule loaded" file=a.yml"#, at: "2026-08-01T13:30:00.250Z",
          .info, "rule loaded file=a.yml"),
        .init(
          #"time="2026-08-01T13:30:00Z" level=error msg="no space left""#, at: "2026-08-01T13:30:00Z", .error,
          "no space left"),
      ]),
  ]

  private static let stampedLines = TextLogFormat(
    name: "stamped-lines", dialect: .stamped,
    summary: "a stamp, mostly at the beginning of the line, then level, thread, logger and message in any order",
    samples: [
      .init(
        "2026-08-01 13:30:00,250 ERROR router [Thread-7 (worker)] order refused", at: "2026-08-01T13:30:00.250Z",
        .error, "router [Thread-7 (worker)] order refused"),
      .init(
        "2026-08-01 13:30:00.250 [main] WARN  com.example.Router - order refused", at: "2026-08-01T13:30:00.250Z",
        .warning, "com.example.Router - order refused"),
      .init(
        "26/08/01 13:30:00 INFO executor.Executor: done", at: "2026-08-01T13:30:00Z", .info,
        "executor.Executor: done"),
      .init(
        "08-01 13:30:00.250  1702  2395 E Router: refused", at: "2026-08-01T13:30:00.250Z", .error, "Router: refused"),
      .init(
        "W0801 13:30:00.250000   17 router.go:33] refused", at: "2026-08-01T13:30:00.250000Z", .warning,
        "router.go:33] refused"),
      .init("1785591000250 clients:3", at: "2026-08-01T13:30:00.250Z", "clients:3"),
      .init(
        "- 1785591000 rack7 KERNEL ERROR parity", at: "2026-08-01T13:30:00Z", .error, "rack7 KERNEL ERROR parity"),
      .init("node7 up 1785591000 1 state change", at: "2026-08-01T13:30:00Z", "node7 up 1 state change"),
    ])
}
