import Directing

extension SceneRenderer {
  /// The kinds of element that have a picture of their own; what is not here the director names honestly.
  public static let drawable: Set<SceneElement.Kind> = Set(SceneElement.Kind.allCases)
}
