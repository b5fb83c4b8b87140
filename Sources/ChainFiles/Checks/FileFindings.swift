import Diagnostics

/// What can be wrong with a file before its keys are looked at.
extension Diagnostic {
  static func nothingToRead() -> Self {
    Self(
      .nothingToRead, at: nil, "no chain file was found",
      help: "put at least one chain file, such as `lithium-battery.yaml`, into the workspace")
  }

  static func missingRegionFile(folder: String) -> Self {
    Self(
      .missingRegionFile, at: .init(file: SourceFile(path: folder, text: "")),
      "the region folder has no `region.yaml`",
      help: "write a `region.yaml` with `region`, `name` and `date`")
  }

  static func missingFirmTable(besides region: SourceFile) -> Self {
    Self(
      .missingFirmTable, at: .init(file: region),
      "chains were surveyed here, and there is no `firms.csv`: every link of them is missing",
      help: "write the firms that the survey found into `firms.csv`, or only its header for none")
  }

  static func invalidUTF8(in file: SourceFile, at position: SourcePosition) -> Self {
    Self(
      .invalidUTF8, at: .init(file: file, range: SourceRange(position, to: position)),
      "the file is not UTF-8 text",
      help: "save the file as UTF-8 (in Excel: \"CSV UTF-8\")")
  }

  static func forbiddenCharacter(
    _ scalar: Unicode.Scalar, in file: SourceFile, at position: SourcePosition
  ) -> Self {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Self(
      .yamlSyntax, at: .init(file: file, range: SourceRange(position, to: position)),
      "the character U+\(padded) is not allowed", help: "delete it")
  }

  static func yamlSyntax(
    _ problem: String, in file: SourceFile, at range: SourceRange, notes: [Note]
  ) -> Self {
    Self(
      .yamlSyntax, at: .init(file: file, range: range), "not valid YAML: \(problem)",
      notes: notes)
  }

  static func yamlAlias(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .yamlAlias, at: .init(file: file, range: range),
      "anchors (`&name`) and aliases (`*name`) are not read",
      help: "write the value out, or put text that begins with `&` or `*` in quotes")
  }

  static func yamlTooDeep(in file: SourceFile, at position: SourcePosition) -> Self {
    Self(
      .yamlTooDeep, at: .init(file: file, range: SourceRange(position, to: position)),
      "the file nests too deeply", help: "close brackets, or indent less")
  }
}
