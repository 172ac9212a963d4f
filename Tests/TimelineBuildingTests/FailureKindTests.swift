import EvidenceReading
import Testing
import TimelineBuilding

struct FailureKindTests {
  @Test(arguments: [
    (LogLevel.info, "loaf <*> baked", false, "an ordinary line"),
    (.error, "loaf <*> baked", true, "the level says so"),
    (.info, "POST /orders 503 rt=<*>", true, "the status says so"),
    (.info, "GET /error-pages/<*> 200", false, "a word of the path of a request that went well"),
    (.info, "GET /wp-login.php 404", false, "a refusal is not a failure of ours"),
    (.unknown, "connection refused by <*>", true, "the words say so"),
    (.info, "finished with 0 errors", false, "none at all"),
    (.info, "DeprecationWarning: call to deprecated setex", false, "a deprecation is for developers"),
    (.info, "raised ValueError: <*>", true, "an exception's name"),
    (.warning, "oven <*> is hot", true, "a warning"),
  ])
  func `levels, statuses and words tell failures`(level: LogLevel, template: String, expected: Bool, reason: String) {
    let kind = FailureKind(level: level, template: template, isContinuation: false)
    #expect(kind.isFailure == expected, "\(reason)")
  }
}
