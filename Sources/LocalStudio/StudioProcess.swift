import Dispatch
import Glibc

/// Starts the studio as a process of its own and reads the line by which it says that it is ready.
enum StudioProcess {
  /// How long a studio may take to say that it is ready, in milliseconds.
  private static let patience: Int32 = 30_000

  /// Starts the program in a session of its own, so that keys typed here do not reach it.
  ///
  /// - Parameter settings: Variables that the program finds beside, or in place of, those of this process.
  /// - Returns: Its first line.
  /// - Throws: ``LocalStudioError/notStarted(_:)`` with what it wrote to standard error.
  static func start(_ program: String, arguments: [String], settings: [String: String]) async throws -> String
  {
    try await withCheckedThrowingContinuation { continuation in
      // Blocking reads, so not on the cooperative pool.
      DispatchQueue.global().async {
        continuation.resume(
          with: Result { try startAndWait(program, arguments: arguments, settings: settings) })
      }
    }
  }

  private static func startAndWait(
    _ program: String, arguments: [String], settings: [String: String]
  ) throws(LocalStudioError) -> String {
    let output = try makePipe()
    let errors = try makePipe()
    defer {
      close(output.read)
      close(errors.read)
    }
    let process: pid_t
    do {
      defer {
        close(output.write)
        close(errors.write)
      }
      process = try spawn(program, arguments, settings, output: output.write, errors: errors.write)
    }
    guard let line = readLine(from: output.read) else {
      kill(process, SIGTERM)
      // A program in a shell calls an error by its name; here it stands in a sentence.
      let told = readAll(from: errors.read)
      let reason = told.hasPrefix("Error: ") ? String(told.dropFirst("Error: ".count)) : told
      waitpid(process, nil, 0)
      throw .notStarted(reason.isEmpty ? "it ended without a word; try “t2v-studio serve” by hand" : reason)
    }
    return line
  }

  private static func makePipe() throws(LocalStudioError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .notStarted(String(cString: strerror(errno))) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Keeps descriptors that t2v has inherited beyond the standard streams from the studio: it outlives t2v, and
  /// whoever waits for such a descriptor to close would wait for the studio.
  private static func keepInheritedDescriptors() {
    guard let folder = opendir("/proc/self/fd") else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let number = Int32(name), number > STDERR_FILENO { _ = fcntl(number, F_SETFD, FD_CLOEXEC) }
    }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ settings: [String: String], output: Int32, errors: Int32
  ) throws(LocalStudioError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

    keepInheritedDescriptors()
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // t2v ignores some signals; its child starts with none ignored or blocked.
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // POSIX_SPAWN_SETSID is a macro with a cast, which Swift does not import.
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK) | newSession))

    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var variables = environment(with: settings).map { strdup($0) } + [nil]
    defer { for variable in variables { free(variable) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
    guard result == 0 else { throw .notStarted("\(program): \(String(cString: strerror(result)))") }
    return process
  }

  /// The environment of this process as `NAME=value`, with the settings in place of what it has of those names.
  private static func environment(with settings: [String: String]) -> [String] {
    var list: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if settings[String(text.prefix { $0 != "=" })] == nil { list.append(text) }
      next += 1
    }
    return list + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func readLine(from descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 4096 {
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, read(descriptor, &byte, 1) == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }

  /// What the studio wrote before it ended, without white space at its ends.
  private static func readAll(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < 16_384 {
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 2000) > 0 else { break }
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n").joined(separator: " ")
  }
}
