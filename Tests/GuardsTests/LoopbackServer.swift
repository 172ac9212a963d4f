import Foundation

/// A program that a test starts, and that serves on a free port of this machine.
final class LoopbackServer: Sendable {
  let url: String
  private let process: Process

  private init(url: String, process: Process) {
    self.url = url
    self.process = process
  }

  deinit { stop() }

  func stop() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  static let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isPossible: Bool { python != nil }

  struct NotStarted: Error {}

  /// Starts the server below, which says its port on its first line.
  static func start() async throws -> LoopbackServer {
    guard let python else { throw NotStarted() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-u", "-c", script]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw NotStarted() }
    return LoopbackServer(url: "http://127.0.0.1:\(port)", process: process)
  }

  private static let script = """
    import http.server, time
    class Answers(http.server.BaseHTTPRequestHandler):
        def answer(self, status, body, **headers):
            self.send_response(status)
            for name, value in headers.items(): self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        def do_GET(self):
            path, _, rest = self.path.partition("?")
            if path == "/health":
                self.answer(200, '{"status": "up", "hosts": [{}, {"build": 649}], "open": true, "none": null, "s": "größe"}'.encode())
            elif path == "/text": self.answer(200, b"plain")
            elif path == "/echo": self.answer(200, f"{self.command} {self.headers.get('X-Key')}|".encode())
            elif path == "/to": self.answer(302, b"moved", Location=rest)
            elif path == "/loop": self.answer(302, b"moved", Location="/loop")
            elif path == "/slow": time.sleep(30)
            elif path == "/late":
                time.sleep(0.2)
                self.answer(200, b"late")
            elif path == "/endless":
                self.send_response(200)
                self.end_headers()
                while True: self.wfile.write(b"x" * 65536)
            else: self.answer(404, b"absent")
        do_POST = do_GET
        def log_message(self, *words): pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    print(server.server_port, flush=True)
    server.serve_forever()
    """
}
