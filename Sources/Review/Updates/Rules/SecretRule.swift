import EvidenceReading
package import Findings
import Incidents

/// A secret, or personal data, in a text that leaves the house.
package struct SecretRule: UpdateRule {
  package let identifier = "secret"
  package let severity = FindingSeverity.error
  package let summary = "a password, a key, or somebody's address, telephone or card number"
  package let reason = "What has been published cannot be taken back; a key that was seen must be changed."
  package let question = "Does the reader need it? If it is a secret, has it been changed?"

  package init() {}

  package func check(_ reading: UpdateReading) -> [Finding] {
    reading.partsWithHeadline.flatMap { part -> [Finding] in
      let bytes = Array(part.text.utf8)
      return Masking.ranges(in: bytes).compactMap { range in
        let value = String(decoding: bytes[range], as: UTF8.self)
        guard !Self.isMeantForReaders(value, before: bytes[..<range.lowerBound]) else { return nil }
        return reading.finding(
          self, in: part.field, at: Self.span(of: range, in: bytes), "this looks like a secret or like personal data",
          fix: Masking.mark)
      }
    }
  }

  private static let desks: Set<String> = [
    "support", "help", "helpdesk", "security", "privacy", "info", "contact", "status", "press", "team", "sales",
    "service", "billing", "abuse", "hello", "care", "office", "post", "mail", "refunds", "bookings", "orders",
    "customerservice", "customercare", "feedback", "media", "legal", "dpo", "noreply", "no-reply", "kontakt",
  ]

  /// The address of a desk, or a number that readers are told to call.
  private static func isMeantForReaders(_ value: String, before: ArraySlice<UInt8>) -> Bool {
    if let at = value.firstIndex(of: "@") {
      let local = value[..<at].lowercased()
      return desks.contains(local) || local.split { !$0.isLetter }.contains { desks.contains(String($0)) }
    }
    guard value.hasPrefix("+") else { return false }
    let lead = String(decoding: before.suffix(60), as: UTF8.self).lowercased()
    return ["call", "phone", "hotline", "ring", "dial", "support", "reach"].contains { lead.contains($0) }
  }

  private static func span(of range: Range<Int>, in bytes: [UInt8]) -> TextSpan {
    func place(_ offset: Int) -> (line: Int, column: Int) {
      let before = bytes[..<offset]
      let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
      let line = before.count { $0 == 10 } + 1
      return (line, String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.count + 1)
    }
    let start = place(range.lowerBound)
    let end = place(range.upperBound)
    return TextSpan(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }

  package var examples: [UpdateExample] {
    [
      UpdateExample("Sign in with the password: ⟦Winter2024!x⟧", in: .meanwhile, why: "a password"),
      UpdateExample("⟦maria.lopez@customer.example⟧ told us first.", in: .more, why: "somebody's address"),
      UpdateExample("Wrong mail went to ⟦maria.lopez@customer.example⟧", in: .title, why: "in the headline"),
      UpdateExample("Write to support@shop.example.", in: .meanwhile, why: "a desk that is there to be written to"),
      UpdateExample("Call us at +49 30 901820.", in: .meanwhile, why: "a number that is there to be called"),
      UpdateExample("Please change your password after 16:00 UTC.", in: .meanwhile, why: "the word alone"),
    ]
  }
}
