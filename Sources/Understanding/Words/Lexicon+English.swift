extension Lexicon {
  /// English, one class (or union) a row.
  static let english: [(WordClass, String)] = [
    (
      .glue,
      """
      us we you to of in on at as into for from with by or so just only please pls plz kindly now right
      away asap again still here there up over out all any some i'm i'd i've i'll we've we're we'll you're you've
      me i be been am do does could may might will would shall can like let lets let's go ahead possible possibly quickly
      quick fast help able one more another also actually really maybe immediately straight directly each every than
      very own well back off down after next today tonight soon if when once both ever anything everything something everybody use take here's heres u ur ya onto still via being then than there's upon per till might've whether been alone okay-ish besides first second onto alright anyway
      try start begin proceed gonna gotta wanna going-to everyone
      """
    ),
    ([.glue, .definite], "the my our your their these those whole entire"),
    ([.glue, .definite, .pronoun], "it this that them it's that's its thing stuff"),
    ([.glue, .indefinite], "a an"),
    (
      [.glue, .question],
      """
      is are was were has did doing how what what's whats which where where's wheres when who why how's hows isn't aren't
      """
    ),
    ([.glue, .have], "have had got"),
    ([.glue, .speaker], "i i'm i've we we've we're i'd i'll we'll im ive id"),
    (
      [.glue, .social],
      "yes yeah yep ok okay okey hey hi hello thanks thank thx ty cheers mate buddy sure alright um uh oh hmm no dude bro sir sorry excuse y'all guys yo man way works there's question quickly folks team friend boss honestly basically"
    ),
    (
      [.glue, .praise],
      "great good perfect nice lovely awesome amazing cool love beautiful brilliant excellent wonderful happy satisfied fantastic wow gorgeous superb fine approved stunning"
    ),
    // Allowed beside a request, but no object of one: "save time" saves no film.
    (.social, "time work"),
    (
      [.negation],
      "don't dont not never no doesn't didn't won't can't cannot shouldn't without stop cancel nope isn't"
    ),
    ([.postponer], "before until till unless wait later hold instead"),
    ([.connector], "and then & plus afterwards finally lastly but"),
    ([.destination, .glue], "to as into in at under named called on onto"),
    ([.purpose, .glue], "for so because since"),
    (
      [.wish],
      "should needs must too more less bigger smaller darker brighter slower faster longer shorter louder"
    ),

    (
      [.exportVerb],
      "export download exporting downloading downloadable exported downloaded dl reexport re-export redownload"
    ),
    (
      [.saveVerb],
      "save render output rendering saving saved encode rerender finalize finalise publish renders"
    ),
    ([.giveVerb, .glue], "want need get like give"),
    (
      [.giveVerb],
      "send gimme grab fetch deliver share email mail hand receive bring obtain ship drop pass shoot collect show-me need wanna retrieve provide transfer forward return extract prepare package pull"
    ),
    ([.convertVerb], "convert turn make transcode transform create produce generate put"),
    (
      [.film],
      "video film movie clip file result animation output version copy videos files link vid reel masterpiece mp4s deliverable clips recording product footage url creation renders music"
    ),
    (
      [.film, .work],
      "audio sound soundtrack cut edit project sequence frame thumbnail poster voiceover"
    ),
    (
      [.quality],
      "final finished full high highest best quality good hq max maximum complete resolution res format lowest low small compressed completed latest current definition original hi size full-length setting settings standard default updated edited new lossless h264 h.264 hevc h265 codec fps 30fps 60fps 24fps bitrate watermark formats"
    ),
    (
      [.place],
      "drive dropbox icloud cloud youtube instagram tiktok stick camera desktop disk computer folder downloads drive phone laptop pc mac device machine locally local hard directory offline usb disc gallery roll"
    ),

    ([.credit], "credits credit balance points quota allowance coins funds"),
    ([.remaining], "left remaining remain leftover"),
    ([.quantity, .glue], "many much"),
    ([.look, .glue], "check show see tell view list display look give find know"),
    ([.look], "inspect print describe summarize summarise"),
    (
      [.account],
      "buy purchase refill recharge topup consumed deducted charged pts account available total enough low used spent burned limit usage number count amount wallet worth having"
    ),
    ([.spend], "afford"),
    ([.account], "run ran running"),

    (
      [.state],
      "status state timeline tracks progress layers track stage eta percentage percent breakdown rundown snapshot summary overview recap draft"
    ),
    (
      [.work],
      "scenes segments segment details info structure content contents layout length duration updates update created made added built composition report editing far session storyboard list work arrangement job task long news seconds minutes minute duration elements queue"
    ),
    ([.soFar, .glue], "yet already currently now presently"),
    ([.done, .glue], "ready done finished complete finish"),
    (
      [.done],
      "completed rendered over exported uploaded rendering processing working generating cooking baked"
    ),
    ([.going, .glue], "going coming along doing happening looking"),

    ([.uploadVerb], "upload uploading uploaded attach import reupload re-upload"),
    (
      [.material],
      "file files photo photos image images picture pictures footage clip clips video videos pic pics media song music audio logo document script material materials asset assets recording recordings track text content selfie jpg png mp3 voice sound sounds txt subtitle subtitles"
    ),
    ([.take], "ship"),
  ]
}
