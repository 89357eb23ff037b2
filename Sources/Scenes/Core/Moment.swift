#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One frame of a shot as the layers see it: the time and where the camera stands.
struct Moment: Sendable {
  /// The frame's number, and how many the shot has.
  let frame: Int
  let frameCount: Int
  /// Seconds since the shot began.
  let time: Float
  /// Length of the shot in seconds.
  let duration: Float
  /// Whether all movement must come round in `duration`.
  let loops: Bool
  let composition: Composition
  let camera: CameraPose

  /// How far the shot is, 0 up to 1.
  var progress: Float { time / duration }

  /// A phase in turns that advances `rate` turns a second, to the nearest whole number of turns when the shot loops.
  func turns(rate: Float) -> Float {
    guard loops else { return fract(time * rate) }
    return fract((rate * duration).rounded() * progress)
  }

  /// The sine of a phase; `offset` in turns.
  func swing(rate: Float, offset: Float = 0) -> Float {
    // A loop needs at least one whole swing, or nothing moves.
    let turns = loops ? max(1, abs(rate * duration).rounded()) * progress : time * rate
    return sine(turns: turns + offset)
  }

  /// How far something has moved that moves `speed` a second over a pattern that repeats after `period`.
  ///
  /// A loop ends on a whole number of periods; when that would be none, the movement goes to and fro.
  func travel(speed: Float, period: Float) -> Float {
    guard loops else { return speed * time }
    let whole = (speed * duration / period).rounded()
    if whole != 0 { return whole * period * progress }
    return speed * duration * 0.16 * sine(turns: progress)
  }

  /// How far something has moved whose pattern has no period of its own; in a loop it goes to and fro.
  func drift(speed: Float) -> Float {
    loops ? speed * duration * 0.16 * sine(turns: progress) : speed * time
  }

  /// How far from start to end, smooth at both ends; goes there and back in a loop.
  var eased: Float {
    if loops { return 0.5 - 0.5 * cosine(turns: progress) }
    let x = clamp(progress, 0, 1)
    return x * x * x * (x * (x * 6 - 15) + 10)
  }
}
