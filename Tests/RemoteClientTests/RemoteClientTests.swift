import Testing

struct RemoteClientTests {}
