/// Another time of day for one program, by the library that is built beside the tests (`Tests/ClockShift`).
enum ShiftedClock {
  /// The variables that move a program's clock by so many seconds, so many milliseconds after its start.
  static func environment(seconds: Int, after milliseconds: Int) -> [String: String] {
    ["LD_PRELOAD": Sandbox.programs + "/libClockShift.so", "CLOCK_SHIFT": "\(seconds) \(milliseconds)"]
  }
}
