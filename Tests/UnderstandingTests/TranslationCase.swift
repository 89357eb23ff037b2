/// One labelled reply: what comes in, what is shown, what is done.
struct TranslationCase: Decodable {
  var reply: String
  var text: String
  var actions: [String]
}
