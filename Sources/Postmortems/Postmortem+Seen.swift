extension Postmortem {
  /// The postmortem as a person may see it: what others told stays hidden until the accounts are open.
  ///
  /// Who was asked and who has told shows, so that it can be seen for whom one waits. Nil: nobody in particular.
  package func seen(by person: String?) -> Postmortem {
    guard accountsOpened == nil else { return self }
    var copy = self
    for index in copy.accounts.indices where copy.accounts[index].person != person {
      copy.accounts[index].statement = nil
    }
    return copy
  }
}
