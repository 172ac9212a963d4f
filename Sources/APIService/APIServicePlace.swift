/// The operations of the API over a desk.
enum APIServicePlace {}
