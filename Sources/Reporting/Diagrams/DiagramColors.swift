/// The media that a diagram's colours are made for.
public enum DiagramColors: String, CaseIterable, Hashable, Sendable {
  /// Dark on white, for screens and colour printers.
  case light
  /// Light on near black, for screens at night.
  case dark
  /// Greys on white, for printers without colour.
  case print

  var theme: DiagramTheme {
    switch self {
    case .light: .light
    case .dark: .dark
    case .print: .print
    }
  }
}
