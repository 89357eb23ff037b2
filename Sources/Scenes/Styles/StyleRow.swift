/// The rows that a style works in while it paints one of the picture.
enum StyleRow: Int, CaseIterable {
  case luma, blueDifference, redDifference, edge, grain, wash, bare, mask
  case firstHatch, secondHatch, thirdHatch
  case brush, relief, weave, drift, glow, light, shadow
  case wideBlue, wideRed, sheetBlue, sheetRed
}
