/// What a clause of a reply is to a user without a graphical interface.
enum ClauseMeaning: Equatable {
  /// Tells to operate the interface, and what that would have done.
  case instruction(GUIAction?)
  /// Goes on with an instruction before it: "choose MP4", "即可下载". Alone it is content.
  case continuation(GUIAction?)
  /// Leads up to the clause after it and shares its fate: "To export it", "如果想调整音量", "**Export**:".
  case leadIn
  /// Words that show that they stand for themselves: "tell me what to change".
  case content
  /// Neither: content, unless an instruction stands before it in the sentence.
  case fragment
}
