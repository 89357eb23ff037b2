/// What is said beside a request: what is to stay as it is, where the film is to go, why.
extension Rephrasing {
  static let remarks: [Rule] = [
    // "add some film grain, nothing crazy"
    always {
      $0.replacing(
        /\badd (?:some |a )?((?:film )?grain|vignette|blur|sharpening|contrast|saturation|warmth),? (?:but )?(?:nothing (?:too )?(?:crazy|much|heavy|fancy|strong)|not too (?:much|heavy|strong|crazy)|don'?t overdo it|keep it subtle)$/
          .ignoresCase()
      ) { "add a bit of \($0.1)" }
    },
    // "way too dark, can't see a thing", "… Cheers", "…, i don't care which part"
    always {
      $0.replacing(
        /\s*[,.;!?]\s*(?:and )?(?:(?:i |we )?(?:can'?t|cannot|can not) see (?:a thing|anything|much)|cheers|thanks(?: a lot| so much)?|ta|(?:i )?(?:don'?t|do not) (?:care|mind) [^,]+|there'?s [^,]+ (?:down|up|over) there|nothing (?:too )?(?:crazy|fancy|major))\s*[.!]*$/
          .ignoresCase(), with: ""
      ).replacing(/^(?:hmm+|uhm?|ok so|well),? (?=[a-z])/.ignoresCase(), with: "")
        .replacing(
          /,? ?(?:but )?keep (?:my|the) (?:voice|speech|voices|original (?:audio|sound))\s*$/.ignoresCase(),
          with: ""
        )
        .replacing(/^(?:别|不要)(?:动|改|碰)[^，,]{1,5}[，,]\s*(?:就|只要|只)?/, with: "")
        .replacing(/[，,](?:因为)?我(?:在)?[^，,剪删加调改把]{1,5}了$/, with: "")
        .replacing(/[，,](?:两边|上下|左右|画面|边上)(?:别|不要|不)裁(?:剪|切|掉)?(?=[，,]|$)/, with: "")
        .replacing(/^算了[，,]\s*/, with: "")
        .replacing(/^(?:手|画面)?抖得(?:太)?(?:厉害|很|不行)(?:了)?[，,]/, with: "抖得厉害，")
    },
    // "… and drop the sound cos it'll sound like a whale"
    always { message in
      message.contains(/\b(?:title|text|caption|say|says|write|called)\b/.ignoresCase())
        ? message
        : message.replacing(
          /\s+(?:cos|cuz|coz|because|'cause) (?:it|i|we|he|she|they|the|there|my|you|that|this)(?:'[a-z]+)?\b[^,，]*$/
            .ignoresCase(), with: "")
    },
    always { $0.replacing(/\bblack (?:an|n|'n'?|&) white\b/.ignoresCase(), with: "black and white") },
    always {
      $0.replacing(/\bits (way|too|a bit|a little|so|kinda|really|very|far|still)\b/.ignoresCase()) {
        "it is \($0.1)"
      }
    },
    // "don't change anything else but …", "dont touch the colors, just …"
    always {
      $0.replacing(
        /^(?:please )?(?:don'?t|do not) (?:change|touch|mess with|alter) (?:anything(?: else)?|the [a-z]+)(?:\s*,\s*|\s+)(?:but |just |only )+/
          .ignoresCase(), with: "")
    },
    // "…, picture stays as is", "…, 后面不变"
    always {
      $0.replacing(
        /(?:\s*[,;]\s*(?:and |but )?|\s+(?:and|but) )(?:(?:keep|leave) )?(?:the )?(?:picture|image|video|rest|colou?rs?|sound|audio|music|everything else|other half|second half|first half|pitch)(?: stays?| remains?)? (?:as (?:it )?is|as (?:it )?was|the same|normal|unchanged|untouched|alone|in colou?r)\s*$/
          .ignoresCase(), with: ""
      ).replacing(
        /[，,、]\s*(?:后面|前面|其余|其他|其它|剩下的?|另一半|画面|声音)(?:的)?(?:部分)?(?:都)?(?:不变|不动|保持不变|保持原样|别动|不要动|正常)\s*$/,
        with: ""
      )
      .replacing(
        /,?\s*(?:and )?colou?r(?:ed)? (?:for|in) the (?:second|other|rest|first)(?: half| part)?\s*$/
          .ignoresCase(), with: ""
      )
      .replacing(/[，,]\s*(?:后半段|前半段|后面|其余)(?:是|用|为|保持|恢复|变回)?(?:彩色|原色)\s*$/, with: "")
    },
    // "4:5 for insta"
    always {
      $0.replacing(
        /(\d+\s*[:：x]\s*\d+) for (?:my |an? |the )?(?:insta(?:gram)?|tik ?tok|you ?tube|reels?|shorts|stories|story|feed|phones?)\b/
          .ignoresCase()
      ) { String($0.1) }
    },
    always {
      $0.replacing(/\s\+\s/, with: ", ").replacing(/\bstays? as is\b/.ignoresCase(), with: "stays the same")
    },
    // "this is dragging, make it go way faster"
    always {
      $0.replacing(
        /^(?:this|it|that|the (?:video|clip|film))(?:'s| is)? (?:so |really |kinda |a bit )?(?:dragging|drags|boring|slow going)(?: a bit| on)?\s*[,;.]\s*/
          .ignoresCase(), with: ""
      ).replacing(/^(?:有点|太|好)拖(?:沓|拉)?(?:了)?[，,]\s*/, with: "")
        .replacing(/^抖得(?:厉害|很|不行)[，,]\s*(?:帮我)?(?:稳一下|稳一稳|处理一下)/, with: "防抖")
    },
    // "算了还是重做吧"
    always { $0.replacing(/(?:算了[，,]?)?还是(?=重做|撤销|恢复)/, with: "") },
  ]
}
