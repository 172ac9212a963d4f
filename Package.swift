// swift-tools-version: 6.2

import PackageDescription

/// `CORE_ONLY=1` builds and tests the pure engines alone: no database, no server, no command line.
let coreOnly = Context.environment["CORE_ONLY"] == "1"

/// Engines that do without unsafe code, or mark each use of it.
let strictlySafe: Set<String> = [
  "APIDescription", "Accounts", "Chronology", "DocumentImport", "Documents", "EvidenceReading", "EvidenceRecords",
  "Drills", "Findings", "Guards", "Plans",
  "Incidents", "Interchange", "Journal", "Learning", "PatternMining", "Postmortems", "PublicStatus", "Publishing",
  "Review",
  "TextComparing", "TimelineBuilding",
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

var dependencies: [Package.Dependency] = [
  .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
]

var targets: [Target] = [
  // Accounts
  .target(
    name: "Accounts", dependencies: ["Chronology", crypto, .product(name: "CryptoExtras", package: "swift-crypto")]),
  .testTarget(name: "AccountsTests", dependencies: ["Accounts", "Chronology"]),

  // APIDescription: the API as OpenAPI tells it.
  .target(name: "APIDescription", dependencies: ["Accounts", "Interchange"]),

  // CArchive: compressed and archived evidence.
  .systemLibrary(
    name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),

  // Chronology
  .target(name: "Chronology"),
  .testTarget(name: "ChronologyTests", dependencies: ["Chronology"]),

  // CLibXML2: HTML and XHTML that other tools wrote.
  .systemLibrary(
    name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

  // CMarkGFM: Markdown with block positions.
  .systemLibrary(
    name: "CMarkGFM", pkgConfig: "libcmark-gfm",
    providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),

  // CPcap: packet captures.
  .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"]), .brew(["libpcap"])]),

  // CZlib: gzip, whose last bytes libarchive gives away where a file is cut off.
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

  // DocumentImport: other people's postmortems, as Markdown.
  .target(name: "DocumentImport", dependencies: ["CLibXML2", "Chronology", "Documents", "EvidenceRecords"]),
  .testTarget(
    name: "DocumentImportTests", dependencies: ["Chronology", "DocumentImport", "Documents"], exclude: ["Fixtures"]),

  // Documents
  .target(name: "Documents", dependencies: ["CMarkGFM", "Chronology", "Findings", yams]),
  .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),

  // Drills: a failure played through, and what it showed.
  .target(
    name: "Drills",
    dependencies: ["Chronology", "Documents", "Findings", "Incidents", "Plans", "PublicStatus", "TextComparing"]),
  .testTarget(
    name: "DrillsTests",
    dependencies: [
      "Chronology", "Documents", "Drills", "Findings", "Incidents", "Plans", "PublicStatus", "TextComparing",
    ]),

  // EvidenceReading
  .target(name: "EvidenceReading", dependencies: ["CArchive", "CZlib", "Chronology", "EvidenceRecords", crypto]),
  .testTarget(name: "EvidenceReadingTests", dependencies: ["EvidenceReading"]),

  // EvidenceRecords
  .target(name: "EvidenceRecords", dependencies: ["CPcap", "Chronology", crypto]),
  .testTarget(name: "EvidenceRecordsTests", dependencies: ["EvidenceRecords"]),

  // Findings
  .target(name: "Findings"),
  .testTarget(name: "FindingsTests", dependencies: ["Findings"]),

  // Guards
  .target(name: "Guards", dependencies: ["Chronology", yams]),
  .testTarget(name: "GuardsTests", dependencies: ["Chronology", "Guards"]),

  // Incidents
  .target(name: "Incidents", dependencies: ["Chronology"]),
  .testTarget(name: "IncidentsTests", dependencies: ["Incidents"]),

  // Interchange
  .target(
    name: "Interchange",
    dependencies: ["Accounts", "Chronology", "Documents", "Findings", "Incidents", "Postmortems", "PublicStatus"]),
  .testTarget(
    name: "InterchangeTests",
    dependencies: ["Postmortems", "Accounts", "Chronology", "Incidents", "Interchange", "InterchangeTesting"]),

  // InterchangeTesting: values that fit a schema, and ones that nearly do.
  .target(name: "InterchangeTesting", dependencies: ["Interchange"], path: "Tests/InterchangeTesting"),

  // Journal
  .target(name: "Journal", dependencies: ["Chronology", crypto]),
  .testTarget(name: "JournalTests", dependencies: ["Journal", "JournalTesting"]),

  // JournalTesting: the conformance suite that every journal passes.
  .target(name: "JournalTesting", dependencies: ["Chronology", "Journal"], path: "Tests/JournalTesting"),

  // Learning: what incidents and postmortems have in common.
  .target(
    name: "Learning",
    dependencies: ["Chronology", "Documents", "EvidenceRecords", "Incidents", "Postmortems", "TimelineBuilding"]),
  .testTarget(
    name: "LearningTests",
    dependencies: [
      "Chronology", "Documents", "EvidenceRecords", "Incidents", "Learning", "Postmortems", "TimelineBuilding",
    ]),

  // PatternMining
  .target(name: "PatternMining", dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords"]),
  .testTarget(name: "PatternMiningTests", dependencies: ["PatternMining"]),

  // PatternBenchmark: speed and templates of pattern mining by itself.
  .executableTarget(
    name: "PatternBenchmark", dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords", "PatternMining"],
    path: "Benchmarks/PatternBenchmark"),

  // Plans: what a team will do when a failure comes.
  .target(name: "Plans", dependencies: ["Chronology", "Documents", "Findings", "Incidents"]),
  .testTarget(name: "PlansTests", dependencies: ["Chronology", "Documents", "Findings", "Plans"]),

  // Postmortems
  .target(name: "Postmortems", dependencies: ["Chronology", "Documents", "Incidents"]),
  .testTarget(name: "PostmortemsTests", dependencies: ["Chronology", "Documents", "Incidents", "Postmortems"]),

  // PublicStatus
  .target(name: "PublicStatus", dependencies: ["Chronology", crypto]),
  .testTarget(name: "PublicStatusTests", dependencies: ["Chronology", "PublicStatus"]),

  // Publishing
  .target(
    name: "Publishing",
    dependencies: [
      "PublicStatus", "Incidents", "Interchange", "Postmortems", "Chronology", "Documents", "EvidenceReading",
      "Findings", "TextComparing",
    ]),
  .testTarget(
    name: "PublishingTests",
    dependencies: ["Interchange", "Postmortems", "Chronology", "Documents", "Findings", "Publishing", "TextComparing"]),

  // ReadingBenchmark: how fast evidence is read.
  .executableTarget(
    name: "ReadingBenchmark", dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords"],
    path: "Benchmarks/ReadingBenchmark", exclude: ["Results.md"]),

  // Review
  .target(
    name: "Review",
    dependencies: ["Postmortems", "Chronology", "Documents", "EvidenceReading", "Findings", "Incidents"]),
  .testTarget(
    name: "ReviewTests", dependencies: ["Postmortems", "Chronology", "Documents", "Findings", "Incidents", "Review"]),

  // TextComparing
  .target(name: "TextComparing"),
  .testTarget(name: "TextComparingTests", dependencies: ["TextComparing"]),

  // TidyTests: the house rules, held against the source tree.
  .testTarget(name: "TidyTests"),

  // TimelineBuilding
  .target(
    name: "TimelineBuilding",
    dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords", "PatternMining", crypto]),
  .testTarget(name: "TimelineBuildingTests", dependencies: ["TimelineBuilding"]),
]

if !coreOnly {
  dependencies += [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ]
  targets += [
    // AccountStore
    .target(name: "AccountStore", dependencies: ["Accounts", "Chronology", crypto, grdb]),
    .testTarget(
      name: "AccountStoreTests",
      dependencies: ["AccountStore", "Accounts", "Chronology", "Journal", "JournalSQLite", grdb]),

    // APIService
    .target(
      name: "APIService",
      dependencies: [
        "Learning",
        "Guards", "TextComparing", "Publishing",
        "Authoring", "Postmortems",
        "Accounts", "Chronology", "Desk", "Documents", "EvidenceRecords", "Findings", "Incidents", "Interchange",
        "Journal", "PublicStatus", "RecordViews", "TimelineBuilding", crypto,
      ]),
    .testTarget(
      name: "APIServiceTests",
      dependencies: [
        "APIDescription",
        "Learning",
        "Authoring", "Guards", "TextComparing", "Publishing",
        "Postmortems",
        "APIService", "Accounts", "Chronology", "Desk", "EvidenceRecords", "Incidents", "Interchange",
        "InterchangeTesting", "Journal", "PublicStatus", "RecordViews", "TimelineBuilding",
      ]),

    // Authoring: a first text of a postmortem.
    .target(
      name: "Authoring",
      dependencies: [
        "Chronology", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents", "Postmortems",
        "TimelineBuilding",
      ]),
    .testTarget(
      name: "AuthoringTests",
      dependencies: [
        "Authoring", "Chronology", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents",
        "PatternMining", "Postmortems", "TimelineBuilding",
      ]),

    // CommandKit: what all commands share.
    .target(
      name: "CommandKit",
      dependencies: [
        "Chronology", "Composition", "EvidenceReading", "Incidents", "Interchange", "TerminalPages",
        "TimelineBuilding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Commands
    .target(
      name: "Commands",
      dependencies: [
        "APIService", "AccountStore", "Accounts", "Authoring", "CArchive", "Chronology", "CommandKit", "Composition",
        "Desk", "Documents", "EvidenceReading", "Findings", "Guards", "HTTPService", "Incidents", "Interchange",
        "Journal",
        "Learning", "LessonCommands", "PublicStatus", "RecordViews", "RemoteClient", "Review", "StatusPages",
        "TerminalPages", "TimelineBuilding", "WebPages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Chronology", "CommandKit", "Commands", "Incidents", "Interchange", "LessonCommands", "Postmortems",
        "TerminalPages",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Composition
    .target(
      name: "Composition",
      dependencies: [
        "APIService", "AccountStore", "Accounts", "Chronology", "Desk", "EvidenceReading", "EvidenceRecords",
        "Interchange", "Journal",
        "JournalSQLite", "PatternMining", "RemoteClient", "TimelineBuilding",
      ]),

    // Desk
    .target(
      name: "Desk",
      dependencies: [
        "Learning",
        "Guards", "TextComparing", "Publishing",
        "Accounts", "Authoring", "Chronology", "DocumentImport", "Documents", "EvidenceReading", "EvidenceRecords",
        "Findings", "Incidents", "Journal", "Postmortems", "PublicStatus", "RecordViews", "Review", "TimelineBuilding",
      ]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Learning",
        "Guards", "TextComparing", "Publishing",
        "Authoring", "Postmortems",
        "Accounts", "Chronology", "Desk", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents",
        "Journal", "JournalSQLite", "PublicStatus", "RecordViews", "TimelineBuilding", grdb,
      ]),

    // EndToEndTests: the built command, run as a person runs it.
    .testTarget(name: "EndToEndTests", dependencies: ["Postmortems", "RecordBenchmark", "mayday"]),

    // HTTPService
    .target(
      name: "HTTPService",
      dependencies: [
        "APIDescription",
        "Authoring", "Guards", "TextComparing", "Publishing",
        "Learning", "LessonPages", "Postmortems",
        "APIService", "AccountStore", "Accounts", "Chronology", "Desk", "Incidents", "Interchange", "PublicStatus",
        "Documents", "PageKit", "PostmortemPages", "RecordViews", "StatusPages", "TeamPages", "TimelineBuilding",
        "WebPages", crypto,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    .testTarget(
      name: "HTTPServiceTests",
      dependencies: [
        "Guards", "Postmortems",
        "APIService", "AccountStore", "Accounts", "Chronology", "Desk", "Documents", "HTTPService", "Incidents",
        "Interchange", "Journal", "PageKit", "PublicStatus", "RecordViews", "StatusPages", "TeamPages",
        "TimelineBuilding", "WebPages",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
      ]),

    // JournalSQLite
    .target(name: "JournalSQLite", dependencies: ["Chronology", "Journal", grdb]),
    .testTarget(name: "JournalSQLiteTests", dependencies: ["Journal", "JournalSQLite", "JournalTesting", grdb]),

    // mayday
    .executableTarget(name: "mayday", dependencies: ["Commands"]),

    // LessonCommands: what people type after an incident.
    .target(
      name: "LessonCommands",
      dependencies: [
        "Chronology", "CommandKit", "Desk", "DocumentImport", "Documents", "Findings", "Guards", "Incidents",
        "Interchange", "Learning", "Postmortems", "Publishing", "RecordViews", "TerminalPages", "TextComparing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // LessonPages: actions, guards, checklists, the library, trends.
    .target(
      name: "LessonPages",
      dependencies: [
        "Accounts", "Chronology", "Incidents", "Interchange", "Learning", "PageKit", "Postmortems", "RecordViews",
      ]),
    .testTarget(
      name: "LessonPagesTests",
      dependencies: [
        "Accounts", "Chronology", "Incidents", "Interchange", "Learning", "LessonPages", "PageKit", "PageTesting",
        "Postmortems", "RecordViews",
      ]),

    // PageKit: what pages are made of.
    .target(
      name: "PageKit",
      dependencies: [
        "Postmortems",
        "Accounts", "Chronology", "Documents", "Findings", "Incidents", "Interchange", "PublicStatus",
        "RecordViews", "TimelineBuilding", crypto,
      ],
      resources: [
        .embedInCode("Assets/clocks.js"), .embedInCode("Assets/keys.js"), .embedInCode("Assets/lessons.css"),
        .embedInCode("Assets/live.js"),
        .embedInCode("Assets/mark.svg"), .embedInCode("Assets/mayday.css"), .embedInCode("Assets/postmortem.css"),
        .embedInCode("Assets/postmortem.js"), .embedInCode("Assets/present.js"), .embedInCode("Assets/rail.js"),
        .embedInCode("Assets/response.css"), .embedInCode("Assets/say.js"), .embedInCode("Assets/status.css"),
        .embedInCode("Assets/zone.js"),
      ]),

    // PageTesting: a page taken apart, to ask what is in it.
    .target(name: "PageTesting", path: "Tests/PageTesting"),

    // PostmortemPages: a postmortem written, gone over together, shown and published.
    .target(
      name: "PostmortemPages",
      dependencies: [
        "Accounts", "Authoring", "Chronology", "Documents", "Findings", "Incidents", "Interchange", "Learning",
        "LessonPages", "PageKit", "Postmortems", "RecordViews", "TextComparing",
      ]),
    .testTarget(
      name: "PostmortemPagesTests",
      dependencies: [
        "Accounts", "Authoring", "Chronology", "Documents", "Findings", "Incidents", "Interchange", "PageKit",
        "PageTesting", "PostmortemPages", "Postmortems", "RecordViews", "TextComparing",
      ]),

    // RecordBenchmark: how fast a large record is opened, built into views and read; and what is left after kills.
    .executableTarget(
      name: "RecordBenchmark",
      dependencies: [
        "Learning", "Postmortems",
        "Accounts", "Chronology", "Composition", "Desk", "Incidents", "Journal", "JournalSQLite", "RecordViews",
      ],
      path: "Benchmarks/RecordBenchmark", exclude: ["Results.md"]),

    // RecordViews: what the record says, derived from the journal to be read.
    .target(
      name: "RecordViews",
      dependencies: [
        "Learning",
        "TextComparing",
        "Postmortems",
        "Accounts", "Chronology", "Documents", "Findings", "Incidents", "Journal", "PublicStatus", "TimelineBuilding",
        grdb,
      ]),

    // RemoteClient
    .target(name: "RemoteClient", dependencies: ["Accounts", "Interchange"]),
    .testTarget(name: "RemoteClientTests", dependencies: ["Interchange", "RemoteClient"]),

    // StatusPages
    .target(
      name: "StatusPages", dependencies: ["Postmortems", "Chronology", "Documents", "PageKit", "PublicStatus"]),

    // TeamPages
    .target(
      name: "TeamPages",
      dependencies: [
        "APIDescription",
        "Postmortems", "Accounts", "Chronology", "Documents", "Incidents", "Interchange", "PageKit", "RecordViews",
      ]),

    // TerminalPages: what an answer looks like on a terminal.
    .target(
      name: "TerminalPages",
      dependencies: [
        "DocumentImport", "Learning",
        "Chronology", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Guards", "Incidents",
        "Interchange", "Postmortems", "Review", "TimelineBuilding",
      ]),
    .testTarget(
      name: "TerminalPagesTests",
      dependencies: [
        "DocumentImport", "Learning",
        "Chronology", "EvidenceReading", "EvidenceRecords", "Findings", "Guards", "Incidents", "Interchange",
        "Postmortems", "TerminalPages", "TimelineBuilding",
      ], exclude: ["Snapshots"]),

    // WebPages
    .target(
      name: "WebPages",
      dependencies: [
        "Learning", "LessonPages", "Postmortems",
        "Accounts", "Chronology", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents",
        "Interchange", "PageKit", "PublicStatus", "RecordViews", "StatusPages", "TimelineBuilding",
      ]),
    .testTarget(
      name: "WebPagesTests",
      dependencies: [
        "Learning", "LessonPages", "Postmortems",
        "Accounts", "Chronology", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents",
        "Interchange", "PageKit", "PageTesting", "PostmortemPages", "PublicStatus", "RecordViews", "StatusPages",
        "TeamPages", "TimelineBuilding", "WebPages",
      ]),
  ]
}

for target in targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
  if strictlySafe.contains(target.name) {
    settings.append(.strictMemorySafety())
  }
  target.swiftSettings = settings
}

let package = Package(
  name: "mayday",
  products: coreOnly ? [] : [.executable(name: "mayday", targets: ["mayday"])],
  dependencies: dependencies,
  targets: targets
)
