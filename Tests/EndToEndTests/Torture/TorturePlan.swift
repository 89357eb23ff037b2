import Foundation
import GatewayTesting

/// Everything that happens in a round of the fault campaign, drawn from the campaign's seed and the round's number.
struct TorturePlan: Sendable, CustomStringConvertible {
  /// What the client talks to, and through what.
  enum Stage: String, Sendable {
    case pipe, terminal, studio
  }

  /// What becomes of the client's process.
  enum Fate: Sendable {
    /// It comes to its end by itself.
    case lives
    /// It gets a signal so many milliseconds after its start.
    case signal(Int32, after: Int)
    /// It is stopped so many milliseconds after its start, for so long.
    case stopped(after: Int, milliseconds: Int)
  }

  /// What is wrong with the machine.
  enum Machine: Sendable {
    case sound
    /// The state folder has room for so many KiB.
    case fullState(Int)
    /// The folder of the films has room for so many KiB.
    case fullWork(Int)
    /// The state folder can't be written.
    case readOnlyState
    /// The clock jumps by so many seconds, so many milliseconds after the start; at the next start it is right again.
    case clock(Int, after: Int)
    /// The service's name has no address.
    case noName
    /// The service does not speak TLS where it should.
    case noTLS
  }

  let round: Int
  let seed: UInt64
  var stage = Stage.pipe
  var faults: [Fault] = []
  var fate = Fate.lives
  var machine = Machine.sound
  var temper = TortureService.Temper()
  /// Whether the token is the user's own.
  var hasOwnToken = false
  /// Milliseconds before each line is typed.
  var pauses: [Int] = []
  /// For the studio: which process is killed, after how many milliseconds.
  var studioVictim: (name: String, after: Int)?
  /// For the studio: whether an upload is edited rather than a scene drawn.
  var isEdit = false

  /// Whether a single message and a single export are typed.
  var isShort = false
  /// How many exports are typed in the round.
  var exports: Int { lines.count { $0.hasPrefix("export") } }
  /// How many bytes a whole conversation without faults answers and asks, about.
  static let (answered, asked) = (90_000, 6_000)

  /// What is typed.
  var lines: [String] {
    if stage == .studio, isEdit {
      return ["./clip.mp4", "add the title Sea \(round) for 1 second and lo-fi music", "export 480p"]
    }
    if stage == .studio { return ["a calm sea, 1 second, no music, take \(round)", "export 480p"] }
    if isShort { return ["a calm sea, take \(round)-1", "export"] }
    return ["a calm sea, take \(round)-1", "export", "more waves, take \(round)-2", "export to second.mp4"]
  }

  /// A round of a short conversation that one fault breaks.
  init(shortWith faults: [Fault], round: Int) {
    (self.round, self.faults, seed, isShort) = (round, faults, 0, true)
    pauses = [0, 0]
    temper.size = 300
  }

  /// Draws a round.
  init(round: Int, seed: UInt64) {
    self.round = round
    self.seed = seed
    var random = SeededGenerator(seed: seed &* 0x9E37_79B9 &+ UInt64(round) &* 0x0100_0000_01B3)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    pauses = (0..<4).map { _ in chance(60) ? 0 : number(1...250) }
    hasOwnToken = chance(50)
    switch number(1...100) {
    case ...9: stage = .studio
    case ...35: stage = .terminal
    default: stage = .pipe
    }
    if stage == .studio {
      let name = ["t2v", "t2v-studio", "ffmpeg"].randomElement(using: &random) ?? "t2v"
      studioVictim = (name, number(30...2500))
      isEdit = chance(50)
      return
    }
    // Every fifth round is one of the bytes in order: a long campaign visits them all.
    if round % 5 == 0 {
      let offset = (round / 5 &* 7919) % Self.answered
      faults = [Fault.random(answered: Self.answered, asked: Self.asked, offset: offset, by: &random)]
    }
    for _ in 0..<number(0...3) {
      faults.append(Fault.random(answered: Self.answered, asked: Self.asked, by: &random))
    }
    switch number(1...100) {
    case ...35: fate = .lives
    case ...65: fate = .signal(SIGKILL, after: number(5...1200))
    case ...73: fate = .signal(SIGTERM, after: number(5...1200))
    case ...79: fate = .signal(SIGHUP, after: number(5...1200))
    case ...88: fate = .signal(SIGINT, after: number(5...1200))
    default: fate = .stopped(after: number(5...800), milliseconds: number(50...400))
    }
    switch number(1...100) {
    case ...5: machine = .fullState(number(0...40))
    case ...11: machine = .fullWork(number(0...60))
    case ...14: machine = .readOnlyState
    case ...21:
      let days = [-400, -1, 1, 8, 4000].randomElement(using: &random) ?? 0
      machine = .clock(days * 86_400, after: chance(50) ? 0 : number(1...600))
    case ...23: machine = .noName
    case ...25: machine = .noTLS
    default: machine = .sound
    }
    if chance(30) {
      let words = ["pending", "processing", "processing", "pending", "queued_somewhere"]
      temper.statuses = words.shuffled(using: &random).prefix(number(0...5)) + ["completed"]
    }
    if chance(20) { temper.failures = number(1...2) }
    if chance(10) { temper.duplicates = number(1...2) }
    temper.renames = chance(10)
    if chance(15) { temper.hiccups = 1 }
    if chance(15) { temper.lag = number(1...2) }
    temper.size = chance(20) ? number(1...200) + 24 : number(1000...80_000)
  }

  var description: String {
    let victim =
      studioVictim.map { (isEdit ? ", an edit" : "") + ", \($0.name) is killed after \($0.after) ms" } ?? ""
    return
      "\(stage.rawValue), the client \(fate), the machine \(machine), faults \(faults), renders \(temper)\(victim)"
  }
}
