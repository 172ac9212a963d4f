/// Where else one can go, at the foot of every page of the app.
package struct SiteNavigation: Sendable {
  package init() {}

  private static let places: [(words: String, path: SitePath)] = [
    ("Incidents", .home), ("Declare an incident", .response(.declare)), ("Near misses", .response(.nearMisses)),
    ("Components", .response(.components)), ("Maintenance", .response(.maintenances)), ("Policy", .response(.policy)),
  ]

  package var html: HTML {
    Tag.nav(.class("places-nav"), .label("Mayday")) {
      Tag.ul { for place in Self.places { Tag.li { Tag.a(.href(place.path)) { place.words } } } }
    }
  }
}
