import Hummingbird

/// Finds the page at a path.
struct PageFinder {
  let routes: [Route]

  func route(_ path: String) -> (Route, Parameters)? {
    let parts = path.split(separator: "/")
    for route in routes where route.surface == .page && route.method == .get {
      let template = route.path.split(separator: "/")
      guard template.count == parts.count else { continue }
      var parameters = Parameters()
      let fits = zip(template, parts).allSatisfy { name, part in
        guard name.hasPrefix("{") else { return name == part }
        parameters[name.dropFirst().dropLast()] = part
        return true
      }
      if fits { return (route, parameters) }
    }
    return nil
  }
}
