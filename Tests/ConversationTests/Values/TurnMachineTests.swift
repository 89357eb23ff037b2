import Conversation
import NemoVideo
import Testing

@Suite struct TurnMachineTests {
  private static let broken = Failure(.network, "The connection broke.", hint: "…")

  private func machine(_ events: TurnMachine.Event...) -> TurnMachine {
    var machine = TurnMachine(timings: Timings())
    for event in events { _ = machine.handle(event, at: .zero) }
    return machine
  }

  @Test("words are said, the end reads the state, and the turn is done")
  func plain() {
    var turn = machine(.opened)
    #expect(turn.handle(.reply([.text("Hello.")]), at: .seconds(1)) == [.say("Hello.")])
    #expect(turn.phase == .streaming)
    #expect(turn.handle(.closed, at: .seconds(2)) == [.readState(after: .zero)])
    #expect(
      turn.handle(.stateRead(isChanged: true), at: .seconds(2)) == [
        .tellChanges(hadText: true), .finish(.done),
      ])
    #expect(turn.phase == .done(.done))
    #expect(turn.handle(.cancelled, at: .seconds(3)) == [])
  }

  @Test("white space alone is no answer")
  func blank() {
    var turn = machine(.opened, .reply([.text(" \n")]), .closed)
    #expect(
      turn.handle(.stateRead(isChanged: false), at: .zero) == [.tellChanges(hadText: false), .finish(.done)])
  }

  @Test("a refusal ends the turn at once, also one in the first words of the stream")
  func refused() {
    for events in [[], [TurnMachine.Event.opened]] {
      var turn = TurnMachine(timings: Timings())
      for event in events { _ = turn.handle(event, at: .zero) }
      #expect(turn.handle(.refused(Self.broken), at: .zero) == [.report(Self.broken), .finish(.failed)])
    }
  }

  @Test("a message that certainly did not arrive needs no recovery")
  func neverArrived() {
    var turn = machine()
    let actions = turn.handle(.broke(Self.broken, mayHaveArrived: false), at: .zero)
    #expect(actions == [.report(Self.broken), .finish(.failed)])
  }

  @Test("after a break the state is read after 30 s and then each minute, five times in all")
  func recovery() {
    var turn = machine(.opened)
    var waits: [Duration] = []
    var actions = turn.handle(.broke(Self.broken, mayHaveArrived: true), at: .zero)
    #expect(actions.first == .announceRecovery(Self.broken))
    while case .readState(let wait)? = actions.last {
      waits.append(wait)
      actions = turn.handle(.stateRead(isChanged: false), at: .zero)
    }
    #expect(waits == [30, 60, 60, 60, 60].map { .seconds($0) })
    #expect(actions.last == .finish(.failed))
  }

  @Test("a change seen while recovering is the result", arguments: 0..<5)
  func recovered(look: Int) {
    var turn = machine(.opened, .broke(Self.broken, mayHaveArrived: true))
    for _ in 0..<look { _ = turn.handle(.stateUnreadable(Self.broken), at: .zero) }
    #expect(turn.phase == .recovering(attempt: look))
    let actions = turn.handle(.stateRead(isChanged: true), at: .zero)
    #expect(actions == [.tellChanges(hadText: false), .finish(.recovered)])
  }

  @Test("every phase but the last ends by a cancel", arguments: 0..<5)
  func cancelled(phase: Int) {
    var turn =
      switch phase {
      case 0: machine()
      case 1: machine(.opened)
      case 2: machine(.opened, .reply([.text("a")]))
      case 3: machine(.opened, .closed)
      default: machine(.opened, .broke(Self.broken, mayHaveArrived: true))
      }
    #expect(turn.handle(.cancelled, at: .zero) == [.stopReading, .finish(.interrupted)])
  }

  @Test("a heartbeat is told each two minutes without words, and words put it off")
  func heartbeats() {
    var turn = machine(.opened)
    #expect(turn.nextDeadline == .seconds(120))
    #expect(turn.handle(.tick, at: .seconds(119)) == [])
    #expect(turn.handle(.tick, at: .seconds(120)) == [.heartbeat(elapsed: 120)])
    #expect(turn.nextDeadline == .seconds(240))
    _ = turn.handle(.reply([.keepAlive]), at: .seconds(130))
    #expect(turn.nextDeadline == .seconds(240))
    _ = turn.handle(.reply([.text("a")]), at: .seconds(200))
    #expect(turn.nextDeadline == .seconds(320))
  }

  @Test("no heartbeat is told when its interval is zero")
  func noHeartbeat() {
    var timings = Timings()
    timings.heartbeat = .zero
    var turn = TurnMachine(timings: timings)
    _ = turn.handle(.opened, at: .zero)
    #expect(turn.nextDeadline == .seconds(600))
    #expect(turn.handle(.tick, at: .seconds(10)) == [])
  }

  @Test("ten minutes of nothing but heartbeats are a time-out that leads to recovery")
  func silence() {
    var turn = machine(.opened)
    for second in stride(from: 10, to: 600, by: 10) {
      _ = turn.handle(.reply([.keepAlive]), at: .seconds(second))
    }
    let actions = turn.handle(.tick, at: .seconds(600))
    #expect(actions.first == .stopReading)
    #expect(actions.last == .readState(after: .seconds(30)))
  }

  @Test("fifteen minutes end a turn that talks on")
  func streamLimit() {
    var turn = machine(.opened)
    for second in stride(from: 10, to: 900, by: 10) {
      _ = turn.handle(.reply([.text("a")]), at: .seconds(second))
    }
    #expect(turn.handle(.tick, at: .seconds(899)) == [])
    #expect(turn.handle(.tick, at: .seconds(900)).contains(.readState(after: .seconds(30))))
  }

  @Test("an error in the stream is reported and the state is not asked")
  func failed() {
    var turn = machine(.opened)
    let error = ServiceError(code: 2001, status: nil)
    let actions = turn.handle(.reply([.failed(error)]), at: .zero)
    #expect(actions == [.report(Failure(error, account: AccountFacts()))])
    #expect(turn.handle(.closed, at: .zero) == [.finish(.failed)])
  }

  @Test("the state cannot be read: words stand by themselves, silence is a failure")
  func unreadable() {
    var spoken = machine(.opened, .reply([.text("Done.")]), .closed)
    #expect(spoken.handle(.stateUnreadable(Self.broken), at: .zero) == [.finish(.done)])
    var silent = machine(.opened, .closed)
    #expect(
      silent.handle(.stateUnreadable(Self.broken), at: .zero) == [.report(Self.broken), .finish(.failed)])
  }

  @Test("whatever happens, in whatever order, a turn finishes once and does nothing after", arguments: 0..<20)
  func anyOrder(seed: Int) {
    var random = SystemRandomNumberGenerator()
    let events: [TurnMachine.Event] = [
      .opened, .reply([.text("a")]), .reply([.keepAlive]), .reply([.toolStarted(name: "x")]), .closed, .tick,
      .broke(Self.broken, mayHaveArrived: true), .stateRead(isChanged: false), .stateUnreadable(Self.broken),
      .sessionLost(Self.broken), .reply([.notUnderstood]),
    ]
    for _ in 0..<200 {
      var turn = TurnMachine(timings: Timings())
      var finishes = 0
      for step in 0..<100 {
        let wasDone = finishes > 0
        let actions = turn.handle(events.randomElement(using: &random) ?? .tick, at: .seconds(step * 20))
        if wasDone { #expect(actions == []) }
        finishes += actions.count { if case .finish = $0 { true } else { false } }
      }
      #expect(finishes <= 1)
      if finishes == 0 { #expect(turn.handle(.cancelled, at: .seconds(3000)).last == .finish(.interrupted)) }
    }
  }
}
