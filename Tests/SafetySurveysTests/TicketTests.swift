import Foundation
import SafetySurveys
import Testing

/// Tickets are signed without being seen, and nobody else makes them.
struct TicketTests {
  private static let key = Result { () throws(SurveyError) in try SurveyKey() }

  private static func ticket(_ key: SurveyKey) throws -> (ticket: SurveyTicket, blinded: Data, signature: Data) {
    let unsigned = try key.publicKey.draw()
    let signature = try key.sign(blinded: unsigned.blinded)
    return (try unsigned.signed(signature), unsigned.blinded, signature)
  }

  @Test func `a ticket that was signed blindly is accepted, after the key was stored and read too`() throws {
    let key = try Self.key.get()
    let ticket = try Self.ticket(key).ticket
    #expect(try key.publicKey.accepts(ticket))
    #expect(try SurveyKey(stored: key.stored).publicKey.accepts(ticket))
    #expect(try SurveyPublicKey(hexadecimal: key.publicKey.hexadecimal).accepts(ticket))
  }

  @Test func `nothing of what the signer saw is in the ticket`() throws {
    let (ticket, blinded, signature) = try Self.ticket(try Self.key.get())
    #expect(blinded.count == SurveyLimits.signatureBytes)
    #expect(ticket.signature != signature)
    #expect(ticket.signature != blinded)
    #expect(blinded.range(of: ticket.secret) == nil)
    #expect(signature.range(of: ticket.secret) == nil)
  }

  @Test func `the same ticket is never drawn twice, and never blinded to the same`() throws {
    let key = try Self.key.get().publicKey
    let many = try (0..<20).map { _ in try key.draw().blinded }
    #expect(Set(many).count == 20)
  }

  @Test func `a ticket of another round, a changed one and a made-up one are refused`() throws {
    let key = try Self.key.get()
    let ticket = try Self.ticket(key).ticket
    #expect(try !SurveyKey().publicKey.accepts(ticket))
    var other = ticket.secret
    other[other.startIndex] ^= 1
    #expect(try !key.publicKey.accepts(SurveyTicket(secret: other, signature: ticket.signature)))
    #expect(try !key.publicKey.accepts(SurveyTicket(secret: Data(count: 32), signature: Data(count: 256))))
    #expect(try !key.publicKey.accepts(SurveyTicket(secret: Data(), signature: Data())))
  }

  @Test func `a signature that does not belong to it opens no ticket`() throws {
    let key = try Self.key.get()
    let unsigned = try key.publicKey.draw()
    let other = try key.sign(blinded: try key.publicKey.draw().blinded)
    #expect(throws: SurveyError.self) { try unsigned.signed(other) }
    #expect(throws: SurveyError.self) { try key.sign(blinded: Data(count: 3)) }
    #expect(throws: SurveyError.self) { try key.sign(blinded: Data(repeating: 255, count: 256)) }
  }
}
