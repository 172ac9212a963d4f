import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Watches one child: reads what it writes, notices its end, ends it where it must.
struct ChildWatch {
  private static let drainSeconds = 0.5

  let process: pid_t
  let pipe: Int32
  private var isOpen = true
  private var bytesRead = 0
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  init(process: pid_t, pipe: Int32) {
    self.process = process
    self.pipe = pipe
  }

  /// Waits until the child has ended; the reason where it did not by itself.
  mutating func untilEnd(
    _ deadline: GuardDeadline, lookAgainMilliseconds: Int32, output: (ArraySlice<UInt8>) -> Void
  ) -> ChildProcess.End? {
    var reason: ChildProcess.End?
    var killAt = ContinuousClock.now
    while !hasEnded() {
      read(waitMilliseconds: lookAgainMilliseconds, output)
      if reason == nil {
        reason = Self.reason(deadline.state, bytesRead)
        guard reason != nil else { continue }
        signal(SIGTERM)
        killAt = ContinuousClock.now + .seconds(ChildProcess.graceSeconds)
      } else if ContinuousClock.now >= killAt {
        signal(SIGKILL)
      }
    }
    return reason
  }

  private static func reason(_ state: GuardDeadline.State, _ bytesRead: Int) -> ChildProcess.End? {
    switch state {
    case .late: .late
    case .cancelled: .cancelled
    case .open: bytesRead > ChildProcess.readBytesMax ? .tooMuchOutput : nil
    }
  }

  /// Ends what the child left running, and takes its status.
  ///
  /// In this order: as long as the status is not taken, the number of the child and of its group belongs to nobody else.
  func reap() -> Int32 {
    signal(SIGKILL)
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
    return status
  }

  /// Reads what is left in the pipe.
  mutating func drain(_ output: (ArraySlice<UInt8>) -> Void) {
    let end = ContinuousClock.now + .seconds(Self.drainSeconds)
    while isOpen, ContinuousClock.now < end, bytesRead <= ChildProcess.readBytesMax {
      read(waitMilliseconds: 10, output)
    }
  }

  private func hasEnded() -> Bool {
    var about = unsafe siginfo_t()
    let answer = unsafe waitid(P_PID, id_t(process), &about, WEXITED | WNOHANG | WNOWAIT)
    return unsafe answer == -1 ? errno != EINTR : about.si_signo == SIGCHLD
  }

  private mutating func read(waitMilliseconds: Int32, _ output: (ArraySlice<UInt8>) -> Void) {
    var wanted = [pollfd(fd: isOpen ? pipe : -1, events: Int16(POLLIN), revents: 0)]
    guard unsafe poll(&wanted, 1, waitMilliseconds) > 0, isOpen else { return }
    let room = buffer.count
    #if canImport(Darwin)
      let count = unsafe Darwin.read(pipe, &buffer, room)
    #elseif canImport(Musl)
      let count = unsafe Musl.read(pipe, &buffer, room)
    #else
      let count = unsafe Glibc.read(pipe, &buffer, room)
    #endif
    if count > 0 {
      bytesRead += count
      output(buffer[..<count])
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      isOpen = false
    }
  }

  /// To the child's group, and to what has left the group but not the session: jobs of an interactive shell do.
  private func signal(_ number: Int32) {
    _ = kill(-process, number)
    for other in Self.members(ofSession: process) where other != process { _ = kill(other, number) }
  }

  /// Processes of a session, from /proc; none where there is no such folder.
  private static func members(ofSession session: pid_t) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { number in
      guard let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
        let end = stat.lastIndex(of: ")")
      else { return false }
      // Behind the name: state, parent, group, session (proc(5)).
      let fields = stat[end...].split(separator: " ")
      return fields.count > 4 && fields[4] == "\(session)"
    }
  }
}
