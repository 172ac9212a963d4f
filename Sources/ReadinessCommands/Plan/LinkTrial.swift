import Foundation
import FoundationNetworking
import Plans

/// Tries the addresses that a plan points to.
enum LinkTrial {
  /// Addresses of one plan that are tried; the rest is left alone.
  private static let linksMax = 100
  private static let secondsMax = 10.0

  /// What each web address leads to; other addresses are left out.
  static func states(of plan: Plan) async -> [String: PlanContext.LinkState] {
    let targets = Set(plan.steps.flatMap(\.links).map(\.target)).filter {
      $0.hasPrefix("https://") || $0.hasPrefix("http://")
    }
    return await withTaskGroup(of: (String, PlanContext.LinkState).self) { group in
      var states: [String: PlanContext.LinkState] = [:]
      for target in targets.sorted().prefix(linksMax) { group.addTask { (target, await state(of: target)) } }
      for await (target, state) in group { states[target] = state }
      return states
    }
  }

  private static func state(of target: String) async -> PlanContext.LinkState {
    guard let address = URL(string: target) else { return .gone("no address") }
    var request = URLRequest(url: address, timeoutInterval: secondsMax)
    request.httpMethod = "HEAD"
    do {
      let (_, response) = try await URLSession.shared.data(for: request)
      guard let status = (response as? HTTPURLResponse)?.statusCode else { return .good }
      // A server that takes no HEAD, or wants a password, is there.
      return status == 404 || status == 410 ? .gone("\(status)") : .good
    } catch {
      return .gone("no answer")
    }
  }
}
