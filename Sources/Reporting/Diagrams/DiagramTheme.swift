import GapAnalysis
import Graphviz

/// The colours, fonts and sizes of a diagram.
///
/// Coverage never rests on colour alone: a covered box is full, a thin one half full, a planned one
/// dashed, a missing one empty with a heavy frame, an unknown one dotted. Blue against vermilion is
/// told apart with every common colour blindness (after M. Okabe, K. Ito, Color Universal Design).
struct DiagramTheme: Hashable, Sendable {
  /// How a box of some coverage looks.
  struct Box: Hashable, Sendable {
    let fill: RGBColor
    /// The lower half, where it differs.
    var lowerFill: RGBColor?
    let frame: RGBColor
    let frameWidth: Double
    let frameStyle: HTMLBox.Style
    let text: RGBColor
  }

  let fontName: String
  let paper: RGBColor
  let ink: RGBColor
  let softInk: RGBColor
  let band: RGBColor
  let tie: RGBColor
  let returnTie: RGBColor
  let leak: RGBColor
  let badgeText: RGBColor
  /// What is covered, in a bar.
  let bar: RGBColor
  let boxes: [Coverage: Box]

  func box(_ coverage: Coverage) -> Box {
    boxes[coverage]
      ?? Box(fill: paper, frame: ink, frameWidth: 1, frameStyle: .solid, text: ink)
  }

  /// The ink of what matters less in a box; a full box has room for the strong ink only.
  func softText(on coverage: Coverage) -> RGBColor {
    let box = box(coverage)
    return box.fill == paper && box.lowerFill == nil ? softInk : box.text
  }

  /// A piece of a bar that stands for links of some coverage: full, pale, or a frame only.
  func swatch(_ coverage: Coverage, width: Int, height: Int) -> HTMLBox {
    let box = box(coverage)
    let background: RGBColor? =
      switch coverage {
      case .covered: bar
      case .thin: box.lowerFill
      case .missing: box.frame
      case .planned, .unknown: paper
      }
    return HTMLBox(
      background: background, border: 1, color: box.frame, padding: 0, width: width,
      height: height, isFixedSize: true, styles: box.frameStyle == .solid ? [] : [box.frameStyle])
  }
}

extension DiagramTheme {
  /// Dark on white, for screens and paper.
  static let light = DiagramTheme(
    // Pango takes the first family that is there; browsers read the same list.
    fontName: "Noto Sans CJK SC,Microsoft YaHei,PingFang SC,WenQuanYi Micro Hei,sans-serif",
    paper: RGBColor(hex: 0xFFFFFF),
    ink: RGBColor(hex: 0x1B2733),
    softInk: RGBColor(hex: 0x5B6875),
    band: RGBColor(hex: 0xF4F6F8),
    tie: RGBColor(hex: 0x66727E),
    returnTie: RGBColor(hex: 0x00795C),
    leak: RGBColor(hex: 0xC8441B),
    badgeText: RGBColor(hex: 0xFFFFFF),
    bar: RGBColor(hex: 0x1F4E79),
    boxes: [
      .covered: Box(
        fill: RGBColor(hex: 0xB9D6EE), frame: RGBColor(hex: 0x1F4E79), frameWidth: 1.4,
        frameStyle: .solid, text: RGBColor(hex: 0x12304C)),
      .thin: Box(
        fill: RGBColor(hex: 0xFFFFFF), lowerFill: RGBColor(hex: 0xB9D6EE),
        frame: RGBColor(hex: 0x1F4E79), frameWidth: 1.4, frameStyle: .solid,
        text: RGBColor(hex: 0x12304C)),
      .planned: Box(
        fill: RGBColor(hex: 0xFFFFFF), frame: RGBColor(hex: 0x1F4E79), frameWidth: 1.8,
        frameStyle: .dashed, text: RGBColor(hex: 0x12304C)),
      .missing: Box(
        fill: RGBColor(hex: 0xFFFFFF), frame: RGBColor(hex: 0xC8441B), frameWidth: 3,
        frameStyle: .solid, text: RGBColor(hex: 0x1B2733)),
      .unknown: Box(
        fill: RGBColor(hex: 0xFFFFFF), frame: RGBColor(hex: 0x5B6875), frameWidth: 1.5,
        frameStyle: .dotted, text: RGBColor(hex: 0x5B6875)),
    ])
}
