package import Chronology

/// A thing that customers know, and whose state they are told.
package struct ComponentDefinition: Codable, Hashable, Sendable {
  /// Lower-case letters, digits and `-`; keeps its meaning for ever.
  package var id: String
  package var name: String
  package var description: String
  /// Empty: it stands by itself.
  package var group: String

  package init(id: String, name: String, description: String = "", group: String = "") {
    self.id = id
    self.name = name
    self.description = description
    self.group = group
  }
}

/// What the status page says of itself.
package struct StatusSettings: Codable, Hashable, Sendable {
  package var name: String
  /// Where the page stands for the public; empty when that is not known.
  package var url: String
  /// Where readers can write to; empty: nowhere.
  package var contact: String

  package init(name: String = "Status", url: String = "", contact: String = "") {
    self.name = name
    self.url = url
    self.contact = contact
  }
}

/// Since when a component has been in a state.
package struct ComponentStateChange: Codable, Hashable, Sendable {
  package var component: String
  package var condition: ComponentCondition
  /// Number of the incident that it belongs to.
  package var incident: Int?
  /// Number of the maintenance that it belongs to.
  package var maintenance: Int?

  package init(component: String, condition: ComponentCondition, incident: Int? = nil, maintenance: Int? = nil) {
    self.component = component
    self.condition = condition
    self.incident = incident
    self.maintenance = maintenance
  }
}

/// The list of components, as it was set as a whole.
package struct ComponentList: Codable, Hashable, Sendable {
  package var settings: StatusSettings
  /// In the order in which readers see them.
  package var components: [ComponentDefinition]

  package init(settings: StatusSettings = StatusSettings(), components: [ComponentDefinition] = []) {
    self.settings = settings
    self.components = components
  }

  /// What is wrong with it, each with its place; empty when it can be used.
  package var problems: [IncidentRefusal] {
    var found: [IncidentRefusal] = []
    func object(_ code: IncidentRefusal.Code, _ place: String, _ message: String, _ hint: String) {
      found.append(IncidentRefusal(code, place: place, message: message, hint: hint))
    }
    if components.count > IncidentLimits.componentListMax {
      object(
        .limitPassed, "components",
        "there are \(components.count), and \(IncidentLimits.componentListMax) are possible", "list fewer")
    }
    if Set(components.map(\.id)).count != components.count {
      object(.invalidText, "components", "two have the same id", "give each its own")
    }
    for (index, component) in components.enumerated() {
      if !Self.isIdentifier(component.id) {
        object(
          .invalidText, "components/\(index)/id", "'\(component.id)' is not an identifier",
          "use lower-case letters, digits and '-'")
      }
      for (name, text, max) in [
        ("name", component.name, IncidentLimits.nameScalarsMax),
        ("group", component.group, IncidentLimits.nameScalarsMax),
        ("description", component.description, IncidentLimits.reasonScalarsMax),
      ] {
        do {
          _ =
            try name == "name"
            ? TextCheck.line(text, "components/\(index)/\(name)", max: max)
            : TextCheck.optional(text, "components/\(index)/\(name)", max: max)
        } catch { found.append(error) }
      }
    }
    for (name, text) in [("name", settings.name), ("url", settings.url), ("contact", settings.contact)] {
      do {
        _ = try TextCheck.optional(text, "settings/\(name)", max: IncidentLimits.titleScalarsMax)
      } catch { found.append(error) }
    }
    if !settings.url.isEmpty, !settings.url.hasPrefix("https://"), !settings.url.hasPrefix("http://") {
      object(.invalidText, "settings/url", "'\(settings.url)' is not the address of a page", "begin it with https://")
    }
    return found
  }

  private static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

/// What happened to the components; their stream is `components`.
package enum ComponentEvent: Hashable, Sendable {
  case listed(ComponentList)
  case stateChanged(ComponentStateChange)

  /// Nil for a kind or a version that this Mayday does not know.
  package init?(_ document: EventDocument) throws(EventDocumentError) {
    switch (document.kind, document.version) {
    case ("components-listed", 1): self = .listed(try document.decoded())
    case ("component-state-changed", 1): self = .stateChanged(try document.decoded())
    default: return nil
    }
  }

  package func document() throws -> EventDocument {
    switch self {
    case .listed(let list): try .init("components-listed", list)
    case .stateChanged(let change): try .init("component-state-changed", change)
    }
  }
}

/// The components as their events add up.
package struct StatusBoard: Codable, Hashable, Sendable {
  /// A component in a state from an instant on.
  package struct Stretch: Codable, Hashable, Sendable {
    package var change: ComponentStateChange
    package var from: Instant
  }

  package private(set) var version: Int64 = 0
  package private(set) var list = ComponentList()
  /// Oldest first, of all components.
  package private(set) var stretches: [Stretch] = []
  /// When each component was first listed: before it, nothing is known.
  package private(set) var since: [String: Instant] = [:]

  package init() {}

  package mutating func apply(_ event: ComponentEvent, _ stamp: EventStamp) {
    version = stamp.version
    switch event {
    case .listed(let list):
      self.list = list
      for component in list.components where since[component.id] == nil { since[component.id] = stamp.recorded }
    case .stateChanged(let change):
      stretches.append(Stretch(change: change, from: stamp.at))
    }
  }

  package mutating func skip(_ stamp: EventStamp) { version = stamp.version }

  /// Keeps what components went through, and no longer says which of these incidents it was for.
  package mutating func forget(incidents: Set<Int>) {
    for index in stretches.indices where stretches[index].change.incident.map(incidents.contains) == true {
      stretches[index].change.incident = nil
    }
  }

  package func condition(of component: String) -> ComponentCondition {
    stretches.last { $0.change.component == component }?.change.condition ?? .operational
  }
}
