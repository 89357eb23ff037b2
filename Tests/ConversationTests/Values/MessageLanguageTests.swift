import Conversation
import Testing

@Suite struct MessageLanguageTests {
  @Test(
    "a first message tells the language of a session",
    arguments: [
      ("a sunset over ocean waves", "en"), ("make me a video of a fox in the snow", "en"),
      ("一只猫在月光下", "zh"), ("标题改成 Urban Dreams", "zh"), ("做一个 Urban Dreams 风格的视频", "zh"),
      ("夕日の海を飛ぶ三羽の鳥", "ja"), ("바다 위의 노을", "ko"), ("закат над морем", "ru"),
      ("un atardecer sobre el mar con música", "es"),
      ("un coucher de soleil sur la mer avec des oiseaux", "fr"),
      ("ein Sonnenuntergang über dem Meer", "de"), ("um pôr do sol sobre o mar com pássaros", "pt"),
      ("un tramonto sul mare con gli uccelli", "it"), ("พระอาทิตย์ตกเหนือทะเล", "th"),
      ("غروب الشمس فوق البحر", "ar"),
    ])
  func languages(message: String, code: String) { #expect(MessageLanguage.code(of: message) == code) }

  @Test(
    "words that tell no language are not guessed at",
    arguments: ["", "  ", "1080p", "🌅🌊", "neon sunset", "Paris"])
  func unknown(message: String) { #expect(MessageLanguage.code(of: message) == nil) }
}
