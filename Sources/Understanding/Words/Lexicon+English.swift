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
      about think guess suppose believe thinking himself myself leave leaving last taking takes took try start begin proceed wanting needing gonna gotta wanna gotten asking ask hope hoping curious wondering wonder going-to everyone
      """
    ),
    ([.glue, .definite], "the my our your their these those whole entire"),
    (
      [.glue, .definite, .pronoun],
      "thats that'll it'll this'll it this that them it's that's its thing stuff"
    ),
    ([.glue, .indefinite], "a an"),
    (
      [.glue, .question],
      """
      is are was were has did doing how what what's whats which where where's wheres when who why how's hows isn't aren't
      """
    ),
    ([.glue, .have], "have had got"),
    ([.have], "contain contains include includes hold holds consist consists"),
    ([.glue, .speaker], "i i'm i've we we've we're i'd i'll we'll im ive id"),
    (
      [.glue, .social],
      """
      yes yeah yep ok okay okey hey hi hello thanks thank thx ty cheers mate buddy sure alright um uh oh hmm no dude bro
      sir sorry excuse y'all guys yo man way works there's question quickly folks team friend boss honestly basically
      lol lmao lmfao haha hahaha hehe rn btw tbh ngl fr frfr tho ikr omg omfg wtf idk kk k yup yea aight ight bruh bruv
      fam homie sis bestie legend champ chief pal love hun dear ma'am madam assistant nemo t2v siri appreciated
      appreciate thnx thanx tysm tyvm tq danke pretty plox plss plzz literally simply sec moment moments okie oki
      alrighty righty understood roger anyhow anyways gladly answer hopefully ideally preferably teh hm lot million yall bet cuz king queen g asap bye mkay welp whelp lemme lets-go exactly
      """
    ),
    (
      [.glue, .praise],
      "great good perfect nice lovely awesome amazing cool love beautiful brilliant excellent wonderful happy satisfied fantastic wow gorgeous superb fine approved stunning fire lit dope sick sweet neat solid enough happier pleased glad delighted banger slaps chef's thrilled content"
    ),
    // Allowed beside a request, but no object of one: "save time" saves no film.
    (.social, "time work"),
    (
      [.negation],
      "don't dont not never no nothing doesn't didn't won't can't cannot shouldn't without stop cancel nope isn't"
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
      "save keep render output rendering saving saved encode rerender finalize finalise publish renders re-render wrap"
    ),
    ([.giveVerb, .glue], "want need get like give"),
    (
      [.giveVerb],
      "send gimme grab fetch deliver share email mail hand receive bring obtain ship drop pass shoot collect show-me need wanna retrieve provide transfer forward return extract prepare package pull snag hook toss sling ping airdrop whatsapp shoot spit crank pump kick cough hit text dm dump slide throw receive sending giving sharing handing getting fetching lend"
    ),
    (
      [.convertVerb],
      "convert turn make transcode transform create produce generate put write store stick place converted turned converting"
    ),
    (
      [.film],
      "video film movie clip file result generation animation output version copy videos files link vid reel masterpiece mp4s deliverable clips recording product footage url creation renders music vids master masterpiece mp4 promo trailer teaser reels montage commercial advert ad ads short shorts explainer vlog bundle zip download export render downloads exports"
    ),
    (
      [.film, .work],
      "audio sound soundtrack cut edit project sequence frame thumbnail poster voiceover"
    ),
    (
      [.quality],
      "final finished full high highest best quality good hq max maximum complete resolution res format lowest low small compressed completed latest current definition original hi ratio aspect size full-length setting settings standard default updated edited new lossless h264 h.264 hevc h265 codec fps 30fps 60fps 24fps bitrate watermark formats filesize original-quality 8bit 10bit fullres square vertical horizontal portrait landscape mb gb megabytes"
    ),
    (
      [.place],
      "drive dropbox icloud cloud youtube instagram tiktok stick camera desktop disk computer folder downloads drive phone laptop pc mac device machine locally local hard directory offline usb disc gallery roll tablet ipad iphone android macbook inbox email photos server thumbdrive ssd nas cloud-drive chromebook"
    ),

    ([.credit], "credits credit balance points quota allowance coins funds creds cred tokens"),
    ([.remaining], "left remaining remain leftover remains remainder still-left leftover spare"),
    ([.quantity, .glue], "many much"),
    ([.look, .glue], "check show see tell view list display look give find know"),
    ([.look], "inspect print describe summarize summarise"),
    (
      [.account],
      "buy purchase refill recharge topup consumed deducted charged pts usage costs cost spend spending gone empty exhausted cost-me budget worth account available total enough low used spent burned limit usage number count amount wallet worth having"
    ),
    ([.spend], "afford"),
    ([.account], "run ran running"),

    (
      [.state],
      "status state timeline tracks progress sitrep situation lineup layers track stage eta percentage percent breakdown rundown snapshot summary overview recap draft"
    ),
    (
      [.work],
      "scenes segments segment details info structure content contents layout length duration updates update created made added built composition report editing session storyboard list work arrangement job task long news seconds minutes minute duration elements queue through long durations lengths titles update updates news situation composition inside pieces materials material assets media going-on stuff"
    ),
    ([.soFar, .glue], "yet already currently now presently far"),
    ([.done, .glue], "ready done finished complete finish"),
    (
      [.done],
      "completed rendered over exported  saved compiled loaded stuck cooked changed happened uploaded rendering processing working generating cooking baked"
    ),
    ([.going, .glue], "going coming along doing happening looking"),

    ([.uploadVerb], "upload uploading uploaded attach import reupload re-upload"),
    (
      [.material],
      "file files photo photos photograph photographs smth sth stuff vid vids image images picture pictures footage clip clips video videos pic pics media song music audio logo document script material materials asset assets recording recordings track text content selfie jpg png mp3 voice sound sounds txt subtitle subtitles"
    ),
    (
      [.take],
      "ship click press retry redo repeat button option push function feature command tap run perform trigger execute"
    ),
    // "no more changes": with a negation, the film is done.
    (
      [.change, .work],
      "changes edits tweaks revisions adjustments modifications corrections fixes alterations"
    ),
    // Of an attempt that failed, which is to be made again.
    (
      [.trouble],
      "failed fail fails failing broken broke crashed crash corrupted corrupt lost error errors stopped missing work worked working expired timed interrupted cancelled canceled aborted"
    ),
    ([.change], "change fix tweak adjust modify revise"),
    ([.bring], "add insert include bring append"),
  ]
}
