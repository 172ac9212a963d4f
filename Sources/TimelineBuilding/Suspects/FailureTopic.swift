/// Fields in which failures and changes speak of the same thing with different words: a `.crt` file and a handshake.
enum FailureTopic: String, CaseIterable {
  case certificates
  case nameResolution = "name resolution"
  case database
  case cache
  case disk
  case memory
  case limits
  case access
  case time

  private var words: Set<String> {
    switch self {
    case .certificates:
      [
        "certificate", "certificates", "cert", "certs", "crt", "pem", "tls", "ssl", "x509", "handshake", "csr",
        "issuer",
        "hostname", "truststore", "keystore", "openssl", "sslv3",
      ]
    case .nameResolution: ["dns", "resolve", "resolver", "resolv", "nxdomain", "servfail", "nameserver", "getaddrinfo"]
    case .database:
      [
        "database", "postgres", "postgresql", "mysql", "sql", "relation", "column", "migration", "migrations",
        "migrate",
        "deadlock", "query", "table", "index", "replica", "transaction", "psycopg", "jdbc", "statement", "lock", "pool",
      ]
    case .cache: ["cache", "redis", "memcached", "evict", "evicted", "eviction", "maxmemory", "ttl", "misses"]
    case .disk:
      ["disk", "space", "enospc", "volume", "inode", "inodes", "logrotate", "retention", "filesystem", "readonly"]
    case .memory: ["memory", "heap", "oom", "outofmemory", "xmx", "gc", "malloc", "rss"]
    case .limits:
      [
        "limit", "limits", "throttle", "throttled", "throttling", "quota", "ratelimit", "concurrency", "slots", "pool",
        "workers", "threads", "connections", "timeout", "timeouts", "max_connections", "nofile", "backlog",
      ]
    case .access:
      [
        "permission", "denied", "unauthorized", "forbidden", "token", "secret", "password", "credential", "credentials",
        "iam", "role", "acl",
      ]
    case .time: ["clock", "ntp", "chrony", "timezone", "tzdata", "skew", "leap"]
    }
  }

  static func topics(in names: Set<String>) -> Set<FailureTopic> {
    Set(allCases.filter { !$0.words.isDisjoint(with: names) })
  }
}
