package import Interchange
import Postmortems
package import RecordViews

extension ActionAnswer {
  package init(_ view: ActionView) {
    self.init(
      id: view.id, action: view.action, postmortemTitle: view.postmortemTitle, factorTexts: view.factors,
      incident: view.incident, incidentTitle: view.incidentTitle, severity: view.severity,
      guards: view.guards.map { record in
        Watch(
          name: record.declaration.name, title: record.declaration.title, standing: record.standing,
          since: record.standingSince, summary: record.results.first?.content.summary)
      }, isOverdue: view.isOverdue)
  }
}
