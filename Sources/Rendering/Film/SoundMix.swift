import Directing
import Glibc

/// The sound of a film: every bed and every upload at its place and level, kept under the ceiling by one limiter.
///
/// A bed at 35 %, the usual level, sounds at its mastered loudness (-14 LUFS); other levels are against that.
struct SoundMix {
  /// The volume at which a bed has its mastered loudness.
  static let usualVolume = 0.35

  private enum Source {
    case bed(MusicSynthesiser)
    case file(SampleFile)
    /// The bed is being read.
    case borrowed
  }

  private struct Part {
    let start: Int
    let end: Int
    let gain: Float
    var source: Source
  }

  private var parts: [Part]
  private var limiter = Limiter(ceiling: MusicSynthesiser.ceiling)
  private var position = 0
  private var isPrimed = false

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
    case .video: segment.media.map { facts[$0]?.hasSound ?? false } ?? false
    case .text: false
    }
  }

  /// Prepares everything that is heard.
  ///
  /// - Parameters:
  ///   - facts: what the uploads hold, by their names.
  ///   - scratch: where decoded uploads wait as samples; 23 MB a minute.
  init(
    _ film: Film, facts: [String: MediaFacts], tools: MediaTools, media: MediaFolder,
    scratch: borrowing PrivateFolder
  ) async throws(RenderError) {
    parts = []
    var number = 0
    let places = Self.ambience(of: film)
    for track in film.tracks {
      for (startMS, segment) in track.placedSegments where Self.isHeard(segment, on: track.kind, facts: facts)
      {
        let start = startMS * 48
        let end = start + segment.durationMS * 48
        if let plan = segment.music, track.kind == .audio {
          let volume = segment.metadata.volume ?? Self.usualVolume
          let shift = Double(startMS) / 1000
          let layers = places.map { layer in
            var layer = layer
            layer.start -= shift
            layer.end -= shift
            return layer
          }
          let bed = MusicSynthesiser(
            plan: plan, durationMS: segment.durationMS, loops: Self.loops(film), ambience: layers)
          let gain = Float(max(0, volume) / Self.usualVolume)
          parts.append(Part(start: start, end: end, gain: gain, source: .bed(bed)))
        } else if let name = segment.media {
          let file = try await SampleFile.decode(
            try media.file(named: name), name: name, milliseconds: segment.durationMS, tools: tools,
            to: "\(scratch.path)/\(number).f32")
          number += 1
          let gain = Float(max(0, segment.metadata.volume ?? 1))
          parts.append(Part(start: start, end: end, gain: gain, source: .file(file)))
        }
      }
    }
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
  mutating func skip(to sample: Int) {
    while position < sample { _ = read(min(48_000, sample - position)) }
  }

  /// The next `count` stereo samples, interleaved.
  mutating func read(_ count: Int) -> [Float] {
    if !isPrimed {
      isPrimed = true
      var first = mixed(Limiter.latency, from: 0)
      first.withUnsafeMutableBufferPointer { limiter.process($0) }
    }
    // The limiter answers late, so what goes in now comes out then.
    var samples = mixed(count, from: position + Limiter.latency)
    samples.withUnsafeMutableBufferPointer { limiter.process($0) }
    position += count
    return samples
  }

  private mutating func mixed(_ count: Int, from start: Int) -> [Float] {
    var sum = [Float](repeating: 0, count: count * 2)
    for index in parts.indices {
      let partStart = parts[index].start
      let gain = parts[index].gain
      let from = max(start, partStart)
      let to = min(start + count, parts[index].end)
      guard from < to else { continue }
      var source = Source.borrowed
      // Taken out while it plays: a second reference would make each of its buffers be copied.
      swap(&source, &parts[index].source)
      let samples: [Float]
      switch consume source {
      case .bed(var bed):
        samples = bed.read(to - from)
        source = .bed(bed)
      case .file(let file):
        samples = file.read(to - from, at: from - partStart)
        source = .file(file)
      case .borrowed:
        samples = []
        source = .borrowed
      }
      swap(&source, &parts[index].source)
      let offset = (from - start) * 2
      for position in samples.indices { sum[offset + position] += samples[position] * gain }
    }
    return sum
  }
}
