extension Incident {
  /// Components that customers would still see broken once an update is out; those that another incident or a
  /// maintenance broke are left out.
  package func componentsLeftBroken(by draft: UpdateDraft, _ board: StatusBoard) -> [ComponentDefinition] {
    var told: [String: ComponentCondition] = [:]
    for update in updates where update.isOut && update.audience == .customers {
      told.merge(update.components) { $1 }
    }
    return board.list.components.filter { component in
      let condition = draft.components[component.id] ?? standing(of: component.id, told, board)
      return condition == .degraded || condition == .partialOutage || condition == .majorOutage
    }
  }

  /// What this incident has brought a component to; nil where it has not.
  private func standing(
    of component: String, _ told: [String: ComponentCondition], _ board: StatusBoard
  ) -> ComponentCondition? {
    // A drill changes nobody's page: only its own words count.
    guard !isDrill else { return told[component] }
    guard let last = board.stretches.last(where: { $0.change.component == component })?.change else { return nil }
    guard last.incident == nil, last.maintenance == nil else {
      return last.incident == number ? last.condition : nil
    }
    return components.contains(component) || told[component] != nil ? last.condition : nil
  }
}
