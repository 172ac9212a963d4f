internal import Postmortems
import Schemas
internal import WireSchemas

extension Operations {
  private static let one = "/readings/{reading}"

  /// Public incidents in our own words, to be read together.
  static let reading: [Operation] = [
    read(
      .listReadings, .reading, "/readings", "List the readings, newest incident first",
      query: [
        Parameter("kind", .line(60), "Only those of this kind of failure: database, release, dns."),
        Parameter("technology", .line(60), "Only those that name it: PostgreSQL, DNS, load balancer."),
        Parameter("unread", .flag, "Only those that nobody marked as read (true), or that somebody did (false)."),
      ], answer: ReadingSchemas.list),
    read(
      .nextReads, .reading, "/next-reads", "List what to read next, with the reasons",
      query: [Parameter("limit", .integer(1...100), "How many; 5 where it is not said.")],
      answer: ReadingSchemas.nextList),
    read(.readReading, .reading, one, "Read a reading: its text and its parts", answer: ReadingSchemas.whole),
    write(
      .markReading, .reading, .post, one + "/circles", "Mark a reading as read, with what the circle noted",
      [
        .required("day", PostmortemSchemas.date.noted("On which it was read.")),
        .optional("note", .lines(4000, min: 0).noted("What the circle noted; everybody who may read sees it.")),
      ], answer: ReadingSchemas.whole, version: .none,
      example: ["day": "2026-03-31", "note": "We restore a backup by hand next Tuesday."],
      refusals: [.notFound]),
    write(
      .adoptReadingLine, .reading, .post, one + "/lines/{line}/adoption",
      "Put a line of a reading into the checklist of its process",
      [.optional("process", PostmortemSchemas.slug.noted("Of another process than the one that the line names."))],
      answer: ChecklistAnswer.schema, version: .none, example: ["process": "deploy"],
      refusals: [.notFound, .nothingNew, .limitReached]),
  ]
}
