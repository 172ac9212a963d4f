import Accounts

/// Where else one can go, at the foot of every page of the app.
package struct SiteNavigation: Sendable {
  private let visitor: PageVisitor

  package init(visitor: PageVisitor) { self.visitor = visitor }

  /// Where people go on most days.
  private static let places: [(words: String, path: SitePath)] = [
    ("Incidents", .home), ("Declare an incident", .response(.declare)), ("Postmortems", .postmortems(.list)),
    ("Actions", .lessons(.actions())),
    ("Readiness", .readiness(.overview)), ("Checklists", .lessons(.checklists())), ("Library", .lessons(.library())),
  ]

  private static let others: [(words: String, path: SitePath)] = [
    ("Plans", .readiness(.plans)), ("Drills", .drills(.list)), ("Who can be called", .readiness(.people)),
    ("Reading", .lessons(.readings())), ("Guards", .lessons(.guards())), ("Trends", .lessons(.trends())),
    ("Near misses", .response(.nearMisses)), ("Safety to speak", .safety(.results)),
    ("Components", .response(.components)), ("Maintenance", .response(.maintenances)), ("Policy", .response(.policy)),
  ]

  package var html: HTML {
    Tag.nav(.class("places-nav"), .label("Mayday")) {
      Tag.ul {
        for place in Self.places where place.path != .response(.declare) || visitor.may(.respond) {
          Tag.li { Tag.a(.href(place.path)) { place.words } }
        }
        if visitor.caller != nil, !visitor.isLocal { Tag.li { signOut } }
      }
      Tag.details {
        Tag.summary { "More" }
        Tag.ul {
          for place in Self.others { Tag.li { Tag.a(.href(place.path)) { place.words } } }
          if visitor.may(.administer) { Tag.li { Tag.a(.href(.access(.people))) { "People" } } }
        }
      }
    }
  }

  /// A narrow screen has no room for it at the head.
  private var signOut: HTML {
    Tag.form(.class("foot-sign-out"), .set("method", "post"), .action(.access(.signOut))) {
      FormField.token.hidden(visitor.formToken ?? "")
      Tag.button(.class("quiet"), .set("type", "submit")) { "Sign out" }
    }
  }
}
