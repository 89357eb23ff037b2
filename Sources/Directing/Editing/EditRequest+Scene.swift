extension EditRequest {
  /// Whether it changes what is seen in a scene: for footage of a model that means other footage.
  public var changesScene: Bool {
    switch self {
    case .setLoop, .setTimeOfDay, .setTint, .removeTint, .setEnergy, .setCamera, .addElement, .removeElement,
      .changeElement, .anotherTake, .setStyle:
      true
    case .inShot(_, let inner): inner.changesScene
    default: false
    }
  }
}
