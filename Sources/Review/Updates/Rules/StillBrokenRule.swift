package import Findings
import Incidents

/// It is said to be over while the status page says that a component does not work.
package struct StillBrokenRule: UpdateRule {
  package let identifier = "still-broken"
  package let severity = FindingSeverity.error
  package let summary = "the update says that it is over, and a component stays broken on the status page"
  package let reason = "Readers see both at once, and believe neither."
  package let question = "Does it work again? If so, set it to work with this update; if not, is it over?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    guard reading.context.state == .resolved, reading.context.audience == .customers else { return [] }
    return reading.context.stillBroken.map { component in
      reading.finding(
        self, in: .components, "'\(component.name)' would still not work on the status page",
        fix: "\(component.id)=\(ComponentCondition.operational.rawValue)")
    }
  }

  package var examples: [UpdateExample] {
    let broken: (inout UpdateContext, inout UpdateText) -> Void = { context, _ in
      context.stillBroken = [UpdateContext.BrokenComponent(id: "checkout", name: "Checkout")]
    }
    return [
      UpdateExample("⟦checkout stays broken⟧", in: .components, state: .resolved, why: "over, and not", with: broken),
      UpdateExample("checkout works", in: .components, state: .resolved, why: "both say the same"),
      UpdateExample("checkout stays broken", in: .components, state: .monitoring, why: "not over yet", with: broken),
      UpdateExample(
        "checkout stays broken", in: .components, for: .internal, state: .resolved,
        why: "colleagues do not read it beside the components", with: broken),
    ]
  }
}
