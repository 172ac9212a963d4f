import Chronology
import Incidents
import Plans
import RecordViews

/// What a new update begins with: what was said last, what the protocol gives, or what a plan holds ready, brought up to
/// now.
struct UpdateStart: Sendable {
  let audience: Audience
  let state: PublicState
  let text: UpdateText
  let components: [String: ComponentCondition]

  init(view: IncidentView, audience: Audience, broken: String?, prepared: PreparedWords? = nil, now: Instant) {
    let incident = view.incident
    let rule = view.policy.protocolFor(audience, severity: incident.facts.severity)
    let last = incident.updates.last { $0.isOut && $0.audience == audience }
    var text = last?.text ?? rule?.template ?? UpdateText()
    // What we are doing is what changes from one word to the next.
    if last != nil { text.doing = "" }
    text.more = ""
    if let prepared { text = prepared.fields }
    if let broken, !broken.isEmpty { text.broken = broken }
    if text.broken.isEmpty { text.broken = incident.facts.impact ?? "" }
    text.since = text.since ?? incident.instants[.impactStarted]?.at
    let state = incident.state.publicState ?? last?.state ?? .investigating
    self.state = prepared?.isLast == true ? .resolved : state == .investigating ? last?.state ?? state : state
    text.nextBy =
      self.state == .resolved
      ? nil
      : rule?.everyMinutes.map { minutes in
        let due = now.advanced(bySeconds: incident.seconds(ofMinutes: minutes))
        return incident.pace > 1 ? due : Self.rounded(due)
      }
    self.audience = audience
    self.text = text
    // What is over works again, or somebody says so.
    components = (last?.components ?? [:]).mapValues { state == .resolved ? .operational : $0 }
  }

  /// Down to five minutes, as people name times.
  private static func rounded(_ instant: Instant) -> Instant {
    let seconds = instant.nanoseconds / 1_000_000_000
    return Instant(seconds: seconds - (seconds % 300 + 300) % 300)
  }
}
