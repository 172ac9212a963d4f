// swift-tools-version: 6.2

import PackageDescription

/// `CORE_ONLY=1` builds and tests the pure engines alone: no database, no server, no command line.
let coreOnly = Context.environment["CORE_ONLY"] == "1"

/// Engines that do without unsafe code, or mark each use of it.
let strictlySafe: Set<String> = [
  "APIDescription", "Accounts", "Chronology", "DocumentImport", "Documents", "EvidenceReading", "EvidenceRecords",
  "Drills", "Findings", "Guards", "Plans",
  "Incidents", "Interchange", "Journal", "Learning", "PatternMining", "Postmortems", "PublicStatus", "Publishing",
  "Reading", "Rephrasing", "Review", "SafetySurveys", "Schemas", "ShippedDocuments",
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
    name: "Accounts", dependencies: ["Chronology", .product(name: "CryptoExtras", package: "swift-crypto"), crypto]),
  .testTarget(name: "AccountsTests", dependencies: ["Accounts", "Chronology"]),

  // APIDescription: the API as OpenAPI tells it.
  .target(name: "APIDescription", dependencies: ["Accounts", "Interchange", "Schemas", "WireSchemas"]),

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

  // CShippedDocuments: the documents that are part of the program.
  .target(name: "CShippedDocuments", exclude: ["Documents"]),

  // CZlib: gzip, whose last bytes libarchive gives away where a file is cut off.
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),

  // DocumentImport: other people's postmortems, as Markdown.
  .target(name: "DocumentImport", dependencies: ["CLibXML2", "Chronology", "Documents", "EvidenceRecords"]),
  .testTarget(
    name: "DocumentImportTests", dependencies: ["Chronology", "DocumentImport", "Documents"], exclude: ["Fixtures"]),

  // Documents
  .target(name: "Documents", dependencies: ["CMarkGFM", "Chronology", "Findings", yams]),
  .testTarget(name: "DocumentsTests", dependencies: ["Chronology", "Documents", "Findings"]),

  // Drills: a failure played through, and what it showed.
  .target(
    name: "Drills",
    dependencies: ["Chronology", "Documents", "Findings", "Incidents", "Plans", "PublicStatus", "TextComparing"]),
  .testTarget(
    name: "DrillsTests",
    dependencies: [
      "Chronology", "Documents", "Drills", "Findings", "Incidents", "Plans", "PublicStatus", "ShippedDocuments",
      "TextComparing",
    ]),

  // EvidenceReading
  .target(name: "EvidenceReading", dependencies: ["CArchive", "CZlib", "Chronology", "EvidenceRecords", crypto]),
  .testTarget(name: "EvidenceReadingTests", dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords"]),

  // EvidenceRecords
  .target(name: "EvidenceRecords", dependencies: ["CPcap", "Chronology", crypto]),
  .testTarget(name: "EvidenceRecordsTests", dependencies: ["Chronology", "EvidenceRecords"]),

  // Findings
  .target(name: "Findings"),
  .testTarget(name: "FindingsTests", dependencies: ["Findings"]),

  // Guards
  .target(name: "Guards", dependencies: ["Chronology", yams]),
  .testTarget(name: "GuardsTests", dependencies: ["Chronology", "Guards"]),

  // Incidents
  .target(name: "Incidents", dependencies: ["Chronology"]),
  .testTarget(name: "IncidentsTests", dependencies: ["Chronology", "Incidents"]),

  // WireSchemas: shapes and limits of what travels.
  .target(
    name: "WireSchemas",
    dependencies: ["Chronology", "Documents", "Findings", "Incidents", "Postmortems", "Schemas"]),

  // Interchange
  .target(
    name: "Interchange",
    dependencies: [
      "Accounts", "Chronology", "Documents", "Findings", "Incidents", "Plans", "Postmortems", "Schemas", "WireSchemas",
    ]),
  .testTarget(
    name: "InterchangeTests",
    dependencies: ["Accounts", "Interchange", "InterchangeTesting", "Schemas", "WireSchemas"]),

  // InterchangeTesting: values that fit a schema, and ones that nearly do.
  .target(name: "InterchangeTesting", dependencies: ["Interchange", "Schemas"], path: "Tests/InterchangeTesting"),

  // Journal
  .target(name: "Journal", dependencies: ["Chronology", crypto]),
  .testTarget(name: "JournalTests", dependencies: ["Chronology", "Journal", "JournalTesting"]),

  // JournalTesting: the conformance suite that every journal passes.
  .target(name: "JournalTesting", dependencies: ["Chronology", "Journal"], path: "Tests/JournalTesting"),

  // Learning: what incidents and postmortems have in common.
  .target(
    name: "Learning",
    dependencies: ["Chronology", "Documents", "Incidents", "Plans", "Postmortems", "TimelineBuilding"]),
  .testTarget(
    name: "LearningTests",
    dependencies: [
      "Chronology", "EvidenceRecords", "Incidents", "Learning", "Plans", "Postmortems", "ShippedDocuments",
      "TimelineBuilding",
    ]),

  // PatternMining
  .target(name: "PatternMining", dependencies: ["Chronology", "EvidenceReading"]),
  .testTarget(name: "PatternMiningTests", dependencies: ["Chronology", "EvidenceReading", "PatternMining"]),

  // PatternBenchmark: speed and templates of pattern mining by itself.
  .executableTarget(
    name: "PatternBenchmark", dependencies: ["Chronology", "EvidenceReading", "PatternMining"],
    path: "Benchmarks/PatternBenchmark"),

  // Plans: what a team will do when a failure comes.
  .target(name: "Plans", dependencies: ["Chronology", "Documents", "Findings", "Incidents", "Schemas"]),
  .testTarget(name: "PlansTests", dependencies: ["Chronology", "Findings", "Incidents", "Plans", "ShippedDocuments"]),

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
      "Chronology", "Documents", "EvidenceReading", "Findings", "Incidents", "Interchange", "Postmortems",
      "PublicStatus", "TextComparing",
    ]),
  .testTarget(
    name: "PublishingTests",
    dependencies: [
      "Chronology", "Documents", "Findings", "Interchange", "Postmortems", "Publishing", "TextComparing",
    ]),

  // Reading: public incidents in our own words, and what can be taken from them.
  .target(
    name: "Reading",
    dependencies: ["Chronology", "Documents", "Guards", "Incidents", "Postmortems", "ShippedDocuments"]),
  .testTarget(
    name: "ReadingTests",
    dependencies: ["Chronology", "Documents", "Findings", "Guards", "Incidents", "Postmortems", "Reading", "Review"]),

  // ReadingBenchmark: how fast evidence is read.
  .executableTarget(
    name: "ReadingBenchmark", dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords"],
    path: "Benchmarks/ReadingBenchmark", exclude: ["Results.md"]),

  // Rephrasing: what in a spoken sentence closes a conversation, and what would open it.
  .target(name: "Rephrasing", dependencies: ["Documents", "Findings", "Review"]),
  .testTarget(name: "RephrasingTests", dependencies: ["Findings", "Rephrasing", "Review"]),

  // Review
  .target(
    name: "Review",
    dependencies: ["Chronology", "Documents", "EvidenceReading", "Findings", "Incidents"]),
  .testTarget(
    name: "ReviewTests", dependencies: ["Chronology", "Documents", "Findings", "Incidents", "Review"]),

  // Schemas: JSON, and what a value must look like.
  .target(name: "Schemas", dependencies: ["Chronology"]),

  // ShippedDocuments: readings, plans and scenarios that are part of the program.
  .target(name: "ShippedDocuments", dependencies: ["CShippedDocuments"]),
  .testTarget(name: "ShippedDocumentsTests", dependencies: ["ShippedDocuments"]),

  // SafetySurveys: how safe people feel to speak, asked so that no answer leads to a person.
  .target(
    name: "SafetySurveys",
    dependencies: ["Chronology", .product(name: "CryptoExtras", package: "swift-crypto"), crypto]),
  .testTarget(name: "SafetySurveysTests", dependencies: ["Chronology", "SafetySurveys"]),

  // TextComparing
  .target(name: "TextComparing"),
  .testTarget(name: "TextComparingTests", dependencies: ["TextComparing"]),

  // TidyTests: the house rules, held against the source tree.
  .testTarget(name: "TidyTests"),

  // TimelineBuilding
  .target(
    name: "TimelineBuilding",
    dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords", "PatternMining", crypto]),
  .testTarget(
    name: "TimelineBuildingTests",
    dependencies: ["Chronology", "EvidenceReading", "EvidenceRecords", "PatternMining", "TimelineBuilding"]),
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
        "Accounts", "Chronology", "Desk", "Documents", "Drills", "EvidenceRecords", "Findings", "Incidents",
        "Interchange",
        "Journal", "Learning", "Plans", "Postmortems", "PublicStatus", "Publishing", "Reading", "RecordViews",
        "Rephrasing", "SafetySurveys", "Schemas", "WireSchemas", "SurveyStore", "TextComparing", "TimelineBuilding",
        crypto,
      ]),
    .testTarget(
      name: "APIServiceTests",
      dependencies: [
        "APIDescription", "APIService", "Accounts", "Chronology", "Desk", "EvidenceRecords", "Incidents",
        "Interchange", "InterchangeTesting", "Journal", "Postmortems", "Reading", "RecordViews", "SafetySurveys",
        "Schemas", "SurveyStore", "TimelineBuilding",
      ]),

    // Authoring: a first text of a postmortem.
    .target(
      name: "Authoring",
      dependencies: [
        "Chronology", "Documents", "EvidenceRecords", "Findings", "Incidents", "Postmortems", "TimelineBuilding",
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
        "Chronology", "Composition", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents", "Interchange",
        "Schemas", "WireSchemas", "TerminalPages", "TimelineBuilding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Commands
    .target(
      name: "Commands",
      dependencies: [
        "APIService", "AccountStore", "Accounts", "Authoring", "CArchive", "Chronology", "CommandKit", "Composition",
        "Desk", "Documents", "EvidenceReading", "Findings", "Guards", "HTTPService", "Incidents", "Interchange",
        "Journal", "Learning", "LessonCommands", "Plans", "PublicStatus", "ReadinessCommands", "RecordViews",
        "RemoteClient", "Rephrasing", "Review", "SafetySurveys", "Schemas", "StatusPages", "TerminalPages",
        "TimelineBuilding", "WebPages", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Chronology", "CommandKit", "Commands", "Incidents", "Interchange", "LessonCommands", "Postmortems",
        "Schemas", "TerminalPages", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Composition
    .target(
      name: "Composition",
      dependencies: [
        "APIService", "AccountStore", "Accounts", "Chronology", "Desk", "EvidenceReading", "Interchange", "Journal",
        "JournalSQLite", "PatternMining", "RemoteClient", "SurveyStore", "TimelineBuilding",
      ]),

    // Desk
    .target(
      name: "Desk",
      dependencies: [
        "Accounts", "Authoring", "Chronology", "Documents", "Drills", "EvidenceReading", "EvidenceRecords", "Findings",
        "Guards", "Incidents", "Journal", "Learning", "Plans", "Postmortems", "PublicStatus", "Publishing", "Reading",
        "RecordViews", "Review", "ShippedDocuments", "TextComparing", "TimelineBuilding",
      ]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Accounts", "Chronology", "Desk", "Documents", "Drills", "EvidenceReading", "EvidenceRecords", "Findings",
        "Incidents",
        "Journal", "JournalSQLite", "Learning", "PatternMining", "Plans", "Postmortems", "PublicStatus", "Publishing",
        "Reading",
        "RecordViews",
        "ShippedDocuments", "TextComparing", "TimelineBuilding", grdb,
      ]),

    // DrillPages: drills planned, played and looked at together; the scenarios that are played.
    .target(
      name: "DrillPages",
      dependencies: [
        "Accounts", "Chronology", "Documents", "Drills", "Findings", "Incidents", "Interchange", "PageKit", "Plans",
        "RecordViews", "TextComparing",
      ]),
    .testTarget(
      name: "DrillPagesTests",
      dependencies: [
        "Accounts", "Chronology", "DrillPages", "Drills", "Findings", "Incidents", "Interchange", "PageKit",
        "PageTesting", "Plans", "RecordViews", "ShippedDocuments",
      ]),

    // EndToEndTests: the built command, run as a person runs it.
    .testTarget(name: "EndToEndTests", dependencies: ["RecordBenchmark", "mayday"]),

    // HTTPService
    .target(
      name: "HTTPService",
      dependencies: [
        "APIDescription", "APIService", "AccountStore", "Accounts", "Chronology", "Desk", "Documents", "DrillPages",
        "Drills", "Guards", "Incidents", "Interchange", "Learning", "LessonPages", "PageKit", "Plans",
        "PostmortemPages", "Postmortems",
        "PublicStatus", "Publishing", "ReadinessPages", "Reading", "ReadingPages", "RecordViews", "Rephrasing",
        "SafetyPages", "SafetySurveys", "Schemas", "WireSchemas", "ShippedDocuments", "StatusPages", "SurveyStore",
        "TeamPages",
        "TextComparing",
        "TimelineBuilding", "WebPages", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"), crypto,
      ]),
    .testTarget(
      name: "HTTPServiceTests",
      dependencies: [
        "AccountStore", "Accounts", "Chronology", "Desk", "Drills", "Guards", "HTTPService", "Incidents", "Interchange",
        "Findings", "Journal", "PageKit", "Plans", "Postmortems", "RecordViews", "SafetySurveys", "Schemas",
        "ShippedDocuments", "SurveyStore", "TimelineBuilding", .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
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
        "Chronology", "CommandKit", "Desk", "DocumentImport", "Documents", "EvidenceRecords", "Findings", "Guards",
        "Incidents", "Interchange", "Learning", "Postmortems", "Publishing", "Reading", "RecordViews", "Schemas",
        "TerminalPages", "TextComparing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // LessonPages: actions, guards, checklists, the library, trends.
    .target(
      name: "LessonPages",
      dependencies: [
        "Accounts", "Chronology", "Incidents", "Interchange", "Learning", "PageKit", "Postmortems", "RecordViews",
        "Schemas",
      ]),
    .testTarget(
      name: "LessonPagesTests",
      dependencies: [
        "Accounts", "Chronology", "Incidents", "Interchange", "Learning", "LessonPages", "PageKit", "PageTesting",
        "Postmortems", "RecordViews", "Schemas", "WireSchemas",
      ]),

    // PageKit: what pages are made of.
    .target(
      name: "PageKit",
      dependencies: [
        "Accounts", "Chronology", "Documents", "Findings", "Incidents", "Interchange", "Plans", "Postmortems",
        "PublicStatus", "RecordViews", "Schemas", "WireSchemas", "TextComparing", "TimelineBuilding", crypto,
      ],
      resources: [
        .embedInCode("Assets/clocks.js"), .embedInCode("Assets/composer.js"), .embedInCode("Assets/drill.js"),
        .embedInCode("Assets/drills.css"),
        .embedInCode("Assets/keys.js"), .embedInCode("Assets/lessons.css"),
        .embedInCode("Assets/live.js"),
        .embedInCode("Assets/mark.svg"), .embedInCode("Assets/mayday.css"), .embedInCode("Assets/postmortem.css"),
        .embedInCode("Assets/postmortem.js"), .embedInCode("Assets/present.js"), .embedInCode("Assets/rail.js"),
        .embedInCode("Assets/readiness.css"), .embedInCode("Assets/reading.css"),
        .embedInCode("Assets/response.css"), .embedInCode("Assets/say.js"), .embedInCode("Assets/status.css"),
        .embedInCode("Assets/survey.css"), .embedInCode("Assets/survey.js"),
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
        "PageTesting", "PostmortemPages", "Postmortems", "RecordViews", "Schemas", "WireSchemas", "TextComparing",
      ]),

    // ReadinessCommands: what people type before anything goes wrong.
    .target(
      name: "ReadinessCommands",
      dependencies: [
        "Chronology", "CommandKit", "Documents", "Drills", "Findings", "Incidents", "Interchange", "Plans",
        "RemoteClient", "SafetySurveys", "Schemas", "ShippedDocuments", "TerminalPages", "TextComparing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // ReadinessPages: what makes a team ready before anything goes wrong.
    .target(
      name: "ReadinessPages",
      dependencies: [
        "Accounts", "Chronology", "Documents", "Findings", "Incidents", "Interchange", "PageKit", "Plans",
        "RecordViews", "TextComparing",
      ]),
    .testTarget(
      name: "ReadinessPagesTests",
      dependencies: ["Accounts", "Chronology", "Incidents", "PageKit", "PageTesting", "Plans", "ReadinessPages"]),

    // ReadingPages: the reading library in the browser.
    .target(
      name: "ReadingPages",
      dependencies: ["Chronology", "Documents", "Interchange", "PageKit", "Postmortems", "Reading", "RecordViews"]),
    .testTarget(
      name: "ReadingPagesTests",
      dependencies: [
        "Accounts", "Chronology", "Incidents", "Interchange", "PageKit", "PageTesting", "Postmortems", "Reading",
        "ReadingPages", "RecordViews",
      ]),

    .testTarget(
      name: "ReadinessCommandsTests",
      dependencies: ["Chronology", "ReadinessCommands", "SafetySurveys", "TerminalPages"]),

    // RecordBenchmark: how fast a large record is opened, built into views and read; and what is left after kills.
    .executableTarget(
      name: "RecordBenchmark",
      dependencies: [
        "Accounts", "Chronology", "Composition", "Desk", "Incidents", "Journal", "JournalSQLite", "Learning",
        "Postmortems", "RecordViews",
      ],
      path: "Benchmarks/RecordBenchmark", exclude: ["Results.md"]),

    // RecordViews: what the record says, derived from the journal to be read.
    .target(
      name: "RecordViews",
      dependencies: [
        "Accounts", "Chronology", "Documents", "Drills", "Findings", "Guards", "Incidents", "Journal", "Learning",
        "Plans",
        "Postmortems",
        "PublicStatus", "Reading", "TimelineBuilding", grdb,
      ]),

    // RemoteClient
    .target(name: "RemoteClient", dependencies: ["Interchange"]),
    .testTarget(name: "RemoteClientTests", dependencies: ["Interchange", "RemoteClient"]),

    // SafetyPages: how safe people feel to speak.
    .target(
      name: "SafetyPages",
      dependencies: ["Interchange", "PageKit", "Rephrasing", "SafetySurveys"]),
    .testTarget(
      name: "SafetyPagesTests",
      dependencies: [
        "Accounts", "Chronology", "Interchange", "PageKit", "PageTesting", "Rephrasing", "SafetyPages",
        "SafetySurveys",
      ]),

    // StatusPages
    .target(
      name: "StatusPages", dependencies: ["Chronology", "Documents", "PageKit", "PublicStatus"]),

    // SurveyStore
    .target(name: "SurveyStore", dependencies: ["Chronology", "SafetySurveys", crypto, grdb]),
    .testTarget(
      name: "SurveyStoreTests",
      dependencies: ["Chronology", "Journal", "JournalSQLite", "SafetySurveys", "SurveyStore", grdb]),

    // TeamPages
    .target(
      name: "TeamPages",
      dependencies: [
        "APIDescription", "Accounts", "Chronology", "Incidents", "Interchange", "PageKit", "RecordViews", "Schemas",
      ]),

    // TerminalPages: what an answer looks like on a terminal.
    .target(
      name: "TerminalPages",
      dependencies: [
        "Chronology", "DocumentImport", "Documents", "Drills", "EvidenceReading", "EvidenceRecords", "Findings",
        "Guards",
        "Incidents", "Interchange", "Learning", "Plans", "Postmortems", "Reading", "Rephrasing", "Review",
        "TimelineBuilding",
      ]),
    .testTarget(
      name: "TerminalPagesTests",
      dependencies: [
        "Chronology", "DocumentImport", "Drills", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents",
        "Interchange", "Learning", "Plans", "Postmortems", "Reading", "Rephrasing", "TerminalPages",
        "TimelineBuilding",
      ], exclude: ["Snapshots"]),

    // WebPages
    .target(
      name: "WebPages",
      dependencies: [
        "Accounts", "Chronology", "DrillPages", "Drills", "EvidenceReading", "EvidenceRecords", "Findings",
        "Incidents", "Interchange", "Learning", "LessonPages", "PageKit", "Plans", "Postmortems", "PublicStatus",
        "RecordViews", "WireSchemas", "StatusPages", "TimelineBuilding",
      ]),
    .testTarget(
      name: "WebPagesTests",
      dependencies: [
        "Accounts", "Chronology", "Documents", "EvidenceReading", "EvidenceRecords", "Findings", "Incidents",
        "Interchange", "PageKit", "PageTesting", "Plans", "PostmortemPages", "PublicStatus", "RecordViews", "Schemas",
        "StatusPages", "TeamPages", "TimelineBuilding", "WebPages",
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
