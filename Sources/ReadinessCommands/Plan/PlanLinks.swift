import CommandKit
import Foundation
import Plans

/// What relative links of a plan lead to, seen from its folder.
enum PlanLinks {
  static func states(of plan: Plan, in file: MarkdownFile) -> [String: PlanContext.LinkState] {
    guard file.path != "-" else { return [:] }
    let folder = (file.path as NSString).deletingLastPathComponent
    var states: [String: PlanContext.LinkState] = [:]
    for target in Set(plan.steps.flatMap(\.links).map(\.target)) where isRelative(target) {
      let bare =
        target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first.map(String.init) ?? ""
      guard !bare.isEmpty else { continue }
      let path = (folder as NSString).appendingPathComponent(bare.removingPercentEncoding ?? bare)
      states[target] = FileManager.default.fileExists(atPath: path) ? .good : .gone("no such file")
    }
    return states
  }

  private static func isRelative(_ target: String) -> Bool {
    !target.hasPrefix("#") && !target.hasPrefix("/") && !target.contains("://") && !target.hasPrefix("mailto:")
      && !target.hasPrefix("tel:")
  }
}
