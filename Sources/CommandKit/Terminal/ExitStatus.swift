/// How a command ends.
package enum ExitStatus: Int32, Error {
  case clean = 0
  case findings = 1
  case failure = 2
  /// Nothing was found, and not everything could be checked.
  case unknown = 3
}
