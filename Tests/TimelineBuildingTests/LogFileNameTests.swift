import Testing
import TimelineBuilding

struct LogFileNameTests {
  @Test(arguments: [
    ("shop1/var/log/orders.log", "orders", "shop1/var/log"),
    ("shop1/var/log/orders.log.1.gz", "orders", "shop1/var/log"),
    ("orders.log.2024-05-01.zst", "orders", ""),
    ("db-2024-05-01_120000.log", "db", ""),
    ("logs.tar!var/log/syslog.2", "syslog", "logs.tar!var/log"),
    ("2024.log", "2024", ""),
    ("messages", "messages", ""),
  ])
  func `rotation, compression and dates are left off`(path: String, stem: String, folder: String) {
    let name = LogFileName(path)
    #expect(name.stem == stem)
    #expect(name.folder == folder)
  }
}
