import Plans
import Schemas
import WireSchemas

/// Schemas of who can be asked, and of names that nobody here has.
enum CallSchemas {
  static let asked = Schema.object(
    [
      .required("name", WireSchema.anyText), .required("place", .choice(of: RosterPerson.Place.self)),
      .required(
        "contacts", PersonAnswer.contacts.noted("Empty for those who may not see how to reach people.")),
    ], name: "AskedPerson")

  static let doubt = Schema.object(
    [
      .required("name", WireSchema.anyText),
      .optional("near", WireSchema.anyText.noted("The name that was probably meant.")),
    ], name: "NameDoubt")

  static let stepPerson = Schema.object(
    [
      .required("named", WireSchema.anyText), .optional("role", WireSchema.identifier),
      .optional("holder", WireSchema.anyText), .required("asked", .list(of: asked, max: CallList.askedMax)),
    ], name: "StepPerson")
}
