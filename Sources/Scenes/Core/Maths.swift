#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Small functions of shading, as every shader language has them.
func clamp<Number: Comparable>(_ value: Number, _ low: Number, _ high: Number) -> Number {
  min(high, max(low, value))
}

func mix(_ from: Float, _ to: Float, _ amount: Float) -> Float { from + (to - from) * amount }

/// 0 below `low`, 1 above `high`, smooth between; works downward when `low` is above `high`.
func smoothstep(_ low: Float, _ high: Float, _ value: Float) -> Float {
  let x = clamp((value - low) / (high - low), 0, 1)
  return x * x * (3 - 2 * x)
}

/// The next whole number below, of numbers that an Int holds: `rounded(.down)` is a call of a function where a processor need not
/// know how to round.
func floored(_ value: Float) -> Int {
  let whole = Int(value)
  return Float(whole) > value ? whole - 1 : whole
}

/// The part of a number behind the point, 0 up to 1.
func fract(_ value: Float) -> Float { value - value.rounded(.down) }

func fract(_ value: Double) -> Double { value - value.rounded(.down) }

func sine(turns: Float) -> Float { sin(turns * 2 * .pi) }

func cosine(turns: Float) -> Float { cos(turns * 2 * .pi) }

func power(_ base: Float, _ exponent: Float) -> Float { pow(max(0, base), exponent) }

/// The square of a number of either sign; `power` takes none below 0.
func square(_ value: Float) -> Float { value * value }

func exponential(_ value: Float) -> Float { exp(value) }

/// A number from 0 up to 1 for each pair of whole numbers, unrelated to its neighbours'.
func hash(_ a: Int, _ b: Int = 0, _ c: Int = 0) -> Float {
  var mixed = UInt64(bitPattern: Int64(a)) &* 0x9E37_79B9_7F4A_7C15
  mixed ^= UInt64(bitPattern: Int64(b)) &* 0xC2B2_AE3D_27D4_EB4F
  mixed ^= UInt64(bitPattern: Int64(c)) &* 0x1656_67B1_9E37_79F9
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return Float((mixed ^ (mixed >> 31)) >> 40) * 0x1p-24
}

/// The angle of a direction in turns, -0.5 to 0.5.
func arcTurns(_ y: Float, _ x: Float) -> Float { atan2(y, x) / (2 * .pi) }

/// The natural logarithm, of at least a millionth.
func logarithm(_ value: Float) -> Float { log(max(1e-6, value)) }

/// The whole numbers from `low` to past `high` that lie in 0 ..< `limit`.
func span(_ low: Float, _ high: Float, _ limit: Int) -> Range<Int> {
  let first = Int(clamp(low, 0, Float(limit)))
  return first..<max(first, Int(clamp(high + 1, 0, Float(limit))))
}
