import Testing

struct AccountStoreTests {}
