import Reading
import Testing

struct NextReadTests {
  static func first(_ cues: ReadingCue..., read: Set<String> = []) -> NextRead? {
    NextRead.order(of: ReadingShelf.all, for: cues, read: read).first
  }

  @Test(arguments: [
    (ReadingCue(.component, "Orders", "PostgreSQL with one standby"), "gitlab-2017", "You run PostgreSQL (Orders)."),
    (ReadingCue(.component, "Orders", "MariaDB cluster, orchestrator"), "github-2018", "You run MySQL (Orders)."),
    (
      ReadingCue(.incident, "INC-4", "Consul was overloaded and service discovery stopped"), "roblox-2021",
      "INC-4 was about"
    ),
    (
      ReadingCue(.component, "Edge", "BGP routers and authoritative DNS"), "facebook-2021",
      "You run BGP and DNS (Edge)."
    ),
    (
      ReadingCue(.component, "Shop", "Deploys with feature flags and deployment scripts to eight servers"),
      "knight-capital-2012", "You run feature flags and deployment scripts (Shop)."
    ),
    (
      ReadingCue(.plan, "npm-away", "npm or another package registry is down"), "left-pad-2016",
      "Your plan npm-away speaks of"
    ),
  ])
  func `what a team has leads to a reading and says why`(cue: ReadingCue, reading: String, reason: String) {
    let next = Self.first(cue)
    #expect(next?.reading == reading)
    #expect(next?.reasons.first?.hasPrefix(reason) == true, "\(next?.reasons ?? [])")
  }

  @Test func `what hit a team comes before what it runs`() {
    let next = Self.first(
      ReadingCue(.component, "Orders", "PostgreSQL"), ReadingCue(.incident, "INC-9", "DNS: the resolver gave NXDOMAIN"))
    #expect(next?.reasons.first?.hasPrefix("INC-9 was about DNS") == true, "\(String(describing: next))")
  }

  @Test func `both kinds of reasons are told, each once`() {
    let next = Self.first(
      ReadingCue(.component, "Orders", "PostgreSQL on LVM"), ReadingCue(.incident, "INC-4", "the database was lost"))
    #expect(next?.reading == "gitlab-2017")
    #expect(next?.reasons.contains("You run PostgreSQL and LVM (Orders).") == true, "\(next?.reasons ?? [])")
    #expect(next?.reasons.contains { $0.hasPrefix("INC-4 was about a database") } == true)
    #expect(Set(next?.reasons ?? []).count == next?.reasons.count)
  }

  @Test func `further incidents of the kind are counted`() {
    let next = Self.first(
      ReadingCue(.incident, "INC-1", "DNS away"), ReadingCue(.incident, "INC-2", "DNS again"),
      ReadingCue(.incident, "INC-3", "and DNS"))
    #expect(next?.reasons.first == "INC-1 was about DNS, and so were 2 more.")
  }

  @Test func `a common word said once below the title is chance, twice is not, and a name is a name`() {
    func reasons(_ body: String) -> [String] {
      Self.first(ReadingCue(.incident, "INC-1", "Orders were slow", body: body))?.reasons ?? []
    }
    #expect(reasons("The deploy had nothing to do with it.") == [])
    #expect(reasons("The deploy stopped half way. A second release followed.") == ["INC-1 was about a release."])
    #expect(reasons("Consul gave no answer.") == ["INC-1 had to do with Consul and service discovery."])
  }

  @Test func `what was read is left out, and the rest keeps its order`() {
    let cue = ReadingCue(.component, "Orders", "PostgreSQL, MySQL, DNS")
    let all = NextRead.order(of: ReadingShelf.all, for: [cue]).map(\.reading)
    let rest = NextRead.order(of: ReadingShelf.all, for: [cue], read: [all[0], all[3]]).map(\.reading)
    #expect(rest == all.filter { $0 != all[0] && $0 != all[3] })
  }

  @Test func `without cues there is an order, no reason and no chance`() {
    let order = NextRead.order(of: ReadingShelf.all, for: [])
    #expect(order.first?.reading == "gitlab-2017")
    #expect(order.allSatisfy { $0.score == 0 && $0.reasons.isEmpty })
    #expect(order == NextRead.order(of: ReadingShelf.all.reversed(), for: []))
  }

  @Test(arguments: [
    ("the vault of the bank, and a nomad", "Vault"), ("Go home", "Go"), ("two windows of maintenance", "Windows"),
    ("page 3 of plan C", "C"),
  ])
  func `words of every day name no product`(text: String, product: String) {
    let reasons = NextRead.order(of: ReadingShelf.all, for: [ReadingCue(.component, "Shop", text)]).flatMap(\.reasons)
    #expect(!reasons.contains { $0.contains("You run \(product)") }, "\(reasons)")
  }

  @Test func `a plural, a capital and a part of a word make no difference, or all the difference`() {
    #expect(Self.first(ReadingCue(.component, "A", "CERTIFICATES"))?.reasons.first?.contains("certificates") == true)
    #expect(Self.first(ReadingCue(.component, "A", "postgresqlish"))?.score == 0)
  }
}
