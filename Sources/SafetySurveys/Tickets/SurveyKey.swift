internal import Crypto
internal import CryptoExtras
package import Foundation

/// The key of one round, which signs tickets without seeing them.
///
/// RSABSSA-SHA384-PSS-Deterministic of RFC 9474: a ticket is 256 bits of chance, for which the RFC allows the variant
/// without a randomizer (section 5: "applications that provide high-entropy input messages").
package struct SurveyKey: Sendable {
  private let key: _RSA.BlindSigning.PrivateKey<SHA384>

  package init() throws(SurveyError) {
    do {
      key = try _RSA.BlindSigning.PrivateKey(
        keySize: .init(bitCount: SurveyLimits.keyBits), parameters: .RSABSSA_SHA384_PSS_Deterministic)
    } catch {
      throw .failedKey("a new key could not be made")
    }
  }

  /// As it was stored.
  package init(stored: Data) throws(SurveyError) {
    do {
      key = try _RSA.BlindSigning.PrivateKey(
        derRepresentation: stored, parameters: .RSABSSA_SHA384_PSS_Deterministic)
    } catch {
      throw .failedKey("the round's key cannot be read")
    }
  }

  package var stored: Data { key.derRepresentation }

  package var publicKey: SurveyPublicKey {
    get throws(SurveyError) {
      do {
        return try SurveyPublicKey(modulus: key.publicKey.getKeyPrimitives().modulus)
      } catch {
        throw .failedKey("the round's key cannot be read")
      }
    }
  }

  /// Signs what was blinded; it tells nothing of the ticket.
  package func sign(blinded: Data) throws(SurveyError) -> Data {
    guard blinded.count == SurveyLimits.signatureBytes else { throw .foreignTicket }
    do {
      return try key.blindSignature(for: blinded).rawRepresentation
    } catch {
      throw .foreignTicket
    }
  }
}

/// The half of a round's key that everybody may have: to blind a ticket, and to check one.
package struct SurveyPublicKey: Sendable {
  /// Big-endian.
  package let modulus: Data
  private let key: _RSA.BlindSigning.PublicKey<SHA384>

  package init(modulus: Data) throws(SurveyError) {
    do {
      // 65537, as every key here is made.
      key = try _RSA.BlindSigning.PublicKey(
        n: modulus, e: Data([1, 0, 1]), parameters: .RSABSSA_SHA384_PSS_Deterministic)
    } catch {
      throw .failedKey("the round's public key cannot be read")
    }
    guard key.keySizeInBits == SurveyLimits.keyBits else { throw .failedKey("the round's public key has another size") }
    self.modulus = modulus
  }

  package init(hexadecimal: String) throws(SurveyError) {
    var bytes = Data()
    var rest = hexadecimal[...]
    while rest.utf8.count >= 2, let byte = UInt8(rest.prefix(2), radix: 16) {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    guard rest.isEmpty, !bytes.isEmpty, bytes.count <= 1024 else {
      throw .failedKey("the round's public key cannot be read")
    }
    try self.init(modulus: bytes)
  }

  package var hexadecimal: String {
    modulus.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  /// Whether the key of this round signed the ticket.
  package func accepts(_ ticket: SurveyTicket) -> Bool {
    guard ticket.secret.count == SurveyLimits.ticketBytes, ticket.signature.count == SurveyLimits.signatureBytes else {
      return false
    }
    return key.isValidSignature(.init(rawRepresentation: ticket.signature), for: key.prepare(ticket.secret))
  }

  /// A new ticket, not signed yet.
  package func draw() throws(SurveyError) -> UnsignedTicket {
    // The system's generator is one for cryptography (getrandom, arc4random).
    let secret = Data((0..<SurveyLimits.ticketBytes).map { _ in UInt8.random(in: .min ... .max) })
    let message = key.prepare(secret)
    do {
      let result = try key.blind(message)
      let key = key
      return UnsignedTicket(blinded: result.blindedMessage) { signature throws(SurveyError) in
        do {
          let signed = try key.finalize(
            .init(rawRepresentation: signature), for: message, blindingInverse: result.inverse)
          return SurveyTicket(secret: secret, signature: signed.rawRepresentation)
        } catch {
          throw .foreignTicket
        }
      }
    } catch {
      throw .failedKey("a ticket could not be made")
    }
  }
}

/// A ticket on its way to be signed: what is sent is blinded, what opens it stays here.
package struct UnsignedTicket {
  package let blinded: Data
  private let finish: (Data) throws(SurveyError) -> SurveyTicket

  init(blinded: Data, finish: @escaping (Data) throws(SurveyError) -> SurveyTicket) {
    self.blinded = blinded
    self.finish = finish
  }

  /// The ticket, from the signature over what was blinded; throws where the round's key did not make it.
  package func signed(_ signature: Data) throws(SurveyError) -> SurveyTicket { try finish(signature) }
}

/// What lets one person answer once, and tells nobody who.
package struct SurveyTicket: Sendable, Hashable {
  package let secret: Data
  package let signature: Data

  package init(secret: Data, signature: Data) {
    self.secret = secret
    self.signature = signature
  }

  /// By which a ticket that was used is known again.
  package var digest: Data { Data(SHA256.hash(data: secret)) }
}

extension SurveyError {
  package static let foreignTicket = SurveyError(
    .invalidTicket, place: "ticket", message: "it is not a ticket of this round",
    hint: "draw one on the page of the round, or with: mayday survey answer")

  static func failedKey(_ message: String) -> SurveyError { SurveyError(.storage, place: "survey", message: message) }
}
