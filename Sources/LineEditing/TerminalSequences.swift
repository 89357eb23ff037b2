// Every byte sequence that t2v sends to a terminal besides text, and what it does there. Nothing else is sent: a test reads
// the sources and another the output of the program, and both go by this list.
//
// Assumed of the terminal is cursor movement by ECMA-48, and automatic wrapping that waits at the last column. On TERM=dumb and
// with --plain only CR, LF, BS and BEL are sent.
//
//   CR                    to the first column
//   LF                    down a row; scrolls at the bottom
//   BS                    a column to the left (on TERM=dumb, to take a typed character away)
//   BEL                   the bell: a turn that took long has ended
//   ESC [ n A             up n rows
//   ESC [ n B             down n rows, never scrolls
//   ESC [ n G             to column n, from 1
//   ESC [ K               erase to the end of the row
//   ESC [ J               erase to the end of the screen
//   ESC [ 2 J             erase the screen, for Ctrl-L alone
//   ESC [ H               to the top left, for Ctrl-L alone
//   ESC [ … m             colours and weight (SGR): 0 off, 1 bold, 2 faint, 3 italic, 4 underlined, 7 reversed, 9 crossed out,
//                         30–37 and 90–97 colours, 38;5;n 38;2;r;g;b 48;5;n 48;2;r;g;b the colours of pictures, 39 49 usual ones
//   ESC [ ? 7 h  l        automatic wrapping on, off: off while the rows of the input are drawn
//   ESC [ ? 1004 h  l     tell when the window gains and loses the focus (ESC [ I, ESC [ O); only then may a turn's end be announced
//   ESC [ ? 2004 h  l     bracketed paste: pastes come between ESC [ 200 ~ and ESC [ 201 ~
//   ESC [ ? 2026 h  l     synchronised update: show what is between at once (ignored by terminals that don't know it)
//   ESC 7  ESC 8          keep the cursor's place, go back to it: around a picture
//
// Asked once at the start, where pictures are wanted; what is answered never reaches the input:
//
//   ESC [ > q             name and version (XTVERSION), answered by DCS > | text ST
//   ESC [ 16 t            the size of a cell in pixels, answered by ESC [ 6 ; height ; width t
//   ESC _ G … ESC \       kitty's pictures: a query of one pixel (a=q), answered by APC G i=31;OK ST if they are known
//   ESC [ c               what the terminal is (DA1), which all answer: 4 among the numbers means sixel, and the end of the answers
//
// Where the terminal is known to understand it:
//
//   OSC 8 ; ; URL ST      from here on text is a link; without a URL, no longer
//   OSC 9 ; text ST       a notification (iTerm2, Ghostty, WezTerm and others)
//   OSC 99 ; … ; text ST  a notification (kitty)
//   OSC 777 ; notify ; t2v ; text ST   a notification (urxvt, foot, VTE)
//   OSC 9 ; 4 ; s ; n ST  progress in the title bar or task bar: state s (0 none, 1 n percent, 3 unknown)
//   ESC _ G … ESC \       a picture in kitty's way, drawn by chafa
//   OSC 1337 ; File = … BEL   a picture in iTerm2's way, drawn by chafa
//   DCS … q … ST          a picture in sixels, drawn by chafa
//
// OSC is ESC ], DCS is ESC P, APC is ESC _, ST is ESC \.
//
// Where things stand, and who moves what: LiveRegion. What is a paste: KeyReader. Who restores the terminal: TerminalGuard.

/// The escape sequences that t2v sends; the head of this file tells what each does.
package enum TerminalSequence {
  static let eraseToEndOfRow = "\u{1B}[K"
  static let eraseToEndOfScreen = "\u{1B}[J"
  static let eraseScreen = "\u{1B}[H\u{1B}[2J"
  static let wrapOn = "\u{1B}[?7h"
  static let wrapOff = "\u{1B}[?7l"
  static let focusOn = "\u{1B}[?1004h"
  static let focusOff = "\u{1B}[?1004l"
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  static let updateBegin = "\u{1B}[?2026h"
  static let updateEnd = "\u{1B}[?2026l"
  static let resetStyle = "\u{1B}[0m"
  static let grey = "\u{1B}[90m"
  static let reversed = "\u{1B}[7m"
  static let bell = "\u{07}"
  /// Takes the character before the cursor away, on a terminal that knows no sequences.
  static let rubOut = "\u{08} \u{08}"

  static func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }
  static func down(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)B" : "" }
  /// Moves to a column of the present row, counted from 0.
  static func column(_ column: Int) -> String { column == 0 ? "\r" : "\u{1B}[\(column + 1)G" }

  // MARK: Questions

  static let askName = "\u{1B}[>q"
  static let askCellSize = "\u{1B}[16t"
  static let askKittyPictures = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
  static let askAttributes = "\u{1B}[c"

  // MARK: For presenters

  /// Text in a weight or colour, such as `1` or `38;5;203`, and back to the usual.
  package static func styled(_ text: String, _ codes: String) -> String {
    codes.isEmpty ? text : "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }

  /// Text that leads to a URL. The URL must hold printing ASCII alone.
  package static func link(_ text: String, to url: String) -> String {
    "\u{1B}]8;;\(url)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// A picture that a terminal's own protocol draws, in room of its own: blank rows are made, the cursor goes up, the picture is
  /// drawn, and the cursor goes to where it would be had they been text. So it does not matter where a terminal leaves it.
  package static func picture(_ data: String, rows: Int) -> String {
    let rows = max(1, rows)
    return String(repeating: "\n", count: rows) + up(rows) + "\u{1B}7" + data + "\u{1B}8" + down(rows) + "\r"
  }

  static func notification(_ text: String, by way: TerminalNotification) -> String {
    switch way {
    case .bellOnly: ""
    case .osc9: "\u{1B}]9;\(text)\u{1B}\\"
    case .osc99: "\u{1B}]99;i=t2v;\(text)\u{1B}\\"
    case .osc777: "\u{1B}]777;notify;t2v;\(text)\u{1B}\\"
    }
  }

  static func titleProgress(_ progress: TitleProgress) -> String {
    switch progress {
    case .none: "\u{1B}]9;4;0;0\u{1B}\\"
    case .percent(let percent): "\u{1B}]9;4;1;\(min(100, max(0, percent)))\u{1B}\\"
    case .unknown: "\u{1B}]9;4;3;0\u{1B}\\"
    }
  }
}
