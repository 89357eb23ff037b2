/// The instruments that more than one mood plays.
extension Composer {
  /// A tine piano: a bell-like stroke over a round tone.
  static let electricPiano = Patch(
    body: .modal(
      ModalPatch(
        ratios: [1, 2, 3, 4, 7.02, 14.1], levels: [1, 0.28, 0.16, 0.05, 0.1, 0.04],
        decays: [4.5, 3.2, 2.2, 1.4, 0.35, 0.14], tracking: 0.4, softness: 0.35, attack: 0.004, release: 0.35,
        detune: 2.4)),
    level: 0.2, reverb: 0.22, chorus: true)

  /// An upright piano with felt before its strings.
  static let feltPiano = Patch(
    body: .modal(
      ModalPatch(
        ratios: [1, 2, 3, 4, 5, 6, 7, 8], levels: [1, 0.5, 0.3, 0.16, 0.09, 0.05, 0.03, 0.02],
        decays: [7, 5.2, 4, 3, 2.2, 1.7, 1.2, 0.9], tracking: 0.55, softness: 0.45, attack: 0.006,
        release: 0.5,
        detune: 1.1, stiffness: 0.0006, thud: 0.5)),
    level: 0.24, reverb: 0.34)

  /// A small glass bell.
  static let bell = Patch(
    body: .modal(
      ModalPatch(
        ratios: [1, 2.002, 2.76, 4.1, 5.43], levels: [1, 0.35, 0.22, 0.1, 0.05],
        decays: [3.6, 2.4, 1.5, 0.9, 0.5],
        tracking: 0.3, softness: 0.5, attack: 0.003, release: 2.5, detune: 3)),
    level: 0.1, reverb: 0.6, echo: 0.35)

  /// A plucked string, short and bright.
  static let pluck = Patch(
    body: .modal(
      ModalPatch(
        ratios: [1, 2, 3, 4, 5, 6, 7, 8], levels: [1, 0.62, 0.42, 0.3, 0.2, 0.14, 0.09, 0.06],
        decays: [0.9, 0.7, 0.5, 0.4, 0.32, 0.26, 0.2, 0.16], tracking: 0.4, softness: 0.4, attack: 0.0015,
        release: 0.25, detune: 4)),
    level: 0.17, reverb: 0.24, echo: 0.16)

  /// A round electric bass.
  static let roundBass = Patch(
    body: .synth(
      SynthPatch(
        wave: .saw, voices: 1, sub: 0, cutoff: 420, sweep: 1.2, sweepDecay: 0.12, damping: 1.5, attack: 0.006,
        decay: 0.5, sustain: 0.6, release: 0.09)),
    level: 0.5, reverb: 0.02)

  /// A soft bed of detuned saws.
  static let pad = Patch(
    body: .synth(
      SynthPatch(
        wave: .saw, voices: 3, detune: 16, cutoff: 900, sweep: 0.7, sweepDecay: 1.6, damping: 1.5,
        attack: 0.9,
        decay: 1.5, sustain: 0.85, release: 1.8)),
    level: 0.07, reverb: 0.45, chorus: true)

  /// A drum.
  static func drum(_ drum: Drum, level: Float, reverb: Float = 0.05) -> Patch {
    Patch(body: .drum(drum), level: level, reverb: reverb)
  }
}
