import EvidenceReading
import Testing

struct MaskingTests {
  @Test(arguments: [
    ("dsn host=db1 password=s3cr3t-pw port=5432", "dsn host=db1 password=[masked] port=5432"),
    (#"{"db_password": "s3cr3t pw", "user": "shop"}"#, #"{"db_password": "[masked]", "user": "shop"}"#),
    (#"{"a":"{\"api_key\":\"k-123456\",\"b\":1}"}"#, #"{"a":"{\"api_key\":\"[masked]\",\"b\":1}"}"#),
    ("POST /reset?reset_token=f4k3&lang=de 200", "POST /reset?reset_token=[masked]&lang=de 200"),
    ("redis://shop:hunter2@cache1:6379/0", "redis://shop:[masked]@cache1:6379/0"),
    ("Authorization: Bearer ab12cd34ef56ab12", "Authorization: Bearer [masked]"),
    ("auth=Bearer ab12cd34ef56ab12, next", "auth=Bearer [masked], next"),
    ("sent eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.c2ln back", "sent [masked] back"),
    ("key AKIAIOSFODNN7ABCDEFG used", "key [masked] used"),
    ("AWS_SECRET_ACCESS_KEY=abc/def+ghi/jkl", "AWS_SECRET_ACCESS_KEY=[masked]"),
    ("mail to jane.roe+x@customer.example bounced", "mail to [masked] bounced"),
    ("7seas@customer.example", "[masked]"),
    ("card 4242 4242 4242 4242 declined", "card [masked] declined"),
    ("card 4242424242424242", "card [masked]"),
    ("call +49 30 1234567 now", "call [masked] now"),
    (
      "-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----",
      "-----BEGIN RSA PRIVATE KEY-----[masked]-----END RSA PRIVATE KEY-----"
    ),
    ("password: 'p w' # comment", "password: '[masked]' # comment"),
  ])
  func `secrets go and their keys stay`(text: String, expected: String) {
    #expect(Masking.masked(text) == expected)
  }

  @Test(arguments: [
    ("rid=8be0cf3759f093b08a3badcccc3f096e", "a request id"),
    ("order 4711000000000001 paid", "an order number whose check digit is wrong"),
    ("at 1785591000250 ms", "an instant in milliseconds"),
    ("at 1785591000250123", "an instant in microseconds begins with no issuer's digit"),
    ("commit 4242424242424242deadbeef", "digits inside a hash"),
    ("token: expired", "prose about a token"),
    ("the password was wrong", "prose about a password"),
    ("bypass=true pass_count=17", "keys that only sound like it"),
    ("user=shop@shop database", "a database user, no address"),
    ("getty@tty1.service started", "a unit of systemd"),
    ("[01/Aug/2012:13:30:00 +0000]", "a zone"),
    ("token=null password=", "no value to hide"),
    ("GET http://host:8080/path@2x.png", "a port and a path"),
    ("Basic settings loaded", "prose"),
    ("", "nothing"),
  ])
  func `what is needed to check a timeline stays`(text: String, reason: String) {
    #expect(Masking.masked(text) == text, "\(reason)")
  }

  @Test
  func `masking twice changes nothing more`() {
    let once = Masking.masked("password=abc123 mail a.b@c.example card 4242424242424242 Bearer ab12cd34ef56ab12")
    #expect(Masking.masked(once) == once)
  }
}
