/// The words that instructions for a graphical interface are made of, in English.
enum EnglishGUIWords {
  static let pointers: Set<String> = [
    "click", "tap", "double-click", "right-click", "drag", "hover", "scroll", "toggle", "long-press", "swipe",
    "drag-and-drop",
    "doubleclick", "rightclick", "click-and-drag", "clicking", "tapping", "dragging", "pinch", "hovering",
    "scrolling",
    "swiping", "double-clicking", "right-clicking", "toggling",
  ]

  static let pressers: Set<String> = ["press", "hit", "push", "drop", "pressing", "hitting", "slide"]
  static let navigators: Set<String> = [
    "open", "go", "navigate", "head", "switch", "visit", "enter", "access", "use", "find", "check", "look",
    "see", "locate", "select",
    "choose", "pick", "expand", "close", "view", "return", "jump", "explore", "launch", "enable", "browse",
    "opening", "using", "selecting",
    "get", "notice", "reach", "keep", "bring", "refer", "activate", "checkout", "inspect", "pull", "watch",
    "confirm", "monitor", "hop", "pop", "review", "log", "sign", "login",
  ]

  static let previewers: Set<String> = [
    "preview", "play", "replay", "playback", "previewing", "playing", "scrub", "scrubbing", "rewatch",
    "listen",
  ]

  static let editors: Set<String> = [
    "adjust", "change", "edit", "trim", "move", "resize", "reorder", "rearrange", "fine-tune", "tweak",
    "modify", "customize", "customise",
    "rename", "cut", "split", "crop", "rotate", "add", "remove", "delete", "place", "position", "set",
    "lengthen", "extend", "shorten", "mute",
    "type", "replace", "swap", "import", "upload", "manage", "configure", "control", "buy", "purchase", "top",
    "upgrade", "make", "apply", "search",
    "continue", "turn", "lower", "raise", "do", "update", "unlock", "reposition", "purchase", "start",
    "create", "try", "finetune", "increase", "reduce", "recharge", "refill", "reopen", "revisit", "retrieve",
    "restore", "recover", "undo", "redo", "reset", "revert", "compare", "duplicate", "copy", "sort", "merge",
    "restyle",
    "correct", "fix", "disable", "hide", "show", "toggle",
  ]

  static let savers: Set<String> = [
    "export", "download", "save", "share", "render", "grab", "exporting", "downloading", "saving",
  ]

  static let strongParts: Set<String> = [
    "button", "buttons", "panel", "panels", "tab", "tabs", "sidebar", "toolbar", "dropdown", "drop-down",
    "menu", "menus", "slider", "sliders",
    "icon", "icons", "dialog", "popup", "pop-up", "inspector", "checkbox", "toggle", "playhead", "settings",
    "preferences", "workspace", "dashboard",
    "fader", "faders", "knob", "interface", "properties", "submenu", "hamburger", "navbar", "side-panel",
    "toolbox",
  ]

  static let weakParts: Set<String> = [
    "window", "page", "timeline", "player", "editor", "library", "account", "billing", "subscription",
    "section", "canvas", "layer", "cursor", "mouse",
    "keyboard", "screen", "profile", "ui", "app", "browser", "corner", "handles", "handle", "area", "view",
    "pricing", "wallet", "pane", "track", "tracks", "storyboard", "thumbnail", "preview", "mixer", "gallery",
    "list", "bin",
    "equalizer", "equaliser",
  ]

  static let locations: Set<String> = [
    "top", "bottom", "left", "right", "upper", "lower", "corner", "toolbar", "sidebar", "header", "menu",
    "timeline", "above", "below", "top-right",
    "top-left", "bottom-right", "bottom-left", "upper-right", "upper-left", "lower-right", "lower-left",
    "panel", "tab", "editor", "screen", "interface", "page", "beside", "under", "underneath", "right-hand",
    "left-hand",
  ]

  static let prepositions: Set<String> = [
    "along", "across", "in", "on", "using", "from", "via", "with", "through", "at", "into", "onto", "inside",
    "under", "within",
    "by",
  ]

  static let determiners: Set<String> = [
    "the", "on", "your", "any", "a", "an", "this", "that", "it", "its", "each", "here", "and", "to", "down",
    "up", "over", "in", "into", "through",
    "them", "between", "again", "either", "one", "both", "these", "those", "anywhere", "outside", "\u{1}",
    "twice", "once", "where", "all", "around", "some", "another", "along", "across", "out", "when", "play",
    "left", "right",
  ]

