internal import Chronology
internal import Foundation
internal import Incidents
internal import Learning
internal import Postmortems
internal import TimelineBuilding

/// How what is remembered lies in columns: all of it is read when the first question is asked.
enum LessonCoding {
  static func data(_ lesson: Lesson) -> Data {
    var writer = PackedWriter()
    writer.put(lesson.number)
    writer.put(lesson.incident) { $0.put($1) }
    writer.put(lesson.title)
    writer.put(lesson.origin.rawValue)
    writer.put(lesson.stage.rawValue)
    writer.put(lesson.source) { $0.put($1) }
    writer.put(lesson.facts) { put($1, in: &$0) }
    writer.put(lesson.started) { $0.put($1) }
    writer.put(lesson.factors) { writer, factor in
      writer.put(factor.number)
      writer.put(factor.text)
      writer.put(factor.kind.rawValue)
      writer.put(factor.hits) { writer, hit in
        writer.put(hit.postmortem)
        writer.put(hit.action)
      }
    }
    writer.put(lesson.actions) { writer, action in
      writer.put(action.number)
      writer.put(action.text)
      writer.put(action.kind.rawValue)
      writer.put(action.due) { $0.put($1) }
      writer.put(action.factors) { $0.put($1) }
      writer.put(action.steps) { writer, step in
        writer.put(step.state.rawValue)
        writer.put(step.at)
      }
    }
    return writer.data
  }

  static func lesson(_ data: Data) throws -> Lesson {
    var reader = PackedReader(data)
    return Lesson(
      number: try reader.int(), incident: try reader.optional { try $0.int() }, title: try reader.text(),
      origin: try reader.named(PostmortemOrigin.self), stage: try reader.named(PostmortemStage.self),
      source: try reader.optional { try $0.text() }, facts: try reader.optional { try facts(&$0) },
      started: try reader.optional { try $0.instant() },
      factors: try reader.list { reader in
        Lesson.LessonFactor(
          number: try reader.int(), text: try reader.text(), kind: try reader.named(Factor.Kind.self),
          hits: try reader.list { ActionID(postmortem: try $0.int(), action: try $0.int()) })
      },
      actions: try reader.list { reader in
        Lesson.LessonAction(
          number: try reader.int(), text: try reader.text(), kind: try reader.named(ActionKind.self),
          due: try reader.optional { try $0.day() }, factors: try reader.list { try $0.int() },
          steps: try reader.list {
            Lesson.LessonAction.Step(state: try $0.named(ActionState.self), at: try $0.instant())
          })
      })
  }

  private static func put(_ facts: IncidentFacts, in writer: inout PackedWriter) {
    writer.put(facts.title)
    writer.put(facts.severity) { $0.put($1) }
    writer.put(facts.status)
    for instant in [facts.started, facts.ended, facts.detected] { writer.put(instant) { $0.put($1) } }
    writer.put(facts.impact) { $0.put($1) }
    writer.put(facts.day) { $0.put($1) }
  }

  private static func facts(_ reader: inout PackedReader) throws -> IncidentFacts {
    IncidentFacts(
      title: try reader.text(), severity: try reader.optional { try $0.int() }, status: try reader.text(),
      started: try reader.optional { try $0.instant() }, ended: try reader.optional { try $0.instant() },
      detected: try reader.optional { try $0.instant() }, impact: try reader.optional { try $0.text() },
      day: try reader.optional { try $0.day() })
  }

  // MARK: Evidence

  static func data(_ patterns: [EvidencePattern]) -> Data {
    var writer = PackedWriter()
    writer.put(patterns) { writer, pattern in
      writer.put(pattern.shape)
      writer.put(pattern.identity) { $0.put($1) }
      writer.put(pattern.title)
      writer.put(pattern.service) { $0.put($1) }
      writer.put(pattern.kind.rawValue)
      writer.put(pattern.at)
      writer.put(Int(bitPattern: UInt(pattern.weight.bitPattern)))
    }
    return writer.data
  }

  static func patterns(_ data: Data) throws -> [EvidencePattern] {
    var reader = PackedReader(data)
    return try reader.list { reader in
      EvidencePattern(
        shape: try reader.text(), identity: try reader.optional { try $0.text() }, title: try reader.text(),
        service: try reader.optional { try $0.text() }, kind: try reader.named(MomentKind.self),
        at: try reader.instant(), weight: Double(bitPattern: UInt64(UInt(bitPattern: try reader.int()))))
    }
  }

  // MARK: Instants

  /// `detected 2026-01-05T09:12:00Z mitigated …`, by their names.
  static func text(_ instants: [InstantName: Instant]) -> String {
    instants.map { "\($0.rawValue) \($1.rfc3339)" }.sorted().joined(separator: " ")
  }

  /// Instants of other names are left out.
  static func instants(_ text: String) -> [InstantName: Instant] {
    let parts = text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    var instants: [InstantName: Instant] = [:]
    for place in stride(from: 0, to: parts.count - 1, by: 2) {
      guard let name = InstantName(rawValue: parts[place]) else { continue }
      instants[name] = Instant(rfc3339: parts[place + 1])
    }
    return instants
  }
}
