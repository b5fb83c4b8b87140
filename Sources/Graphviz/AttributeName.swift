/// The attributes that a diagram may set.
///
/// The list is closed on purpose: Graphviz also has attributes that read files (`image`,
/// `shapefile`, `fontpath`, …), which are not offered, and links, which are `Attributes.link`.
public enum AttributeName: String, Hashable, Sendable, CaseIterable {
  // Words.
  case label, xlabel, headlabel, taillabel
  case tooltip, edgetooltip, headtooltip, labeltooltip, tailtooltip
  case fontname, fontsize, fontcolor, labelfontname, labelfontsize, labelfontcolor
  case labelloc, labeljust, labelangle, labeldistance, labelfloat, decorate, forcelabels
  case nojustify

  // Look.
  case shape, style, color, fillcolor, bgcolor, pencolor, penwidth, colorscheme, gradientangle
  case peripheries, sides, skew, distortion, orientation, regular
  case arrowhead, arrowtail, arrowsize, dir
  case `class`, id, comment

  // Size and place.
  case width, height, fixedsize, margin, pad, size, ratio, center, rotate, landscape, dpi
  case rank, rankdir, ranksep, nodesep, newrank, clusterrank, group, ordering, remincross
  case mclimit, nslimit, nslimit1, searchsize
  case splines, constraint, weight, minlen, compound, concentrate
  case lhead, ltail, headport, tailport, headclip, tailclip, samehead, sametail
  case outputorder, quantum, charset

  /// How literal text is written so that Graphviz shows it as it stands.
  var textEscaping: TextEscaping {
    switch self {
    case .label, .xlabel, .headlabel, .taillabel: .label
    case .tooltip, .edgetooltip, .headtooltip, .labeltooltip, .tailtooltip: .tooltip
    default: .plain
    }
  }
}
