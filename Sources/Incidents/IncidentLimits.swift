/// Bounds on what is written about an incident.
package enum IncidentLimits {
  /// Scalars of a title.
  package static let titleScalarsMax = 200
  /// Scalars of a note, a decision's part, a field of an update.
  package static let textScalarsMax = 5000
  /// Scalars of a reason.
  package static let reasonScalarsMax = 1000
  /// Scalars of a name: a person, a role, a component.
  package static let nameScalarsMax = 80
  package static let optionsMax = 20
  package static let componentsMax = 50
  package static let tasksMax = 500
  /// Plans that one incident may follow.
  package static let plansMax = 20
  /// Steps of a plan that is followed.
  package static let planStepsMax = 500
  package static let updatesMax = 500
  package static let membersMax = 200
  /// Events of one incident: more than a month of work night and day leaves.
  package static let eventsMax: Int64 = 50_000
  package static let severitiesMax = 9
  package static let rolesMax = 30
  /// A month.
  package static let protocolMinutesMax = 44_640
  /// How far ahead of this machine's clock a stated instant may be, in seconds.
  package static let aheadSecondsMax = 120.0
  package static let componentListMax = 200
}
