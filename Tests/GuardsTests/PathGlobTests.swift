import Guards
import Testing

struct PathGlobTests {
  @Test(arguments: [
    ("*.py", "a.py", true), ("*.py", "src/a.py", false), ("**/*.py", "a.py", true), ("**/*.py", "x/y/a.py", true),
    ("src/**", "src/a", true), ("src/**", "src/x/y/z", true), ("src/**", "srcs/a", false),
    ("src/**/test/*.java", "src/test/A.java", true), ("src/**/test/*.java", "src/a/b/test/A.java", true),
    ("src/**/test/*.java", "src/a/b/test/c/A.java", false), ("src", "src/a/b", true), ("src/", "src/a", true),
    ("src", "lib/src/a", false), ("**/vendor", "a/vendor/b/c", true), ("./src/*.c", "src/a.c", true),
    ("a?c", "abc", true), ("a?c", "ac", false), ("a?c", "a/c", false), ("a*c", "abbbc", true), ("a*c", "ab/c", false),
    ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[!a-c]x", "dx", true), ("[!a-c]x", "ax", false),
    ("[]]x", "]x", true), ("[a", "[a", true), ("[a-]", "-", true), ("\\*", "*", true), ("\\*", "a", false),
    ("*.{yml,yaml}", "a.yaml", true), ("*.{yml,yaml}", "a.json", false), ("{a,b{c,d}}/x", "bd/x", true),
    ("{a,b", "{a,b", true), ("**", "a/b/c", true), ("**/**/**/a", "x/a", true), ("ä*", "äöü", true),
    ("*", ".hidden", true), ("文*", "文書", true), ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
  ])
  func `paths are matched name by name`(glob: String, path: String, isMeant: Bool) throws {
    let glob = try #require(PathGlob(glob))
    #expect(glob.matches(path) == isMeant)
  }

  @Test(arguments: ["", "/etc/passwd", "../a", "a/../../b", ".", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"])
  func `what leaves the folder or grows without end is refused`(glob: String) {
    #expect(PathGlob(glob) == nil)
    #expect(PathGlob.problem(glob) != nil)
  }

  @Test(arguments: [
    ("vendor", "vendor", true), ("vendor/**", "vendor", true), ("**/node_modules", "a/node_modules", true),
    ("vendor/*", "vendor", false), ("vendor/*.c", "vendor", false), ("**/*.md", "docs", false),
  ])
  func `a folder is left out whole only where all below it is meant`(glob: String, folder: String, isWhole: Bool) throws
  {
    #expect(try #require(PathGlob(glob)).coversFolder(folder) == isWhole)
  }
}
