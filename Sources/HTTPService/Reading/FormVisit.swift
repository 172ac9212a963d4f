import Hummingbird
import PageKit

/// A form that came in whole, from a visitor who may send it.
struct FormVisit: Sendable {
  var fields: FormFields
  var files: [MultipartForm.File] = []
  let context: VisitContext

  subscript(name: String) -> String { fields[name] ?? "" }
  subscript(field: FormField) -> String? { fields[field.rawValue] }

  /// Where the form asks to be led to; nil where it does not, or where that is no place here.
  var returnTo: LocalPath? { self[.returnTo].flatMap { LocalPath($0) } }
}

/// Reads the body of a form, whichever of the two ways it is written.
struct FormReader: Sendable {
  let reader: BodyReader
  let uploads: UploadGate

  /// `takesFiles` allows a larger body, of which few are read at a time.
  func form(_ request: Request, _ context: VisitContext, takesFiles: Bool = false) async throws -> FormVisit {
    let header = request.headers[.contentType]
    switch WrittenMediaType(header)?.essence {
    case "application/x-www-form-urlencoded":
      let bytes = try await small(request)
      return FormVisit(fields: try FormFields(urlEncoded: bytes), context: context)
    case "multipart/form-data" where takesFiles:
      return try await uploads.pass {
        let bytes = try await reader.bytes(
          of: request, what: "the form with its files", bytesMax: ServerLimits.uploadBytesMax,
          seconds: ServerLimits.uploadSeconds)
        return try Self.multipart(bytes, header, context)
      }
    case "multipart/form-data":
      return try Self.multipart(try await small(request), header, context)
    default:
      throw Refusal.unsupported("application/x-www-form-urlencoded or multipart/form-data")
    }
  }

  private func small(_ request: Request) async throws -> [UInt8] {
    try await reader.bytes(
      of: request, what: "the form", bytesMax: ServerLimits.formBytesMax, seconds: ServerLimits.bodySeconds)
  }

  private static func multipart(_ bytes: [UInt8], _ header: String?, _ context: VisitContext) throws -> FormVisit {
    let form = try MultipartForm(bytes, contentType: header ?? "")
    return FormVisit(fields: form.fields, files: form.files, context: context)
  }
}
