import Chronology
import Drills
import Incidents
import Testing

/// SplitMix64, so that a failure can be run again from its seed.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct DrillClockTests {
  @Test func `instants and seconds of drill time lead to each other`() {
    let start = Instant(seconds: 1_000_000)
    var clock = DrillClock(start: start, speed: 4)
    clock.pauses = [
      .init(from: start.advanced(bySeconds: 10), until: start.advanced(bySeconds: 70)),
      .init(from: start.advanced(bySeconds: 80), until: nil),
    ]
    #expect(clock.seconds(at: start.advanced(bySeconds: -5)) == 0)
    #expect(clock.seconds(at: start.advanced(bySeconds: 10)) == 40)
    #expect(clock.seconds(at: start.advanced(bySeconds: 40)) == 40)
    #expect(clock.seconds(at: start.advanced(bySeconds: 500)) == 80)
    #expect(clock.instant(ofSecond: 20) == start.advanced(bySeconds: 5))
    #expect(clock.instant(ofSecond: 60) == start.advanced(bySeconds: 75))
    #expect(clock.instant(ofSecond: 100) == nil)
    clock.end = start.advanced(bySeconds: 72)
    #expect(clock.instant(ofSecond: 60) == nil && clock.seconds(at: start.advanced(bySeconds: 500)) == 48)
  }

  /// Whatever happens in whatever order: by the clock an inject comes at most once, never before its time, never while
  /// the drill is halted, and drill time never runs back.
  @Test(arguments: 0..<60)
  func `an inject comes at most once and never before its time`(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    var stage = try Stage(speed: Int.random(in: 1...60, using: &random))
    try stage.perform(.start(incident: nil))
    var came: Set<String> = []
    var second = 0.0
    for _ in 0..<80 {
      stage.now = stage.now.advanced(bySeconds: Double.random(in: 0...30, using: &random))
      let number = stage.drill.injects.randomElement(using: &random)?.number ?? "1"
      let commands: [DrillCommand] = [
        .pause, .resume, .delay(number, seconds: Int.random(in: 1...400, using: &random)),
        .skip(number, reason: "seed \(seed)"), .release(number), .releaseDue, .releaseDue, .releaseDue,
        .add(InjectAdded(kind: .alert, from: "x", text: "y", atSeconds: Int.random(in: 0...1200, using: &random))),
      ]
      let command = commands.randomElement(using: &random) ?? .releaseDue
      let before = stage.drill
      guard let events = try? before.events(for: command, in: DrillContext(actor: "fay", now: stage.now)) else {
        continue
      }
      for event in events {
        guard case .released(let released) = event else { continue }
        #expect(came.insert(released.inject).inserted, "seed \(seed): inject \(released.inject) came twice")
        guard released.isByClock else { continue }
        let inject = try #require(before.inject(released.inject))
        let due = Double(try #require(inject.dueSeconds))
        #expect(before.state == .running && inject.skipped == nil, "seed \(seed)")
        #expect(try #require(before.seconds(at: stage.now)) >= due, "seed \(seed): inject \(inject.number) came early")
        #expect(due >= Double(inject.plannedSeconds ?? 0), "seed \(seed)")
        let instant = try #require(before.clock?.instant(ofSecond: inject.dueSeconds ?? 0))
        #expect(instant <= stage.now.advanced(bySeconds: 1e-6), "seed \(seed)")
      }
      try stage.perform(command)
      let now = try #require(stage.drill.seconds(at: stage.now))
      #expect(now >= second, "seed \(seed): drill time ran back")
      second = now
    }
    #expect(!came.isEmpty, "seed \(seed): nothing came")
  }
}
