import CFuzzer
import FuzzTargets
import Glibc

/// Fuzzes the target that `FUZZ_TARGET` names; the arguments are libFuzzer's. `make fuzz` builds and calls it.
@main
enum Fuzzer {
  private static let target: FuzzTarget? = getenv("FUZZ_TARGET").flatMap {
    FuzzTarget(rawValue: String(cString: $0))
  }

  static func main() {
    guard target != nil else {
      print("FUZZ_TARGET names none of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
      exit(64)
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    let result = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
      Fuzzer.target?.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
    exit(result)
  }
}
