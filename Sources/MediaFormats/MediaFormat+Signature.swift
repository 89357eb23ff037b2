extension MediaFormat {
  /// Whether a file that begins so may be of this format, so that an error page is never kept as a video. It forgives what
  /// ``MediaSignature/format(of:)`` tells apart: MP4, MOV and M4A are one family, WebM and MKV another.
  ///
  /// - Parameter head: at least ``MediaSignature/length`` bytes of the file's start, or all of a shorter file.
  public func matches(_ head: some Collection<UInt8>) -> Bool {
    let bytes = Array(head.prefix(MediaSignature.length))
    func has(_ text: String, at offset: Int) -> Bool { bytes.dropFirst(offset).starts(with: text.utf8) }
    // Eleven set bits start a frame of MPEG audio, twelve one of ADTS.
    let isAudioFrame = bytes.count >= 2 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0
    switch self {
    case .mp4, .mov, .m4a:
      return ["ftyp", "moov", "mdat", "wide", "free", "skip"].contains { has($0, at: 4) }
    case .webm, .mkv: return bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3])
    case .mp3: return has("ID3", at: 0) || isAudioFrame
    case .aac: return has("ID3", at: 0) || has("ADIF", at: 0) || isAudioFrame || has("ftyp", at: 4)
    case .avi, .jpg, .png, .gif, .webp, .wav: return MediaSignature.format(of: bytes) == self
    }
  }
}
