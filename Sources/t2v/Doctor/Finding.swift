import RawJSON

/// What a check of the doctor has found.
struct Finding: Sendable {
  /// What was looked at, such as `FFmpeg`.
  var name: String
  /// Whether it is as it should be.
  var isGood: Bool
  /// Whether t2v does its main job only with it.
  var isNeeded = true
  /// What is there.
  var detail: String
  /// What to do when it is not as it should be.
  var remedy = ""

  /// A line for a person, with the remedy on a second one.
  var text: String {
    let mark = isGood ? "ok  " : isNeeded ? "BAD " : "note"
    return "\(mark)  \(name): \(detail)\n" + (isGood ? "" : "      \(remedy)\n")
  }

  /// An object for a script.
  var json: JSONWriter {
    var object = JSONWriter()
    object.add("check", name)
    object.add("ok", isGood)
    object.add("needed", isNeeded)
    object.add("detail", detail)
    if !isGood { object.add("remedy", remedy) }
    return object
  }
}
