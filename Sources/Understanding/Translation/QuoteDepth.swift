/// Follows whether a position is inside quotes, inline code or brackets, where a full stop ends nothing.
struct QuoteDepth: Sendable {
  private var straight = false
  private var code = false
  private var nested = 0

  var isOpen: Bool { straight || code || nested > 0 }

  mutating func take(_ scalar: UnicodeScalar) {
    switch scalar {
    case "`": code.toggle()
    case "\"": if !code { straight.toggle() }
    case "“", "「", "『", "《", "(", "[", "（": if !code { nested += 1 }
    case "”", "」", "』", "》", ")", "]", "）": if !code { nested = max(0, nested - 1) }
    default: break
    }
  }
}
