import Documents
import Findings

extension PlanReader {
  private enum CommunicationColumn: Hashable { case audience, first, every, speaker, message }
  private enum ContactColumn: Hashable { case name, way, purpose }

  mutating func readCommunications(_ blocks: [DocumentBlock]) {
    var columns: TableColumns<CommunicationColumn>?
    for block in blocks {
      guard case .row(let isHeader) = block.kind else { continue }
      if isHeader {
        columns = TableColumns(
          header: block.cells,
          roles: [
            .audience: ["audience", "whom", "for whom", "to", "to whom", "recipients"],
            .first: ["first word within", "first word", "first within", "within", "first update", "deadline"],
            .every: ["then every", "every", "then", "interval", "cadence", "how often"],
            .speaker: ["who", "speaker", "who speaks", "responsible", "by", "role", "owner"],
            .message: ["what", "message", "words", "how", "says", "template", "channel", "what they say"],
          ],
          words: [(.audience, ["audience"]), (.first, ["first"]), (.every, ["every"]), (.speaker, ["who", "speaks"])])
      } else if let columns, let audience = Self.filled(columns.cell(.audience, of: block.cells)?.text) {
        guard plan.communications.count < PlanLimits.communicationsMax else { return }
        plan.communications.append(
          PlanCommunication(
            audience: audience, firstWithinSeconds: duration(columns.cell(.first, of: block.cells)),
            everySeconds: duration(columns.cell(.every, of: block.cells)),
            speaker: Self.filled(columns.cell(.speaker, of: block.cells)?.text),
            message: columns.cell(.message, of: block.cells)?.text ?? "",
            span: columns.cell(.audience, of: block.cells)?.span ?? Self.point(block.lines.lowerBound, 1)))
      }
    }
  }

  /// Seconds of a cell; nil for an empty one, with an objection for one that cannot be read.
  private mutating func duration(_ cell: Prose?) -> Int? {
    guard let cell, let text = Self.filled(cell.text) else { return nil }
    if let seconds = PlanDuration.seconds(text) { return seconds }
    object(
      "communication-time", cell.span, "'\(text)' is no duration", "Write it as 10 min, or leave the cell empty.")
    return nil
  }

  mutating func readContacts(_ blocks: [DocumentBlock]) {
    var columns: TableColumns<ContactColumn>?
    for block in blocks {
      guard case .row(let isHeader) = block.kind else { continue }
      if isHeader {
        columns = TableColumns(
          header: block.cells,
          roles: [
            .name: ["who", "name", "contact", "person", "supplier", "party"],
            .way: ["way", "how", "phone", "telephone", "number", "address", "reach", "contact way", "email", "mail"],
            .purpose: ["for", "what for", "why", "purpose", "when", "notes", "about"],
          ],
          words: [(.way, ["how", "phone", "reach", "address", "telephone"]), (.name, ["who", "name"])])
      } else if let columns, let name = Self.filled(columns.cell(.name, of: block.cells)?.text) {
        guard plan.contacts.count < PlanLimits.contactsMax else { return }
        plan.contacts.append(
          PlanContact(
            name: name, way: Self.filled(columns.cell(.way, of: block.cells)?.text),
            purpose: columns.cell(.purpose, of: block.cells)?.text ?? "",
            span: columns.cell(.name, of: block.cells)?.span ?? Self.point(block.lines.lowerBound, 1)))
      }
    }
  }
}
