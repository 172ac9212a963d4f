import Foundation

/// `RecordBenchmark generate FILE`, `measure FILE`, `lessons FILE`, `hammer FILE`, `kill FILE`.
@main
enum RecordBenchmark {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { return usage() }
    let verb = arguments.removeFirst()
    let file = arguments.removeFirst()
    let options = Options(arguments)
    switch verb {
    case "generate":
      try await RecordGenerator(
        incidentCount: options["incidents"] ?? 2000, eventCount: options["events"] ?? 200_000,
        seed: UInt64(options["seed"] ?? 7)
      ).write(to: file)
    case "measure": try await Measurement(file: file).run()
    case "lessons":
      try await LessonMeasurement(
        file: file, count: options["postmortems"] ?? 3000, seed: UInt64(options["seed"] ?? 7)
      ).run()
    case "hammer": try await Hammer(file: file, run: options["run"] ?? 0, taskCount: options["tasks"] ?? 4).run()
    case "kill":
      let isSound = try await KillTrial(file: file, times: options["times"] ?? 100).run()
      exit(isSound ? 0 : 1)
    default: usage()
    }
  }

  private static func usage() {
    print(
      """
      RecordBenchmark generate FILE [--incidents 2000] [--events 200000] [--seed 7]
      RecordBenchmark measure FILE
      RecordBenchmark lessons FILE [--postmortems 3000] [--seed 7]
      RecordBenchmark kill FILE [--times 100]
      """)
  }
}

/// Numbers behind names: `--events 200000`.
struct Options {
  private var values: [String: Int] = [:]

  init(_ arguments: [String]) {
    for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") {
      values[String(name.dropFirst(2))] = Int(value)
    }
  }

  subscript(_ name: String) -> Int? { values[name] }
}
