/// What a word can do in an utterance that asks for one of the actions. A word may do several things.
///
/// The lexicon is closed on purpose: people ask for an action in few words, always much the same, and describe
/// a film in all the others. A word without a class is therefore the strongest sign of a message.
struct WordClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt64

  /// Articles, pronouns, prepositions, auxiliaries, politeness: may stand anywhere.
  static let glue = WordClass(rawValue: 1 << 0)
  /// Points at something that is there already: the, my, this, it.
  static let definite = WordClass(rawValue: 1 << 1)
  /// Stands for the film itself: it, this, that.
  static let pronoun = WordClass(rawValue: 1 << 2)
  /// a, an, one: something new.
  static let indefinite = WordClass(rawValue: 1 << 3)
  /// Opens a question: what, how, where, is, did.
  static let question = WordClass(rawValue: 1 << 4)
  static let negation = WordClass(rawValue: 1 << 5)
  /// Puts the act off: before, until, wait, later.
  static let postponer = WordClass(rawValue: 1 << 6)
  /// Joins two clauses: and, then.
  static let connector = WordClass(rawValue: 1 << 7)

  /// export, download: enough by itself.
  static let exportVerb = WordClass(rawValue: 1 << 8)
  /// save, render, output: an export if the object is the film.
  static let saveVerb = WordClass(rawValue: 1 << 9)
  /// send, give, want: an export if the object is the finished film.
  static let giveVerb = WordClass(rawValue: 1 << 10)
  /// turn, convert, make: an export if it is into a format.
  static let convertVerb = WordClass(rawValue: 1 << 11)
  /// video, file, clip, result.
  static let film = WordClass(rawValue: 1 << 12)
  static let format = WordClass(rawValue: 1 << 13)
  static let resolution = WordClass(rawValue: 1 << 14)
  /// final, high, quality: how the file should be.
  static let quality = WordClass(rawValue: 1 << 15)
  /// desktop, phone, folder: where the file should go.
  static let place = WordClass(rawValue: 1 << 16)

  static let credit = WordClass(rawValue: 1 << 17)
  /// left, remaining.
  static let remaining = WordClass(rawValue: 1 << 18)
  /// how *many*, how *much*.
  static let quantity = WordClass(rawValue: 1 << 19)
  /// show, check, see, list.
  static let look = WordClass(rawValue: 1 << 20)
  /// have, got.
  static let have = WordClass(rawValue: 1 << 21)
  /// account, available: goes with credits alone.
  static let account = WordClass(rawValue: 1 << 22)
  /// run out, afford, top up: about credits by itself.
  static let spend = WordClass(rawValue: 1 << 23)

  /// status, timeline, tracks.
  static let state = WordClass(rawValue: 1 << 24)
  /// project, scene, edit: goes with a question about the state.
  static let work = WordClass(rawValue: 1 << 25)
  /// so far, yet, currently.
  static let soFar = WordClass(rawValue: 1 << 26)
  /// ready, done, finished.
  static let done = WordClass(rawValue: 1 << 27)
  /// going, coming along, progressing.
  static let going = WordClass(rawValue: 1 << 28)

  static let uploadVerb = WordClass(rawValue: 1 << 29)
  /// photo, footage, picture: what people upload.
  static let material = WordClass(rawValue: 1 << 30)

  /// great, perfect, lovely: the user likes the film.
  static let praise = WordClass(rawValue: 1 << 31)
  /// to, as, into: what follows may be the file to write.
  static let destination = WordClass(rawValue: 1 << 32)
  /// for, so, because: a purpose follows, in any words.
  static let purpose = WordClass(rawValue: 1 << 33)
  /// Makes a wish about the film: should, too, more.
  static let wish = WordClass(rawValue: 1 << 34)
  /// I, we: opens a remark about oneself.
  static let speaker = WordClass(rawValue: 1 << 35)
  /// A whole question or request about the state by itself ("where are we").
  static let wholeState = WordClass(rawValue: 1 << 36)
  /// yes, thanks, hello.
  static let social = WordClass(rawValue: 1 << 37)
  /// A word for an export only by its place: "hand *over*", "ship".
  static let take = WordClass(rawValue: 1 << 38)
  /// changes, edits, tweaks: the work that a finished film no longer needs.
  static let change = WordClass(rawValue: 1 << 39)
  /// add, insert, bring: an upload if the object is the user's own.
  static let bring = WordClass(rawValue: 1 << 40)
  /// failed, broken, didn't work: a reason to do the same again.
  static let trouble = WordClass(rawValue: 1 << 41)
}
