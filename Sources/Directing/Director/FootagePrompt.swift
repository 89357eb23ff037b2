/// What a video model is told of a shot: the user's words, then camera, light and style in the director's, then what was
/// asked for since.
public enum FootagePrompt {
  /// The text, in the language of the words.
  public static func text(of plan: GeneratedPlan) -> String {
    let language = Language.of(plan.words)
    let shot = plan.shot
    func pick(_ english: String, _ chinese: String) -> String { language == .english ? english : chinese }
    var sentences = [plan.words]
    if let first = plan.first { sentences += changes(from: first, to: shot, language: language) }
    sentences.append(pick("Camera: ", "镜头：") + shot.camera.name(in: language))
    sentences.append(pick("Light: ", "光线：") + shot.timeOfDay.name(in: language))
    if let style = shot.style { sentences.append(pick("Style: ", "风格：") + style.name(in: language)) }
    let stop = pick(". ", "。")
    let ends = ".!?。！？"
    return sentences.map { sentence in
      // A sentence of the user's that ends as one gets no second stop.
      sentence.last.map { ends.contains($0) } == true ? sentence + pick(" ", "") : sentence + stop
    }.joined().trimmedEnd(of: " ")
  }

  private static func changes(from first: Shot, to shot: Shot, language: Language) -> [String] {
    func pick(_ english: String, _ chinese: String) -> String { language == .english ? english : chinese }
    func names(_ elements: [SceneElement]) -> String {
      elements.map { element in
        let name = element.kind.name(in: language)
        return element.colour.map { $0.name + pick(" ", "") + name } ?? name
      }.joined(separator: pick(", ", "、"))
    }
    var sentences: [String] = []
    let added = shot.elements.filter { element in
      !first.elements.contains { $0.kind == element.kind && $0.colour == element.colour }
    }
    let removed = first.elements.filter { shot.element($0.kind) == nil }
    if !added.isEmpty { sentences.append(pick("With ", "有") + names(added)) }
    if !removed.isEmpty { sentences.append(pick("Without ", "没有") + names(removed)) }
    if let tint = shot.tint, tint != first.tint {
      sentences.append(pick("Colour of the picture: ", "画面色调：") + tint.name)
    }
    if abs(shot.energy - first.energy) > 0.05 {
      sentences.append(
        shot.energy > first.energy ? pick("More motion", "更有动感") : pick("Calmer motion", "更平静"))
    }
    return sentences
  }
}
