import PatternMining
import Testing

struct TemplateMergingTests {
  private let names = ["ann", "bob", "cid", "dan", "eve", "fay", "gus", "hal", "ida"]

  @Test func `a word with very many values becomes a mark`() {
    let merged = TemplateMerging().generalised(names.map { "user \($0) logged in" })
    #expect(Set(merged.values) == ["user <*> logged in"])
    #expect(merged.count == names.count)
  }

  @Test func `two such words are found one after the other`() {
    let templates = names.flatMap { name in names.map { "user \(name) opened the drawer of \($0)" } }
    #expect(Set(TemplateMerging().generalised(templates).values) == ["user <*> opened the drawer of <*>"])
  }

  @Test func `the key before a value stays`() {
    let merged = TemplateMerging().generalised(names.map { "login user=\($0) ok" })
    #expect(Set(merged.values) == ["login user=<*> ok"])
  }

  @Test func `the only word of a line is what the line says`() {
    let words = (0..<3).flatMap { round in names.map { "\($0)\(["Up", "Down", "Off"][round])(<*>" } }
    #expect(TemplateMerging().generalised(words).isEmpty)
  }

  @Test func `few values, exceptions, statuses and methods stay apart`() {
    let few = ["door open", "door shut", "door ajar"]
    let exceptions = names.map { "raised \($0)Error" }
    let statuses = (500...511).map { "GET /bake \($0)" }
    #expect(TemplateMerging().generalised(few + exceptions + statuses).isEmpty)
  }

  @Test func `few values behind a key vary, unless they say how it ended`() {
    let hosts = ["east", "west", "north", "south"]
    let merged = TemplateMerging().generalised(hosts.map { "loaf sent oven=\($0) tray=<*>" })
    #expect(Set(merged.values) == ["loaf sent oven=<*> tray=<*>"])
    #expect(TemplateMerging().generalised(hosts.map { "loaf sent result=\($0) tray=<*>" }).isEmpty)
  }

  @Test func `two words that vary together become marks, and words for an outcome do not`() {
    let hosts = ["EAST", "WEST", "NORTH", "SOUTH"]
    let templates = ["buy", "sell"].flatMap { side in hosts.map { "child <*> of parent <*> will \(side) <*> at \($0)" }
    }
    #expect(Set(TemplateMerging().generalised(templates).values) == ["child <*> of parent <*> will <*> <*> at <*>"])
    let ends = ["accepted", "rejected"].flatMap { end in
      hosts.map { "child <*> of parent <*> was \(end) <*> at \($0)" }
    }
    #expect(TemplateMerging().generalised(ends).isEmpty)
  }
}
