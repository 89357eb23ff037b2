import Testing
import Understanding

/// Sets written before anyone looked at how the rules treat them, by people with other habits each: plain and
/// colloquial, then teenagers, managers, non-native speakers and scripts, then elders, teachers and testers. Each was
/// measured once and mended after; the next set shows what a mend is worth.
///
/// Right on the first run, by intent (hard negatives): 95.0% (100%), 84.7% (100%), 80.0% (100%), 97.9% (100%),
/// 95.4% (95%), 88.6% (100%), 93.0% (94%); by another hand 99.4% (100%), 99.4% (100%), 96.9% (96%), 99.0% (100%); by a third
/// 98.5% (98%), 93.8% (90%), 95.2% (93%), then 98.4% (100%).
/// Replies, content kept / talk dropped / actions: 97 / 91 / 93%, 94 / 77 / 82%, 96 / 77 / 86%, 100 / 83 / 90%,
/// 97 / 92 / 87%; by another hand 94 / 100 / 97%, 99 / 95 / 95%, 99 / 91 / 92%, 99 / 100 / 98%, 98 / 73 / 85%,
/// 98 / 100 / 98%, 94 / 87 / 90%; by a third, replies right in all three: 93%, 86%, 87%, then 95%.
@Suite("What the rules make of sets they were not written for")
struct BlindSetTests {
  @Test(
    "98% of the utterances of a blind set do what was meant, and 97% of its hard negatives",
    arguments: CaseFile.blindRouteSets)
  func routes(_ name: String) throws {
    let router = IntentRouter(home: "/home/me")
    var table = ConfusionTable()
    var hard = ConfusionTable()
    var exact = 0
    for example in try CaseFile.routes(name) {
      let route = router.route(example.text)
      table.add(expected: example.expected.intent, got: route.intent)
      if example.tag == "hard" { hard.add(expected: example.expected.intent, got: route.intent) }
      if example.matchesWhatIsLabelled(route) { exact += 1 } else { print("missed: \(example) → \(route)") }
    }
    print(
      "\(name): rows: meant, columns: understood\n\(table)\n\(exact) of \(table.total) right in every detail")
    #expect(table.total >= 80)
    #expect(table.accuracy >= 0.98)
    #expect(hard.accuracy >= 0.97)
    #expect(Double(exact) >= 0.97 * Double(table.total))
  }

  @Test(
    "Of a blind set of replies, 99% of the content stays, 97% of the GUI talk goes, 95% of the actions are right",
    arguments: CaseFile.blindReplySets)
  func replies(_ name: String) throws {
    var kept = (right: 0, all: 0)
    var dropped = (right: 0, all: 0)
    var actions = (right: 0, all: 0)
    for example in try CaseFile.replies(name) {
      let translated = GUITranslator.translate(example.reply)
      let shown = translated.text.lowercased()
      let lost = example.keeps.filter { !shown.contains($0.lowercased()) }
      let left = example.drops.filter { shown.contains($0.lowercased()) }
      let isRight = example.matches(translated.actions)
      kept = (kept.right + example.keeps.count - lost.count, kept.all + example.keeps.count)
      dropped = (dropped.right + example.drops.count - left.count, dropped.all + example.drops.count)
      actions = (actions.right + (isRight ? 1 : 0), actions.all + 1)
      if !lost.isEmpty || !left.isEmpty || !isRight {
        print("missed: \(example.reply)\n → \(translated)\n lost \(lost), left \(left)")
      }
    }
    print("\(name): kept \(kept), dropped \(dropped), actions \(actions)")
    #expect(actions.all >= 35)
    #expect(Double(kept.right) >= 0.99 * Double(kept.all))
    #expect(Double(dropped.right) >= 0.97 * Double(dropped.all))
    #expect(Double(actions.right) >= 0.95 * Double(actions.all))
  }
}
