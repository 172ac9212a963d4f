import APIDescription
import Accounts
import Interchange
package import PageKit
import Schemas

/// The API to read: every operation of the table, with what it takes and how it says no.
package struct ReferencePage: Sendable {
  private let visitor: PageVisitor

  package init(visitor: PageVisitor) { self.visitor = visitor }

  package var html: String {
    PageFrame(
      title: "The API", trail: [("API", .access(.reference))], kind: "access", context: PageContext(visitor: visitor)
    ).html {
      Tag.header(.class("lead")) {
        Tag.h1 { "The API" }
        Tag.p(.class("lede")) {
          "JSON over HTTP. Everything that the pages and the command line do is done through these \(Operations.all.count) operations."
        }
      }
      Tag.div(.class("reference")) {
        introduction
        for topic in Operation.Topic.allCases { section(topic) }
      }
    }
  }

  private var introduction: HTML {
    Tag.section(.class("panel")) {
      Tag.p {
        "Send a token as ‘Authorization: Bearer …’; "
        Tag.a(.href(.access(.account))) { "make one on your account’s page" }
        ". Refusals are problems (RFC 9457) with a detail and a hint. Writes take an Idempotency-Key: the same key with the same body is done once."
      }
      Tag.p {
        Tag.a(.href(.access(.openAPI))) { "The description for programs (OpenAPI 3.1)" }
      }
      Commands([
        "curl -H \"Authorization: Bearer $MAYDAY_TOKEN\" $MAYDAY_URL/api/v1/incidents",
        "curl -N -H \"Authorization: Bearer $MAYDAY_TOKEN\" -H \"Accept: text/event-stream\" $MAYDAY_URL/api/v1/events",
      ]).html
    }
  }

  private func section(_ topic: Operation.Topic) -> HTML {
    Tag.section {
      Tag.h2 { topic.rawValue }
      for operation in Operations.all where operation.topic == topic { article(operation) }
    }
  }

  private func article(_ operation: Operation) -> HTML {
    Tag.article(.class("operation"), .id(operation.id.rawValue)) {
      Tag.h3 { operation.summary }
      Tag.p { Tag.code { "\(operation.method.rawValue) \(operation.path)" } }
      Tag.p(.class("section-note")) {
        "Needs ‘\(operation.permission.rawValue)’; answers \(operation.status). Says no with "
          + operation.problems.map { "\($0.rawValue) (\($0.status))" }.joined(separator: ", ") + "."
      }
      if !operation.query.isEmpty {
        table("Query", operation.query.map { ($0.name, $0.isRequired, kind($0.schema), $0.note) })
      }
      if operation.takesUpload {
        Tag.p { "The body is the file itself (application/octet-stream), or a form with one file." }
      }
      if let body = operation.body, !body.properties.isEmpty {
        table(
          "Body",
          SchemaField.all(of: body).map { ($0.name, $0.isRequired, kind($0.schema), $0.schema.note ?? "") })
      }
      if let example = operation.example, operation.body?.properties.isEmpty == false {
        Tag.details {
          Tag.summary { "Example" }
          Tag.pre(.class("commands"), .set("tabindex", "0")) { example.indented }
        }
      }
    }
  }

  private func table(_ title: String, _ rows: [(name: String, isRequired: Bool, kind: String, note: String)]) -> HTML {
    Tag.table(.class("stacking")) {
      Tag.thead {
        Tag.tr {
          for heading in [title, "Needed", "What it is", "Meaning"] { Tag.th(.set("scope", "col")) { heading } }
        }
      }
      Tag.tbody {
        for row in rows {
          Tag.tr {
            Tag.td(.column(title)) { Tag.code { row.name } }
            Tag.td(.column("Needed")) { row.isRequired ? "yes" : "no" }
            Tag.td(.column("What it is")) { row.kind }
            Tag.td(.column("Meaning")) { row.note }
          }
        }
      }
    }
  }

  private func kind(_ schema: Schema) -> String {
    switch schema.kind {
    case .text(let rules): "text, \(rules.length.lowerBound) to \(rules.length.upperBound) characters"
    case .choice(let words): words.joined(separator: ", ")
    case .integer(let range): "whole number, \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "number, \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .instant: "instant (RFC 3339)"
    case .list(let element, let count): "list of at most \(count.upperBound): \(kind(element))"
    case .object: "object"
    case .anything: "any object"
    }
  }
}
