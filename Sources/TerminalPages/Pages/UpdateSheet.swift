package import Chronology
import Findings
import Incidents
package import Interchange

/// An update exactly as it goes out, with where it goes and what stands in its way.
package struct UpdateSheet {
  private let preview: PreviewAnswer
  private let zone: DisplayZone
  private let now: Instant

  package init(preview: PreviewAnswer, zone: DisplayZone, now: Instant) {
    self.preview = preview
    self.zone = zone
    self.now = now
  }

  package func render(for terminal: Terminal) -> String {
    let update = preview.update
    var lines = TextLines(terminal)
    lines.add("Update \(update.number) to \(update.audience.words): \(update.state.rawValue)", style: .strong)
    lines.add(standing(update), indent: 2, hanging: 2)
    if !preview.places.isEmpty {
      lines.add(
        "\(update.standing == .draft ? "Goes to" : "Stands on"): \(preview.places.joined(separator: ", "))", indent: 2,
        hanging: 2)
    }
    if let headline = preview.headline { lines.add("Headline: \(headline)", indent: 2, hanging: 2) }
    for component in update.components {
      lines.add("Sets \(component.component) to \(component.condition.rawValue)", indent: 2)
    }
    if preview.needsApproval, update.approvedBy == nil, update.standing == .draft {
      lines.add("A second person has to approve it.", indent: 2, style: .late)
    }
    if !preview.held.isEmpty, update.standing == .draft {
      lines.add("The reviewer holds it: \(preview.held.joined(separator: ", "))", indent: 2, hanging: 2, style: .wrong)
    }
    lines.gap()
    for line in zone.localised(preview.markdown).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { lines.gap() } else { lines.add(String(line), indent: 4) }
    }
    if zone.localised(preview.markdown) != preview.markdown {
      lines.gap()
      lines.add("On the pages readers see times in their own zone.", indent: 2, style: .faint)
    }
    for former in update.former {
      lines.gap()
      lines.add(
        "Corrected \(zone.short(former.corrected, beside: now)) by \(former.by): \(former.reason)", indent: 2,
        hanging: 2)
    }
    return lines.text
  }

  private func standing(_ update: UpdateAnswer) -> String {
    var parts: [String] = []
    switch update.standing {
    case .draft: parts.append("draft by \(update.author), \(zone.short(update.drafted, beside: now))")
    case .published, .withdrawn:
      parts.append(
        "published \(update.published.map { zone.short($0, beside: now) } ?? "") by \(update.publishedBy ?? update.author)"
      )
    }
    if let person = update.approvedBy { parts.append("approved by \(person)") }
    if let reason = update.releaseReason { parts.append("released: \(reason)") }
    if let withdrawn = update.withdrawn {
      parts.append("withdrawn \(zone.short(withdrawn, beside: now)): \(update.withdrawnReason ?? "")")
    }
    return parts.joined(separator: " · ")
  }
}

/// What the reviewer says of an update, as `mayday review` prints it.
package struct UpdateFindings {
  private let preview: PreviewAnswer

  package init(preview: PreviewAnswer) { self.preview = preview }

  package func render(for terminal: Terminal) -> String {
    let text = preview.update.text
    // A finding names the field that it stands in; its place counts within the field's text.
    let fields = [
      "update/title": preview.headline ?? "", "update/broken": text.broken, "update/affected": text.affected,
      "update/doing": text.doing,
      "update/meanwhile": text.meanwhile, "update/apology": text.apology, "update/more": text.more,
    ]
    return FindingsText(findings: preview.findings, documents: fields, place: "update \(preview.update.number)")
      .render(for: terminal)
  }
}

extension PreviewAnswer {
  /// The commands that write those fields anew in which the reviewer found errors, the headline and components too.
  package var mendingCommand: String {
    let options = [
      ("broken", "--broken"), ("affected", "--affected"), ("since", "--since"), ("doing", "--doing"),
      ("meanwhile", "--meanwhile"), ("next-by", "--next"), ("apology", "--sorry"), ("more", "--more"),
    ]
    let paths = Set(findings.filter { $0.severity == .error }.map(\.path))
    let wanted = options.filter { paths.contains("update/\($0.0)") }.map { "\($0.1) \"…\"" }
    let edit = wanted + components
    let title = paths.contains("update/title") ? ["mayday revise --title \"…\""] : []
    guard !edit.isEmpty || title.isEmpty else { return title[0] }
    return (title + [(["mayday update edit \(update.number)"] + edit).joined(separator: " ")]).joined(separator: " && ")
  }

  /// What components are set to once those work that would stay broken; it replaces what the draft says of them.
  private var components: [String] {
    let repairs = findings.filter { $0.path == "update/components" }.compactMap(\.fix)
    guard !repairs.isEmpty else { return [] }
    let kept = update.components.map { "\($0.component)=\($0.condition.rawValue)" }.filter { one in
      !repairs.contains { $0.prefix { $0 != "=" } == one.prefix { $0 != "=" } }
    }
    return (kept + repairs).map { "--component \($0)" }
  }
}

/// What stands after a draft was written.
package struct DraftedText {
  private let incident: String
  private let preview: PreviewAnswer

  package init(incident: String, preview: PreviewAnswer) {
    self.incident = incident
    self.preview = preview
  }

  package func render(for terminal: Terminal) -> String {
    let update = preview.update
    var lines = TextLines(terminal)
    lines.add("\(incident) update \(update.number) to \(update.audience.words) is a draft.", style: .strong)
    let findings = UpdateFindings(preview: preview).render(for: terminal)
    var next = TextLines(terminal)
    if !preview.held.isEmpty {
      next.add("The reviewer holds it. Mend it: \(preview.mendingCommand)", hanging: 2)
    }
    if preview.needsApproval {
      next.add("A second person approves it: mayday update approve \(update.number)", hanging: 2)
    }
    next.add("See it as it goes out, and publish: mayday update publish \(update.number)", hanging: 2)
    return [lines.text, findings, next.text].joined(separator: "\n\n")
  }
}

/// Updates below each other, a line or two each.
package struct UpdateLines {
  private let updates: [UpdateAnswer]
  private let zone: DisplayZone
  private let now: Instant

  package init(updates: [UpdateAnswer], zone: DisplayZone, now: Instant) {
    self.updates = updates
    self.zone = zone
    self.now = now
  }

  package func add(to lines: inout TextLines) {
    lines.table(
      updates.map { update in
        [
          String(update.number), update.audience.words, standing(update), update.state.rawValue, text(update),
        ]
      }, styles: updates.map { $0.standing == .withdrawn ? .faint : nil })
  }

  private func standing(_ update: UpdateAnswer) -> String {
    switch update.standing {
    case .draft: update.approvedBy == nil ? "draft" : "approved"
    case .published: "out \(update.published.map { zone.short($0, beside: now) } ?? "")"
    case .withdrawn: "withdrawn"
    }
  }

  private func text(_ update: UpdateAnswer) -> String {
    let corrected = update.former.isEmpty ? "" : " (corrected)"
    let said = [update.text.broken, update.text.doing, update.text.more].first { !$0.isEmpty } ?? "nothing written yet"
    return said + corrected
  }
}
