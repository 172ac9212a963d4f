import Testing

struct APIServiceTests {}
