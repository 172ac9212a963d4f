package import Chronology

/// A message about an incident or a maintenance, as it stands now, with what it said before it was corrected.
///
/// `State` is ``PublicIncidentState`` or ``PublicMaintenanceState``.
package struct PublicUpdate<State: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  /// Never changes, whatever happens to the text.
  package var id: PublicID
  /// How far it was when the update went out.
  package var state: State
  package var text: PublicText
  package var published: Instant
  /// Oldest first.
  package var corrections: [PublicCorrection]
  package var withdrawn: PublicWithdrawal?
  /// What it said about components; empty when it said nothing, or nobody kept it.
  package var changes: [ComponentChange]

  package init(
    id: PublicID, state: State, text: PublicText, published: Instant, corrections: [PublicCorrection] = [],
    withdrawn: PublicWithdrawal? = nil, changes: [ComponentChange] = []
  ) {
    self.id = id
    self.state = state
    self.text = text
    self.published = published
    self.corrections = corrections
    self.withdrawn = withdrawn
    self.changes = changes
  }

  /// Whether it says anything that still holds: a change of state alone has no words.
  package var isTelling: Bool { withdrawn == nil && !text.parts.isEmpty }

  /// When it last changed.
  package var updated: Instant {
    max(published, max(corrections.map(\.instant).max() ?? published, withdrawn?.instant ?? published))
  }
}

/// What an update said about a component: how it did before, and how it does since.
package struct ComponentChange: Codable, Hashable, Sendable {
  package var component: PublicID
  package var from: ComponentState
  package var to: ComponentState

  package init(component: PublicID, from: ComponentState, to: ComponentState) {
    self.component = component
    self.from = from
    self.to = to
  }
}
