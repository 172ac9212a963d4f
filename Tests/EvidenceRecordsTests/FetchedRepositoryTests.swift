import EvidenceRecords
import Testing

struct FetchedRepositoryTests {
  @Test(arguments: [
    "https://git.example/team/readiness.git", "ssh://git@git.example/readiness", "git@git.example:team/readiness.git",
    "file:///srv/readiness", "HTTPS://git.example/readiness",
  ])
  func `what git fetches from is an address`(_ text: String) {
    #expect(FetchedRepository.isAddress(text))
  }

  @Test(arguments: [
    "plans", "./plans/a.md", "-", "", "C:/plans", "notes@home.md", "a/b@c:d", "ext::sh -c true", "12:30@x",
  ])
  func `a path, a word and a way to run a command are none`(_ text: String) {
    #expect(!FetchedRepository.isAddress(text))
  }
}
