import Foundation
import Testing

/// A sentence tried in a terminal, without a record or a server.
@Suite struct RephraseTests {
  @Test func `a sentence is answered, quoted or not, with the status of a review`() throws {
    let bench = try Workbench()
    for arguments in [["Who approved this change?"], ["Who", "approved", "this", "change?"]] {
      let outcome = try BuiltBinary.run(["rephrase"] + arguments, in: bench.folder)
      #expect(outcome.status == 1, "\(outcome.errors)")
      #expect(outcome.output.contains("What could be seen when this change was approved?"))
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
    let open = try BuiltBinary.run(["rephrase", "What did you see at the time?"], in: bench.folder)
    #expect(open.status == 0)
    #expect(open.output.contains("Nothing here closes the conversation."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path).allSatisfy { $0.hasPrefix(".") })
  }

  @Test func `two sentences in quotation marks are two, and standard input is read where nothing is named`() throws {
    let bench = try Workbench()
    let two = try BuiltBinary.run(["rephrase", "Heads will roll", "thank you", "--format", "json"], in: bench.folder)
    #expect(two.status == 1)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(two.output.utf8)) as? [String: Any])
    #expect((document["sentences"] as? [Any])?.count == 2)
    for argument in ["", " -"] {
      let piped = try BuiltBinary.run(
        ["-c", "echo 'be more careful next time' | '\(BuiltBinary.url.path)' rephrase\(argument)"], in: bench.folder,
        program: URL(fileURLWithPath: "/bin/sh"))
      #expect(piped.status == 1, "\(piped.errors)")
      #expect(piped.output.contains("mayday rules try-harder"))
    }
  }

  @Test func `nothing and too much are refused with what to do`() throws {
    let bench = try Workbench()
    let empty = try BuiltBinary.run(["rephrase"], in: bench.folder)
    #expect(empty.status == 2)
    #expect(empty.errors.contains("there is no sentence in it"))
    let long = try BuiltBinary.run(["rephrase", String(repeating: "b", count: 2001)], in: bench.folder)
    #expect(long.status == 2)
    #expect(long.errors.contains("2001 characters, and 2000 are read"))
  }

  @Test func `every kind is explained with its examples`() throws {
    let bench = try Workbench()
    let all = try BuiltBinary.run(["rules"], in: bench.folder)
    #expect(all.output.contains("For what you are about to say (mayday rephrase):"))
    let one = try BuiltBinary.run(["rules", "reproach"], in: bench.folder)
    #expect(one.status == 0)
    #expect(one.output.contains("⟦You should have tested⟧ this."))
  }
}
