import GapAnalysis
import Graphviz

extension DiagramTheme {
  /// The colours of the light theme turned for a dark page: text stays at 4.5 : 1 or better.
  static let dark = DiagramTheme(
    fontName: light.fontName,
    paper: RGBColor(hex: 0x12181F),
    ink: RGBColor(hex: 0xE8EDF2),
    softInk: RGBColor(hex: 0xA9B5C1),
    band: RGBColor(hex: 0x1B242E),
    tie: RGBColor(hex: 0x7F8E9C),
    returnTie: RGBColor(hex: 0x3CC9A0),
    leak: RGBColor(hex: 0xFF8F66),
    badgeText: RGBColor(hex: 0x12181F),
    bar: RGBColor(hex: 0xC5E1F7),
    boxes: boxes(
      full: RGBColor(hex: 0x1B4265), empty: RGBColor(hex: 0x12181F),
      frame: RGBColor(hex: 0x7DB7E8), text: RGBColor(hex: 0xE8EDF2),
      missingFrame: RGBColor(hex: 0xFF8F66), unknownFrame: RGBColor(hex: 0xA9B5C1)))

  /// Greys only; a leak is the blackest line, an ordinary tie the palest.
  static let print = DiagramTheme(
    fontName: light.fontName,
    paper: RGBColor(hex: 0xFFFFFF),
    ink: RGBColor(hex: 0x000000),
    softInk: RGBColor(hex: 0x555555),
    band: RGBColor(hex: 0xF3F3F3),
    tie: RGBColor(hex: 0x6E6E6E),
    returnTie: RGBColor(hex: 0x4A4A4A),
    leak: RGBColor(hex: 0x000000),
    badgeText: RGBColor(hex: 0xFFFFFF),
    bar: RGBColor(hex: 0x7A7A7A),
    boxes: boxes(
      full: RGBColor(hex: 0xCFCFCF), empty: RGBColor(hex: 0xFFFFFF),
      frame: RGBColor(hex: 0x333333), text: RGBColor(hex: 0x000000),
      missingFrame: RGBColor(hex: 0x000000), unknownFrame: RGBColor(hex: 0x555555)))

  /// Boxes as the light theme draws them, in other colours.
  private static func boxes(
    full: RGBColor, empty: RGBColor, frame: RGBColor, text: RGBColor, missingFrame: RGBColor,
    unknownFrame: RGBColor
  ) -> [Coverage: Box] {
    [
      .covered: Box(fill: full, frame: frame, frameWidth: 1.4, frameStyle: .solid, text: text),
      .thin: Box(
        fill: empty, lowerFill: full, frame: frame, frameWidth: 1.4, frameStyle: .solid,
        text: text),
      .planned: Box(fill: empty, frame: frame, frameWidth: 1.8, frameStyle: .dashed, text: text),
      .missing: Box(
        fill: empty, frame: missingFrame, frameWidth: 3, frameStyle: .solid, text: text),
      .unknown: Box(
        fill: empty, frame: unknownFrame, frameWidth: 1.5, frameStyle: .dotted,
        text: unknownFrame),
    ]
  }
}
