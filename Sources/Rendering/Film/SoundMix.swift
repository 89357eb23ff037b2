import Directing
import Glibc

/// The sound of a film: every bed and every upload at its place and level, kept under the ceiling by one limiter.
///
/// A bed at 35 %, the usual level, sounds at its mastered loudness (-14 LUFS); other levels are against that.
struct SoundMix: Sendable {
  /// The volume at which a bed has its mastered loudness.
  static let usualVolume = 0.35

  private enum Source {
    case bed(MusicSynthesiser)
    case upload(UploadSound)
    /// It is being read, or has ended.
    case borrowed
  }

  private struct Part {
    let start: Int
    let end: Int
    var gain: Float
    var source: Source
    /// Samples that it takes to come and to go.
    var fadeIn = 0
    var fadeOut = 0
    /// Whether it becomes quiet under speech.
    var ducks = false
    /// Whether music becomes quiet under it.
    var isSpeech = false

    /// The level at a moment, without what others do to it.
    func level(at moment: Int) -> Float {
      var level = gain
      if fadeIn > 0, moment - start < fadeIn {
        level *= Self.eased(Float(moment - start + 1) / Float(fadeIn))
      }
      if fadeOut > 0, end - moment < fadeOut { level *= Self.eased(Float(end - moment) / Float(fadeOut)) }
      return level
    }

    private static func eased(_ way: Float) -> Float { sinf(min(1, max(0, way)) * .pi / 2) }

    var isEven: Bool { fadeIn == 0 && fadeOut == 0 }

    /// The same part at another level.
    consuming func with(gain: Float) -> Part {
      var part = self
      part.gain = gain
      return part
    }
  }

  private var parts: [Part]
  private var limiter = Limiter(ceiling: MusicSynthesiser.ceiling)
  private var position = 0
  private var isPrimed = false
  private var ducker = Ducker()

  /// Whether the film has any sound at all.
  static func hasSound(_ film: Film, facts: [String: MediaFacts]) -> Bool {
    film.tracks.contains { track in
      track.segments.contains { isHeard($0, on: track.kind, facts: facts) }
    }
  }

  private static func isHeard(
    _ segment: Film.Segment, on kind: Film.Track.Kind, facts: [String: MediaFacts]
  ) -> Bool {
    switch kind {
    case .audio: segment.music != nil || segment.media.map { facts[$0]?.hasSound ?? false } ?? false
    case .video:
      segment.clip?.isFrozen != true && (segment.metadata.volume ?? 1) > 0
        && segment.media.map { facts[$0]?.hasSound ?? false } ?? false
    case .text: false
    }
  }

  /// A stretch of an upload, as it is heard.
  private struct Stretch: Hashable {
    var name: String
    var plan: ClipPlan
    var milliseconds: Int
  }

  /// How long before it is heard the decoder of an upload is started, in samples.
  private static let lead = 96_000
  /// What is heard more than once is kept up to so many milliseconds in all: 92 MB.
  private static let mostKept = 240_000

  /// Prepares everything that is heard.
  ///
  /// - Parameters:
  ///   - facts: what the uploads hold, by their names.
  ///   - decoders: where the decoders of uploads are known.
  init(
    _ film: Film, facts: [String: MediaFacts], tools: MediaTools, media: MediaFolder, decoders: SampleDecoders
  ) throws(RenderError) {
    parts = []
    var stretches: [(part: Int, stretch: Stretch, path: String, ending: UploadSound.Ending)] = []
    let places = Self.ambience(of: film)
    for track in film.tracks {
      let placed = track.placedSegments
      for (index, (startMS, segment)) in placed.enumerated()
      where Self.isHeard(segment, on: track.kind, facts: facts) {
        if Task.isCancelled { throw .cancelled }
        let start = startMS * 48
        // Under a transition the clip before is still heard, going.
        let next =
          index + 1 < placed.count ? Self.overlap(into: placed[index + 1].segment, after: segment) : 0
        let tail = track.kind == .video && !track.isOverlay ? next : 0
        let length = segment.durationMS + tail
        let plan = segment.sound ?? SoundPlan()
        var part = Part(start: start, end: start + length * 48, gain: 0, source: .borrowed)
        part.fadeIn = Self.samples(plan.fadeInMS, within: length)
        part.fadeOut = max(tail * 48, Self.samples(plan.fadeOutMS, within: length))
        if track.kind == .video, index > 0 {
          part.fadeIn = max(part.fadeIn, Self.overlap(into: segment, after: placed[index - 1].segment) * 48)
        }
        part.ducks = plan.ducks ?? false
        part.isSpeech = !part.ducks && plan.role != .music && segment.music == nil
        if let music = segment.music, track.kind == .audio {
          let volume = segment.metadata.volume ?? Self.usualVolume
          let shift = Double(startMS) / 1000
          let layers = places.map { layer in
            var layer = layer
            layer.start -= shift
            layer.end -= shift
            return layer
          }
          part.source = .bed(
            MusicSynthesiser(
              plan: music, durationMS: segment.durationMS, loops: Self.loops(film), ambience: layers))
          part = part.with(gain: Float(Self.volume(volume) / Self.usualVolume))
          parts.append(part)
        } else if let name = segment.media {
          let clip = segment.clip ?? ClipPlan()
          let source = facts[name]?.durationMS.map { Int(Double($0) / clip.rate) + 100 }
          let ending: UploadSound.Ending =
            segment.overlayLoopMS(facts[name]).map { .every($0 * 48) }
            ?? (plan.loops == true ? .again : .silence)
          let stretch = Stretch(name: name, plan: clip, milliseconds: min(length, source ?? length))
          stretches.append((parts.count, stretch, try media.file(named: name), ending))
          parts.append(part.with(gain: Float(Self.volume(segment.metadata.volume ?? 1))))
        }
      }
    }
    var heard: [Stretch: Int] = [:]
    for (_, stretch, _, ending) in stretches { heard[stretch, default: 0] += ending == .silence ? 1 : 2 }
    var kept: [Stretch: KeptSound] = [:]
    var room = Self.mostKept
    for (part, stretch, path, ending) in stretches {
      let open: @Sendable () -> SampleStream = {
        SampleStream(
          path, name: stretch.name, plan: stretch.plan, milliseconds: stretch.milliseconds, tools: tools,
          decoders: decoders)
      }
      if heard[stretch] != 1, kept[stretch] == nil, stretch.milliseconds <= room {
        room -= stretch.milliseconds
        kept[stretch] = KeptSound(open)
      }
      parts[part].source = .upload(
        kept[stretch].map { UploadSound($0, ending: ending) } ?? UploadSound(open, ending: ending))
    }
    // What must be known before music can give way comes first.
    parts.sort { $0.isSpeech && !$1.isSpeech }
  }

