import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program run to its end, or to the end of its time, with everything it started.
///
/// It leads a session of its own, so that it and what it starts are ended together: first asked (SIGTERM), then after
/// ``graceSeconds`` made to (SIGKILL). What it leaves running when it ends by itself is ended too. Only a process that
/// opens a session of its own escapes. Foundation's `Process` can do none of this.
struct ChildProcess {
  static let graceSeconds = 1.0
  /// Bytes that are read in all: a program that writes without end is stopped there.
  static let readBytesMax = 64 * 1024 * 1024
  private static let lookAgainMilliseconds: Int32 = 20
  /// Goes to the folder and becomes the program: POSIX has no other way that needs no extension of it.
  ///
  /// Status 126 is what the shell gives for what cannot be run.
  private static let entry = "cd -- \"$0\" || exit 126; exec \"$@\""
  #if os(Linux)
    /// POSIX_SPAWN_SETSID of glibc 2.26 and musl 1.1.24, which their headers show to GNU sources only.
    private static let setSession: Int32 = 0x80
  #else
    private static let setSession = Int32(POSIX_SPAWN_SETSID)
  #endif
  /// One start at a time: a pipe is open to whatever is started before it is marked as ours.
  private static let turn = Mutex(())

  /// How it ended.
  enum End: Equatable {
    case exited(Int32)
    case signalled(Int32)
    case late
    case cancelled
    case tooMuchOutput
  }

  /// It could not be started, for the reason that the system gives.
  struct StartFailure: Error {
    var number: Int32
  }

  var arguments: [String]
  var environment: [String: String]
  var folder: String

  /// Runs it and waits, blocking its thread; standard output and error come together, in the order of writing.
  func run(until deadline: GuardDeadline, output: (ArraySlice<UInt8>) -> Void) throws(StartFailure) -> End {
    let (process, pipe) = try Self.turn.withLock { _ throws(StartFailure) in try start() }
    defer { _ = close(pipe) }
    var watch = ChildWatch(process: process, pipe: pipe)
    let reason = watch.untilEnd(deadline, lookAgainMilliseconds: Self.lookAgainMilliseconds, output: output)
    let status = watch.reap()
    watch.drain(output)
    if let reason { return reason }
    // As WIFEXITED and WEXITSTATUS do.
    return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
  }

  private func start() throws(StartFailure) -> (process: pid_t, pipe: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw StartFailure(number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    defer { _ = close(ends[1]) }
    do {
      return (try spawn(writingTo: ends[1]), ends[0])
    } catch {
      _ = close(ends[0])
      throw error
    }
  }

  private func spawn(writingTo write: Int32) throws(StartFailure) -> pid_t {
    #if os(Linux)
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, write, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, write, 2)
    for other in Self.openFiles() { unsafe posix_spawn_file_actions_addclose(&actions, other) }
    let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | Self.setSession
    // A server ignores signals that it handles otherwise; what is ignored would stay so in the program.
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = unsafe Self.cStrings(["/bin/sh", "-c", Self.entry, folder] + arguments)
    let settings = unsafe Self.cStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    defer {
      for index in unsafe words.indices { unsafe free(words[index]) }
      for index in unsafe settings.indices { unsafe free(settings[index]) }
    }
    var process: pid_t = 0
    let number = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, words, settings)
    guard number == 0 else { throw StartFailure(number: number) }
    return process
  }

  /// What this program has open beside the three standard files: a connection or a record is nothing for a guard.
  private static func openFiles() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/fd")) ?? []
    return names.compactMap { Int32($0) }.filter { $0 > 2 }
  }

  private static func cStrings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe texts.map { unsafe strdup($0) } + [nil]
  }
}
