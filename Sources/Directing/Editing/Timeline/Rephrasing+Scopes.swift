/// Where something is to be done, said behind it: "b&w but only the first 5 seconds".
extension Rephrasing {
  static let scopes: [Rule] = [
    // "reverse just the last 4 seconds"
    always {
      $0.replacing(
        /\b(reverse|mute|blur|sharpen|brighten|darken|slow down|speed up|desaturate|flip|mirror|stabili[sz]e|slow|zoom in on) (?:just|only) (?=the |from |between |\d)/
          .ignoresCase()
      ) { "\($0.1) " }
    },
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(.+?),?(?: but)? (?:only|just) (?:(for|in|during|on|over) )?((?:the )?(?:first|last|opening|final) .+|(?:from|between) \d.+|(?:while|when) .+)/
            .ignoresCase()),
        !message.contains("\u{E000}"),
        !match.1.contains(
          /^(?:please )?(?:can you )?(?:keep|use|leave|show|play|take|i want|i need|save|export|cut|trim|give|and|but)\b/
            .ignoresCase())
      else { return nil }
      let link = match.3.contains(/^(?:from|between|while|when)/.ignoresCase()) ? "" : "\(match.2 ?? "for") "
      return "\(match.1) \(link)\(match.3)"
    },
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(.{2,12}?)[，,]?(?:但|不过)?(?:是)?(?:只要|只在|只有|只|仅)(?:在)?((?:前|最后|开头|结尾|第)[^，,。]+?秒|前半段|后半段)(?:吧|就行|就好)?/
        ),
        !match.1.contains(/留|剪|删|保|用|放|音乐|配乐/)
      else { return nil }
      return "\(match.2)\(match.1)"
    },
    // "too bright between 10 and 20"
    { message, _ in
      guard
        let match = message.wholeMatch(
          of:
            /(?:(?:it|the picture|the video|the sound|the audio)(?:'s| is|s)? )?((?:way |a bit |far )?too [a-z]+) (between .+|from \d.+|in the (?:first|last) .+|for the (?:first|last) .+|during .+)/
            .ignoresCase()),
        let complaint = Complaint("it is \(match.1)")
      else { return nil }
      return "\(complaint.request) \(match.2)"
    },
    // "its too dark and too quiet", "太暗了而且声音也太小"
    always {
      $0.replacing(/\btoo ([a-z]+) and (?:also |it'?s |is )?(?:way )?too ([a-z]+)/.ignoresCase()) {
        "too \($0.1), it is too \($0.2)"
      }
      .replacing(/(太.{1,3}了?)(?:[，,]?(?:而且|并且|也))(声音|画面|音乐)也?(太|有点)/) { "\($0.1)，\($0.2)\($0.3)" }
    },
  ]
}