  private static func volume(_ value: Double) -> Double { value.isFinite ? min(4, max(0, value)) : 1 }

  private static func samples(_ milliseconds: Int?, within length: Int) -> Int {
    min(length, max(0, milliseconds ?? 0)) * 48
  }

  /// For how many milliseconds a clip before is still seen and heard.
  private static func overlap(into segment: Film.Segment, after before: Film.Segment) -> Int {
    guard let plan = segment.transition, plan.kind != .cut, segment.startMS == nil else { return 0 }
    return min(max(0, plan.durationMS), min(segment.durationMS, before.durationMS) / 2)
  }

  /// A film whose every shot leads back into its first frame is heard again and again: its bed must not fade.
  private static func loops(_ film: Film) -> Bool {
    let shots = film.tracks.filter { $0.kind == .video }.flatMap(\.segments)
    return !shots.isEmpty && shots.allSatisfy { $0.shot?.loops ?? false }
  }

  private static func ambience(of film: Film) -> [Ambience.Layer] {
    var layers: [Ambience.Layer] = []
    for track in film.tracks where track.kind == .video {
      for (startMS, segment) in track.placedSegments {
        guard let shot = segment.shot else { continue }
        let (start, end) = (Double(startMS) / 1000, Double(startMS + segment.durationMS) / 1000)
        for sound in Ambience.sounds(of: shot) {
          // The same place in two shots in a row goes on without a break.
          if let same = layers.lastIndex(where: { $0.sound == sound && abs($0.end - start) < 0.02 }) {
            layers[same].end = end
          } else {
            layers.append(Ambience.Layer(sound: sound, start: start, end: end, energy: Float(shot.energy)))
          }
        }
      }
    }
    return layers
  }

  /// Skips to a sample.
  mutating func skip(to sample: Int) async throws(RenderError) {
    while position < sample { _ = try await read(min(48_000, sample - position)) }
  }

  /// The next `count` stereo samples, interleaved.
  mutating func read(_ count: Int) async throws(RenderError) -> [Float] {
    if !isPrimed {
      isPrimed = true
      var first = try await mixed(Limiter.latency, from: 0)
      first.withUnsafeMutableBufferPointer { limiter.process($0) }
    }
    // The limiter answers late, so what goes in now comes out then.
    var samples = try await mixed(count, from: position + Limiter.latency)
    samples.withUnsafeMutableBufferPointer { limiter.process($0) }
    position += count
    return samples
  }

  private mutating func mixed(_ count: Int, from start: Int) async throws(RenderError) -> [Float] {
    var sum = [Float](repeating: 0, count: count * 2)
    let ducks = parts.contains(where: \.ducks)
    var quiet: [Float] = []
    for index in parts.indices {
      // All speech stands before all else.
      if ducks, quiet.isEmpty, !parts[index].isSpeech { quiet = ducker.levels(under: sum) }
      let partStart = parts[index].start
      let from = max(start, partStart)
      let to = min(start + count, parts[index].end)
      guard from < to else {
        await settle(index, at: start, count: count)
        continue
      }
      var source = Source.borrowed
      // Taken out while it plays: a second reference would make each of its buffers be copied.
      swap(&source, &parts[index].source)
      let samples: [Float]
      switch consume source {
      case .bed(var bed):
        samples = bed.read(to - from)
        source = .bed(bed)
      case .upload(var upload):
        samples = try await upload.read(to - from)
        source = .upload(upload)
      case .borrowed:
        samples = []
        source = .borrowed
      }
      swap(&source, &parts[index].source)
      let offset = (from - start) * 2
      let part = parts[index]
      let isDucked = part.ducks && !quiet.isEmpty
      if part.isEven, !isDucked {
        let gain = part.gain
        for position in samples.indices { sum[offset + position] += samples[position] * gain }
      } else {
        for frame in 0..<(samples.count / 2) {
          var level = part.level(at: from + frame)
          if isDucked { level *= quiet[from - start + frame] }
          sum[offset + frame * 2] += samples[frame * 2] * level
          sum[offset + frame * 2 + 1] += samples[frame * 2 + 1] * level
        }
      }
    }
    return sum
  }

  /// Starts the decoder of what will soon be heard, and ends that of what no longer is.
  private mutating func settle(_ index: Int, at start: Int, count: Int) async {
    if parts[index].end <= start {
      parts[index].source = .borrowed
    } else if parts[index].start < start + count + Self.lead, case .upload(var upload) = parts[index].source {
      await upload.prepare()
      parts[index].source = .upload(upload)
    }
  }
}
