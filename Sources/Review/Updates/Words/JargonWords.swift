/// Words of the workshop, by how surely they are no others.
enum JargonWords {
  /// Never anything else.
  static let words: Set<String> = [
    "dns", "tls", "ssl", "tcp", "udp", "http", "cdn", "bgp", "vpc", "vms", "oom", "oomkilled", "p50", "p90",
    "p95", "p99", "p99.9", "p999", "k8s", "kubernetes", "kubelet", "slo", "slos", "sli", "slis", "mttr", "rca", "rps",
    "qps", "iops", "rpc", "grpc", "jvm", "ttl", "etcd", "nginx", "redis", "kafka", "rabbitmq", "postgres", "postgresql",
    "mysql", "mariadb", "mongodb", "elasticsearch", "memcached", "haproxy", "cronjob", "crashloop", "crashloopbackoff",
    "50x", "40x", "5xx", "4xx", "hostname", "hostnames", "nodepool", "nodepools", "5xxs", "4xxs", "sev1", "sev2",
    "sev3", "sev4", "sev-1", "sev-2", "sev-3", "sev-4", "failover",
    "failovers", "stacktrace", "segfault", "backend", "backends", "back-end", "microservice", "microservices",
    "middleware", "webserver", "namespace", "hypervisor", "autoscaling", "autoscaler", "rollout", "rollouts", "regex",
    "mutex", "deadlock", "deadlocks", "npe", "frontend", "front-end", "throttling", "async", "ci/cd", "iam",
    "nat", "ipv6", "mtls", "oauth", "saml", "ldap", "goroutine", "goroutines", "heap", "coredump", "noc", "sre", "sres",
    "poller", "daemon", "daemons", "configmap", "helm", "terraform", "ansible", "systemd",
  ]
  static let phrases: PhraseTable = [
    "latency|traffic|cpu|memory|error spike|spikes", "increased|elevated|high|higher latency|latencies",
    "elevated|increased|high error rate|rates|errors", "error rate|rates", "fail|failed|failing over to",
    "load balancer|balancers|balancing", "connection|thread pool|pools", "stack trace|traces", "null pointer",
    "race condition|conditions", "memory leak|leaks", "replication lag", "read replica|replicas",
    "primary|replica|master|slave database|databases|node|nodes", "message broker|queue|queues",
    "garbage collection", "core dump", "control|data plane", "schema migration", "origin server|servers",
    "upstream|downstream service|services|provider|providers|dependency|dependencies|api|timeout|timeouts|error|errors",
    "exit code|status", "feature flag|flags", "internal server error|errors", "bad gateway", "root certificate",
    "certificate chain", "name server|servers", "nameserver|nameservers", "api gateway", "cache invalidation",
    "cpu|memory|disk usage|utilisation|utilization", "stale data|cache", "background worker|workers|job|jobs",
    "cache layer|layers", "node pool|pools", "cold start|starts", "rate limiter|limiters",
  ]
  /// Words of the workshop only among others of it.
  static let contextual: Set<String> = [
    "pod", "pods", "node", "nodes", "cluster", "clusters", "shard", "shards", "replica", "replicas", "container",
    "containers", "instances", "upstream", "downstream", "ingress", "worker", "workers", "consumer", "proxy", "proxies",
  ]
  /// What goes with them.
  static let beside: Set<String> = [
    "restart", "restarted", "restarting", "crash", "crashed", "crashing", "evicted", "deployment", "deploy", "deployed",
    "memory", "rebooted", "reboot", "scaled", "scaling", "database", "databases", "server", "servers", "cpu",
    "timeouts",
    "timeout", "queue", "latency", "quorum", "unhealthy", "scheduled",
  ]
  static let innerDomains: Set<String> = ["internal", "local", "lan", "svc", "corp", "intra", "localdomain"]
  /// What the names of services end with.
  static let serviceEnds: Set<String> = [
    "service", "svc", "worker", "workers", "db", "api", "gateway", "backend", "prod", "staging", "cluster", "primary",
    "replica", "proxy", "daemon", "queue", "cache", "consumer", "server", "lb", "frontend",
  ]
  /// `self-service` and the like are no services of ours.
  static let plainStarts: Set<String> = [
    "self", "customer", "full", "in", "multi", "single", "room", "food", "after", "postal", "client", "pre", "non",
    "web",
    "long", "out-of", "out", "bus", "rail", "tele", "co", "key", "public", "civil", "social", "care", "health", "fast",
  ]
  /// What the names of hosts begin with.
  static let hostStems: Set<String> = [
    "web", "db", "app", "api", "srv", "host", "lb", "redis", "kafka", "pg", "mysql", "mq", "worker", "prod", "stage",
    "staging", "edge", "proxy", "k8s", "ip", "vm", "ns", "mx", "smtp", "mail", "auth", "cron", "gw", "replica", "shard",
    "master", "cache", "nginx", "etcd", "node", "pay",
  ]
}