  /// Openings that make an instruction of what follows, longest first.
  static let openings: [[String]] = [
    "all you need to do is", "you'll be able to", "you will be able to", "you might want to",
    "you may want to", "all you have to do is",
    "you'll need to", "you'll want to", "you will need to", "you can also", "you can now", "you can then",
    "you can always", "you can simply",
    "you could also", "don't forget to", "go ahead and", "you can just", "you can easily", "you can either",
    "you can directly", "you need to", "you have to",
    "you want to", "feel free to", "make sure to", "be sure to", "make sure you", "remember to",
    "i recommend you", "i suggest you", "i'd suggest you", "i'd recommend you", "you may also", "i recommend",
    "i suggest",
    "i'd recommend", "i'd suggest", "you can", "you could", "you may", "you should", "you just", "you must",
    "you might", "you'll", "you will", "could you",
    "can you", "would you", "to do this", "to do so", "from there", "you'd", "try to", "you also",
    "users can", "the user can", "please", "just", "simply", "then", "now", "next", "finally", "also",
    "first", "second", "third", "afterwards", "and", "or", "so", "but", "alternatively", "instead", "either",
    "here", "let's", "quickly", "directly", "easily",
    "always", "still", "manually", "lastly", "otherwise", "you", "try", "go and", "step", "1", "2", "3", "4",
    "b", "c", "d",
    "after that", "once there", "if needed", "maybe", "perhaps", "to start", "well", "again", "ok", "okay",
    "great", "that", "which", "take a", "have a", "take a quick", "have a quick", "take a closer",
    "give it a", "tip", "pro tip", "hint", "reminder", "quick tip", "note", "you might also want to",
    "don't hesitate to",
    "why not", "want to", "you are able to", "you're able to", "you're free to", "you are free to",
    "it's best to",
    "to continue", "in order to", "kindly", "optionally", "or just", "be careful to",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The openings by their first word, longest first as above.
  static let openingsByWord = Dictionary(grouping: openings) { $0.first ?? "" }

  /// What is tapped, dragged and scrolled in films rather than on screens.
  static let bodily: Set<String> = [
    "race", "races", "racing", "dance", "dances", "dancing", "dancer", "dancers", "queen", "show", "feet",
    "foot", "toes", "fingers", "drum", "drums",
    "shoulder", "heels", "glass", "floor", "water", "body", "beer",
  ]

  static let contentOpeners: Set<String> = [
    "i", "i've", "i'm", "i'll", "i'd", "we", "we've", "we'll", "it's", "it", "the", "your", "this", "that's",
    "there", "there's", "tell", "let", "ask",
    "say", "describe", "everything", "reply", "here's", "my", "a", "an", "all", "both", "its", "these",
    "those", "they", "what", "how", "would", "send", "type", "write", "feel", "don't", "no", "he", "she",
    "music",
  ]

  static let finiteVerbs: Set<String> = [
    "is", "are", "has", "have", "was", "were", "will", "can", "i've", "it's", "that's", "there's", "runs",
    "plays", "starts", "ends", "lasts", "fades", "shows", "takes",
    "now", "costs", "stays", "looks", "fits", "i'll", "begins", "appears", "contains", "uses", "includes",
  ]

  static let pictures: Set<String> = [
    "frame", "shot", "scene", "picture", "image", "composition", "judges", "background", "foreground",
  ]

  static let conditions: Set<String> = [
    "if", "should", "when", "once", "after", "before", "whenever", "while", "as",
  ]

  static let continuers: Set<String> = [
    "choose", "select", "pick", "set", "adjust", "enter", "type", "confirm", "wait", "download", "save",
    "hit", "find", "look", "drop", "release",
    "repeat", "upload", "export", "make", "edit", "trim", "change", "share", "where", "which", "follow",
    "use", "see", "watch", "do", "to", "so", "for", "by", "until", "check", "go", "move", "slide", "reorder",
  ]

  /// What is clicked or dragged without an article.
  static let pointedAt: Set<String> = [
    "clip", "clips", "title", "music", "handles", "edges", "files", "media", "photos", "videos", "images",
    "scene",
    "scenes", "segment", "segments", "track", "tracks", "layer", "layers", "audio", "captions", "subtitles",
    "footage",
    "download", "export", "below", "above", "save", "preview", "share",
  ]

  /// What is pressed without an article.
  static let keys: Set<String> = [
    "play", "export", "enter", "space", "spacebar", "download", "save", "render", "undo", "ctrl", "cmd",
    "\u{1}",
    "escape", "esc", "delete", "f5", "ctrl+s", "cmd+s", "shift", "tab",
  ]

  /// Keys that stand after an article: "the spacebar".
  static let keyNames: Set<String> = ["spacebar", "space", "key", "keys", "enter", "shortcut"]

  /// What is previewed.
  static let previewed: Set<String> = [
    "it", "the", "your", "this", "them", "now", "\u{1}", "in", "back", "everything", "video", "result",
    "changes", "how",
    "and", "before", "through", "to", "these", "those", "along", "each",
  ]

  /// Verbs that go somewhere.
  static let places: Set<String> = [
    "open", "go", "navigate", "head", "switch", "visit", "return", "jump", "access", "enter", "launch",
    "opening",
    "browse", "hop", "pop", "pull", "bring", "log", "sign", "login",
  ]

  /// Weak parts that one can go to.
  static let destinations: Set<String> = [
    "page", "window", "timeline", "player", "editor", "library", "account", "billing", "subscription",
    "section",
    "profile", "pricing", "ui", "app", "area", "view", "pane", "wallet", "workspace", "corner", "preview",
    "mixer", "gallery", "list", "bin", "storyboard", "equalizer", "equaliser",
  ]

  /// Weak parts that one can look at or use.
  static let viewedParts: Set<String> = [
    "timeline", "player", "editor", "library", "account", "billing", "corner", "mouse", "cursor", "keyboard",
    "window",
    "handles", "pane", "page", "mixer", "equalizer", "equaliser",
  ]

  /// Verbs of looking and using.
  static let viewers: Set<String> = [
    "use", "using", "see", "check", "view", "look", "find", "watch", "select", "review", "keep", "inspect",
    "get",
    "choose",
  ]

  /// The names of menus.
  static let menus: Set<String> = [
    "file", "export", "media", "audio", "text", "effects", "projects", "project", "home", "edit", "billing",
    "account",
    "settings", "share",
  ]

  /// What the hand does with the mouse.
  static let gerunds: Set<String> = [
    "dragging", "clicking", "tapping", "pressing", "double-clicking", "right-clicking", "scrolling",
    "hitting",
    "hovering", "opening", "swiping", "pulling", "stretching", "toggling",
  ]

  /// Parts that are pressed or opened.
  static let controls: Set<String> = [
    "button", "buttons", "tab", "icon", "dropdown", "menu", "panel", "slider", "toggle", "option", "dialog",
  ]

  /// What the controls of an editor are called.
  static let functions: Set<String> = [
    "export", "download", "save", "share", "play", "preview", "settings", "effects", "media", "audio", "text",
    "captions", "subtitles", "music", "transitions", "filters", "volume", "speed", "undo", "redo", "split",
    "crop",
    "render", "publish", "upload", "billing", "account", "projects", "library", "styles", "templates",
    "history",
    "color", "colour", "adjustments", "stickers", "elements", "file", "edit", "view", "help", "blue", "red",
    "green",
    "top", "right", "left", "\u{1}",
  ]

  /// Subjects and verbs of reports: what follows them was done, or is seen.
  static let reporters: Set<String> = [
    "i", "i've", "i'm", "we", "we've", "he", "she", "they", "was", "were", "has", "had", "been", "added",
    "placed",
  ]

  /// Words before which a page is one of the editor, not of a book.
  static let pages: Set<String> = [
    "pricing", "billing", "account", "export", "projects", "settings", "profile", "downloads", "download",
    "subscription", "plans", "credits", "balance", "upgrade", "payment", "usage", "wallet", "membership",
    "home", "start", "main",
    "prompt", "search", "input",
    "templates",
    "styles",
  ]

  /// Verbs that ask the user to speak: their objects are content, whatever they name.
  static let speech: Set<String> = [
    "tell", "let", "ask", "say", "describe", "reply", "write", "type", "mention", "send", "expect", "hear",
    "notice",
    "read", "know", "want", "need",
  ]
}
