/// Speaks to a server of Mayday.
enum RemoteClientPlace {}
