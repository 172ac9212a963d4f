import Testing

struct PublicStatusTests {}
