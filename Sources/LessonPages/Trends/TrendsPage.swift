import Chronology
package import Incidents
package import Learning
package import PageKit
import Postmortems
import RecordViews

/// How incidents and actions develop; the strongest question first, and nothing that ranks people or teams.
package struct TrendsPage: Sendable {
  private let report: TrendReport
  private let hits: [ActionHit]
  private let filter: TrendFilter
  private let policy: Policy
  private let components: [ComponentDefinition]
  private let context: PageContext

  package init(
    report: TrendReport, hits: [ActionHit], filter: TrendFilter, policy: Policy = .standard,
    components: [ComponentDefinition] = [], context: PageContext
  ) {
    self.report = report
    self.hits = hits
    self.filter = filter
    self.policy = policy
    self.components = components
    self.context = context
  }

  private static let page = SitePath.lessons(.trends())

  package var html: String {
    LessonFrame("Trends", [("Trends", Self.page)], context: context).html {
      LessonFrame.head(
        "How it develops",
        "To ask better questions, not to set targets. These numbers say nothing about how well a person or a team works: whoever looks closely finds more, and has more to show."
      )
      counted
      filters
      HitList(hits: hits).html
      spans
      recurring
      ActionMonths(months: report.actions).html
      indicators
      Tag.p(.class("exports")) { Tag.a(.href(.lessons(.trendTable(filter)))) { "These numbers as CSV" } }
    }
  }

  private var counted: HTML {
    var words = "Counted: \(Wording.count(report.incidentCount, "incident"))"
    if report.drillCount > 0 { words += "; \(Wording.count(report.drillCount, "drill")) left out" }
    if report.undatedCount > 0 {
      words += "; \(Wording.count(report.undatedCount, "incident")) of which nobody says when it began, in no month"
    }
    return Tag.p(.class("section-note")) { words + "." }
  }

  private var filters: HTML {
    Tag.details(.class("filter"), filter.isNarrow ? .isOpen : nil) {
      Tag.summary { "Only some" }
      Tag.form(.class("filter-form"), .set("method", "get"), .action(Self.page)) {
        field("from", "Since (day)", .line(type: "date"), filter.from?.description ?? "")
        field("until", "Until (day)", .line(type: "date"), filter.until?.description ?? "")
        if !components.isEmpty {
          field(
            "component", "Component", .choice([("", "Any")] + components.map { ($0.id, $0.name) }),
            filter.component ?? "")
        }
        field(
          "severity", "Severity", .choice([("", "Any")] + policy.severities.map { ("\($0.level)", $0.name) }),
          filter.severity.map(String.init) ?? "")
        Tag.div(.class("filter-acts")) {
          Tag.button(.set("type", "submit")) { "Show" }
          if filter.isNarrow { Tag.a(.class("button"), .href(Self.page)) { "All" } }
        }
      }
    }
  }

  private func field(_ name: String, _ label: String, _ control: Field.Control, _ value: String) -> HTML {
    Field(name: name, label: label, control: control, value: value, scope: "trends").html
  }

  // MARK: Spans

  private var spans: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("spans-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("spans-title")) { "How long it took" }
        Tag.p(.class("section-note")) { "Each incident is a dot; a hollow one with a line is not over yet." }
      }
      if report.incidentCount == 0 {
        Tag.p(.class("gap-block")) {
          "No incident is counted yet. What an incident states about when it began, was noticed and ended is shown here, each as it is."
        }
      } else {
        Tag.div(.class("span-plots")) { for span in report.spans { SpanPlot(trend: span).html } }
      }
    }
  }

  // MARK: Factors

  private var recurring: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("recurring-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("recurring-title")) { "Factors that come back" }
        Tag.p(.class("section-note")) { "Said in nearly the same words in more than one postmortem." }
      }
      let kinds = report.factorKinds.filter { $0.factorCount > 0 }
      if !kinds.isEmpty {
        Tag.dl(.class("spans lesson-kinds")) {
          for kind in kinds {
            Tag.div {
              Tag.dt { kind.kind.words }
              Tag.dd {
                "\(Wording.count(kind.factorCount, "factor")) in \(Wording.count(kind.postmortemCount, "postmortem"))"
              }
            }
          }
        }
      }
      if report.recurring.isEmpty {
        Tag.p(.class("gap-block")) { "None comes back so far." }
      }
      Tag.ol(.class("recurring")) {
        for factor in report.recurring {
          Tag.li {
            Tag.p(.class("line-text")) { factor.text }
            Tag.p(.class("section-note")) {
              "\(factor.kind.words), in \(Wording.count(Set(factor.places.map(\.postmortem)).count, "postmortem")): "
              for (offset, place) in factor.places.prefix(8).enumerated() {
                offset == 0 ? "" : ", "
                link(place)
              }
            }
          }
        }
      }
    }
  }

  private func link(_ place: RecurringFactor.Place) -> HTML {
    guard let id = PostmortemID(place.postmortem) else { return HTML(place.postmortem) }
    return Tag.a(.href(.postmortem(id)), .title(place.text)) { "\(place.postmortem) F\(place.factor)" }
  }

  // MARK: Early indicators

  private var indicators: HTML {
    Tag.section(.class("lesson-group"), .labelledBy("indicators-title")) {
      Tag.header(.class("section-head")) {
        Tag.h2(.id("indicators-title")) { "Seen before the impact" }
        Tag.p(.class("section-note")) {
          "Patterns of evidence that came first in more than one incident: worth an alert?"
        }
      }
      if report.indicators.isEmpty { Tag.p(.class("gap-block")) { "None so far: it takes evidence of two incidents." } }
      Tag.ol(.class("recurring")) {
        for indicator in report.indicators {
          Tag.li {
            Tag.p(.class("line-text")) {
              Tag.code { indicator.pattern }
              if let service = indicator.service { Tag.span(.class("tag")) { " \(service)" } }
            }
            Tag.p(.class("section-note")) {
              "\(Wording.duration(seconds: indicator.medianLeadSeconds)) before the impact, in the middle of \(Wording.count(indicator.sightings.count, "incident")): "
              for (offset, sighting) in indicator.sightings.prefix(8).enumerated() {
                offset == 0 ? "" : ", "
                Self.incident(sighting.incident)
                " (\(Wording.duration(seconds: sighting.leadSeconds)))"
              }
              if !indicator.otherIncidents.isEmpty {
                ". Also seen, but not before it, in \(indicator.otherIncidents.prefix(6).joined(separator: ", "))"
              }
            }
          }
        }
      }
    }
  }

  static func incident(_ name: String) -> HTML {
    guard let id = IncidentID(name) else { return HTML(name) }
    return Tag.a(.href(.incident(id))) { name }
  }
}
