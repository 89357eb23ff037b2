/// Clips of the row that are to stand above it.
extension TimelineReading {
  /// The upload of the clip that is to stand above the others: "put clip 2 in the top left corner".
  var clipAbove: MediaItem? {
    let numbers = cues.clipNumbers
    guard numbers.count == 1, film.videoSegments.count > 1, cues.screenPlace != nil || cues.has("corner"),
      cues.has("put", "show", "place", "use", "shrink", "picture in picture", "pip", "把", "放", "画中画"),
      !cues.has(
        "over the", "over clip", "over it", "on top of", "logo", "watermark", "photo", "image", "叠在", "盖在")
    else { return nil }
    let clips = film.videoSegments
    let index = numbers[0] < 0 ? clips.count + numbers[0] : numbers[0]
    guard clips.indices.contains(index), let hash = clips[index].media else { return nil }
    return media.first { $0.hash == hash }
  }
}
