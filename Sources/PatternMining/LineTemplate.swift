/// The template of one message, before ``TemplateMerging``: for benchmarks and for looking into a single line.
package enum LineTemplate {
  package static func template(of message: [UInt8]) -> String {
    var sink = TemplateSink(message: message)
    LineScanner().scan(message.span, into: &sink)
    return sink.template
  }
}
