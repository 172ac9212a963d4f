/// The words by which teams speak of kinds of failures and of what they run.
enum CuePhrases {
  static let ofKinds: [ReadingKind: [String]] = [
    .release: [
      "release", "deploy", "deployed", "deployment", "rollout", "rolled out", "new version", "new build", "rollback",
    ],
    .configuration: ["configuration", "config", "setting", "misconfigured", "misconfiguration", "flag"],
    .certificate: ["certificate", "cert", "tls", "ssl", "x509", "expired certificate", "handshake"],
    .dns: ["dns", "name server", "nameserver", "resolver", "domain name", "nxdomain"],
    .network: [
      "network", "bgp", "network switch", "packet loss", "packets lost", "vpn", "firewall", "latency between",
    ],
    .database: [
      "database", "sql", "postgres", "postgresql", "mysql", "mariadb", "mongodb", "cassandra", "replica", "replication",
      "standby", "failover of the database", "sqlite", "oracle",
    ],
    .dataLoss: ["data loss", "lost data", "data lost", "deleted", "wiped", "dropped table", "backup", "corrupted"],
    .storage: ["storage", "disk", "volume", "bucket", "object store", "file system", "s3", "disk full"],
    .time: ["clock", "leap second", "leap year", "time zone", "timezone", "ntp", "daylight saving", "year 2038"],
    .capacity: [
      "overload", "overloaded", "load", "capacity", "saturated", "saturation", "queue", "out of memory", "oom", "cpu",
      "connection pool", "pool exhausted", "traffic spike", "rate limit",
    ],
    .cascade: ["cascade", "cascading", "retry storm", "retries", "thundering herd", "domino"],
    .dependency: [
      "supplier", "vendor", "third party", "provider", "upstream", "dependency", "external service", "payment provider",
      "api of",
    ],
    .security: [
      "security", "vulnerability", "breach", "leaked", "attacker", "attack", "ddos", "credential", "token leaked",
      "unauthorised", "unauthorized", "ransomware", "phishing",
    ],
    .supplyChain: [
      "supply chain", "package registry", "npm", "malicious package", "dependency update", "library update",
    ],
    .humanFactors: [
      "handover", "fatigue", "confusing", "wrong host", "wrong window", "by hand", "manual step", "runbook",
      "look alike",
    ],
    .safety: ["safety", "injury", "patient", "medical", "emergency call"],
    .units: ["wrong unit", "units of", "conversion", "interface contract", "schema mismatch", "data format"],
    .migration: ["migration", "migrate", "migrated", "cutover", "cut over", "moved to"],
    .automation: ["automation", "automated", "script", "cron", "job deleted", "autoscaling", "terraform", "ansible"],
    .monitoring: [
      "monitoring", "alert", "alarm", "no alarm", "dashboard", "silent", "nobody noticed", "went unnoticed",
    ],
    .recovery: ["recovery", "restore", "restored", "failover", "roll back", "rolled back", "backup", "restart"],
  ]

  /// Other names of what readings name.
  private static let others: [String: [String]] = [
    "PostgreSQL": ["postgres", "psql", "pgbouncer", "patroni"],
    "MySQL": ["mariadb", "percona"],
    "Node.js": ["nodejs", "node js"],
    "JavaScript": ["typescript"],
    "Go": ["golang"],
    "DNS": ["name server", "nameserver", "route 53", "bind9", "coredns"],
    "certificates": ["certificate", "tls", "ssl", "let's encrypt", "acme"],
    "TLS": ["ssl", "https", "certificate"],
    "object storage": ["s3", "minio", "bucket", "blob storage", "gcs"],
    "Amazon S3": ["s3"],
    "AWS": ["amazon web services", "ec2", "s3", "lambda", "rds"],
    "Azure": ["microsoft azure"],
    "Linux": ["debian", "ubuntu", "rhel", "fedora", "alpine"],
    "npm": ["yarn", "node_modules", "package.json"],
    "load balancer": ["haproxy", "nginx", "elb", "alb", "traefik", "envoy"],
    "cache": ["redis", "memcached", "varnish"],
    "CDN": ["content delivery network", "cloudflare", "fastly", "akamai", "cloudfront"],
    "content delivery network": ["cdn", "cloudflare", "fastly", "akamai", "cloudfront"],
    "edge proxy": ["reverse proxy", "nginx", "envoy", "haproxy"],
    "feature flags": ["feature flag", "feature toggle", "launchdarkly", "unleash"],
    "message queue": ["rabbitmq", "kafka", "sqs", "nats", "activemq", "queue"],
    "service discovery": ["consul", "etcd", "zookeeper", "eureka"],
    "build pipeline": ["ci", "jenkins", "github actions", "gitlab ci", "buildkite"],
    "CI": ["jenkins", "github actions", "gitlab ci", "buildkite", "continuous integration"],
    "package registry": ["artifactory", "nexus", "npm", "pypi"],
    "cloud region": ["region", "availability zone", "us-east-1", "eu-west-1", "eu-central-1"],
    "single sign-on": ["sso", "oauth", "saml", "keycloak", "okta"],
    "cron": ["crontab", "scheduled job", "nightly job"],
    "mail": ["smtp", "postfix", "e-mail", "email"],
    "email alerts": ["alert mail"],
    "web application firewall": ["waf"],
    "regular expressions": ["regex", "regexp", "regular expression"],
    "autoscaling": ["auto scaling", "autoscaler", "hpa"],
    "cluster scheduler": ["kubernetes", "nomad", "mesos", "k8s"],
    "Nomad": ["kubernetes", "k8s"],
    "Kubernetes": ["k8s"],
    "virtual machines": ["vm", "vmware", "hypervisor", "kvm"],
    "mobile app": ["ios app", "android app"],
    "deployment scripts": ["deploy script", "ansible", "capistrano"],
    "webhooks": ["webhook"],
    "BGP": ["route leak", "autonomous system"],
    "SaaS": ["software as a service", "tenant"],
    "multi-tenant database": ["tenant"],
    "core banking": ["ledger", "account balance"],
    "endpoint protection": ["antivirus", "edr", "crowdstrike"],
    "Apache Struts": ["struts"],
    "NTP": ["chrony", "time server"],
    "xz": ["liblzma", "xz utils"],
    "OpenSSH": ["sshd"],
  ]

  /// Names that are words of every day too: they count with their capitals only.
  private static let everyday: Set<String> = [
    "vault", "nomad", "raft", "consul", "windows", "ada", "fedora", "unix", "orchestrator", "lua",
  ]
  /// Names too short, or words too general, to tell anything by themselves.
  private static let mute: Set<String> = [
    "c", "go", "terminal", "scripts", "parser", "simulation", "clocks", "rollback", "databases", "backups", "failover",
    "replication", "redundancy", "monitoring", "alarms", "dashboards", "routers", "web application", "code reuse",
  ]

  static func isProduct(_ name: String) -> Bool { name.contains { $0.isUppercase } || ["npm", "xz"].contains(name) }

  static func ofTechnology(_ name: String) -> [CuePhrase] {
    var phrases = (others[name] ?? []).map { CuePhrase($0) }
    if !mute.contains(name.lowercased()) {
      phrases.append(CuePhrase(name, isExact: everyday.contains(name.lowercased())))
    }
    return phrases
  }
}
