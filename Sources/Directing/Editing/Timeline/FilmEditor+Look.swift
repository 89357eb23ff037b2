extension FilmEditor {
  func adjust(_ setting: LookSetting, of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    let overlaid = film.tracks.contains(where: \.isOverlay)
    if case .key(let key?) = setting, choice == .all, overlaid,
      film.videoSegments.allSatisfy({ $0.shot != nil })
    {
      return keyOverlay(key, in: film)
    }
    return change(
      choice, of: film, subject: Self.subject(setting), tell: { Self.value(setting, of: $0) },
      { $0.editLook { Self.set(setting, in: &$0) } })
  }

  /// The picture above the film gets the key: it was asked for, or the film itself is drawn and has no screen.
  func keyOverlay(_ key: LookPlan.Key, in film: Film) -> (Film, EditSummary) {
    var edited = film
    for track in edited.tracks.indices where edited.tracks[track].isOverlay {
      for index in edited.tracks[track].segments.indices {
        edited.tracks[track].segments[index].editLook { $0.key = key }
      }
    }
    guard edited != film else { return (film, EditSummary(refusal: Self.asItIs)) }
    return (
      edited,
      EditSummary(facts: [
        .init(
          Self.subject(.key(key)), before: Bilingual("none", "无"),
          after: Bilingual(key.colour.name, Palette.chineseName(of: key.colour)))
      ])
    )
  }

  func resetLook(of choice: ClipChoice, in film: Film) -> (Film, EditSummary) {
    change(
      choice, of: film, subject: Bilingual("Effects", "效果"),
      tell: { $0.look == nil ? Bilingual("none", "无") : Bilingual("some", "有") },
      { $0.look = nil })
  }

  private static func set(_ setting: LookSetting, in look: inout LookPlan) {
    func stated(_ value: Double, usual: Double) -> Double? {
      let whole = Double((abs(value) * 100).nearestInt) / 100 * (value < 0 ? -1 : 1)
      return whole == usual ? nil : whole
    }
    func amount(_ value: Double) -> Double? { stated(min(1, max(0, value)), usual: 0) }
    switch setting {
    case .brightness(let step):
      look.brightness = stated(min(1, max(-1, (look.brightness ?? 0) + step)), usual: 0)
    case .warmth(let step): look.warmth = stated(min(1, max(-1, (look.warmth ?? 0) + step)), usual: 0)
    case .contrast(let change):
      look.contrast = stated(min(3, max(0, change.applied(to: look.contrast ?? 1))), usual: 1)
    case .saturation(let change):
      look.saturation = stated(min(3, max(0, change.applied(to: look.saturation ?? 1))), usual: 1)
    case .monochrome(let isOn): look.isMonochrome = isOn ? true : nil
    case .vintage(let isOn): look.isVintage = isOn ? true : nil
    case .blur(let value): look.blur = amount(value)
    case .sharpen(let value): look.sharpen = amount(value)
    case .vignette(let value): look.vignette = amount(value)
    case .grain(let value): look.grain = amount(value)
    case .stabilise(let isOn): look.isStabilised = isOn ? true : nil
    case .key(let key): look.key = key
    }
  }

  private static func subject(_ setting: LookSetting) -> Bilingual {
    switch setting {
    case .brightness: Bilingual("Brightness", "亮度")
    case .contrast: Bilingual("Contrast", "对比度")
    case .saturation: Bilingual("Saturation", "饱和度")
    case .warmth: Bilingual("Warmth", "色温")
    case .monochrome: Bilingual("Black and white", "黑白")
    case .vintage: Bilingual("Vintage look", "复古色调")
    case .blur: Bilingual("Blur", "模糊")
    case .sharpen: Bilingual("Sharpening", "锐化")
    case .vignette: Bilingual("Vignette", "暗角")
    case .grain: Bilingual("Film grain", "胶片颗粒")
    case .stabilise: Bilingual("Stabilised", "防抖")
    case .key: Bilingual("Keyed out", "抠除颜色")
    }
  }

  private static func value(_ setting: LookSetting, of segment: Film.Segment) -> Bilingual {
    let look = segment.look ?? LookPlan()
    func plain(_ text: String) -> Bilingual { Wording.plain(text) }
    switch setting {
    case .brightness: return plain(Wording.signed(look.brightness ?? 0))
    case .contrast: return plain(Wording.percent(look.contrast ?? 1))
    case .saturation: return plain(Wording.percent(look.saturation ?? 1))
    case .warmth: return plain(Wording.signed(look.warmth ?? 0))
    case .monochrome: return Wording.yesNo(look.isMonochrome ?? false)
    case .vintage: return Wording.yesNo(look.isVintage ?? false)
    case .blur: return plain(Wording.percent(look.blur ?? 0))
    case .sharpen: return plain(Wording.percent(look.sharpen ?? 0))
    case .vignette: return plain(Wording.percent(look.vignette ?? 0))
    case .grain: return plain(Wording.percent(look.grain ?? 0))
    case .stabilise: return Wording.yesNo(look.isStabilised ?? false)
    case .key: return Wording.colour(look.key?.colour) ?? Bilingual("none", "无")
    }
  }
}
