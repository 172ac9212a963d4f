import PageKit

extension FormTokens {
  /// Who a page is shown to, with a new key for its forms.
  func visitor(_ context: VisitContext) -> PageVisitor {
    PageVisitor(
      caller: context.visitor.caller, formToken: token(for: context), formKey: String(Self.newSecret().prefix(22)))
  }
}
