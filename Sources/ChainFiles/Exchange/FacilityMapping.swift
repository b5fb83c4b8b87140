public import Diagnostics
import IndustryChain
import YAML

/// What the columns of a list of facilities are, as a mapping file says.
///
///     table: prospects
///     columns: {name_en: company, link: product, home: [city, state]}
///     separators: {link: ";"}
///     values: {link: {"Batteries: Cells": lithium-battery/cell, "Other": }}
///     constants: {grade: reported, source: list of 2024}
///     append: {investment: " million CNY"}
public struct FacilityMapping: Sendable {
  /// The table that the rows go into: `firms` or `prospects`.
  public private(set) var table = "firms"
  /// The columns of the list by the columns of the table; several are joined by a comma.
  private(set) var columns: [FirmColumn: [String]] = [:]
  /// What separates the values of a cell that holds several.
  private(set) var separators: [FirmColumn: String] = [:]
  /// What a value of the list is in the table; blank where it is left out on purpose.
  private(set) var values: [FirmColumn: [String: String]] = [:]
  /// What every row has.
  private(set) var constants: [FirmColumn: String] = [:]
  /// What follows a value, such as a unit.
  private(set) var suffixes: [FirmColumn: String] = [:]
  /// The columns of the list that are left out on purpose.
  private(set) var ignored: Set<String> = []
  /// What is wrong with the file.
  public private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile

  /// Reads a mapping file.
  ///
  /// O(length).
  public init(_ file: SourceFile) {
    self.file = file
    let document = YAMLDocument(file)
    diagnostics = document.diagnostics
    document.withRoot { read($0) }
  }

  private mutating func read(_ root: YAMLNode) {
    for pair in pairs(of: root) {
      switch pair.key.value {
      case "table":
        let word = self.word(pair.value)
        if let word, ["firms", "prospects"].contains(word) {
          table = word
        } else {
          refuse(
            pair.value.range, "`table` is `firms` or `prospects`", "`table` 只能是 firms 或 prospects")
        }
      case "columns":
        for entry in pairs(of: pair.value) {
          guard let column = column(entry.key) else { continue }
          columns[column] = words(entry.value)
        }
      case "separators": separators = texts(pair.value)
      case "constants": constants = texts(pair.value)
      case "append": suffixes = texts(pair.value)
      case "ignore": ignored = Set(words(pair.value))
      case "values":
        for entry in pairs(of: pair.value) {
          guard let column = column(entry.key) else { continue }
          for value in pairs(of: entry.value) {
            values[column, default: [:]][value.key.value] =
              value.value.isBlank ? "" : word(value.value) ?? ""
          }
        }
      default:
        refuse(
          pair.key.range, "a mapping has no key \"\(pair.key.value)\"",
          "映射文件没有“\(pair.key.value)”这一项")
      }
    }
    if columns[.nameChinese] == nil, columns[.nameEnglish] == nil {
      refuse(root.range, "no column is the firm's name", "没有指明企业名称所在的列")
    }
  }

  private mutating func pairs(of node: YAMLNode) -> [YAMLNode.Pair] {
    if node.kind == .mapping { return Array(node.pairs) }
    if !node.isBlank { refuse(node.range, "keys with values belong here", "此处应为“键: 值”") }
    return []
  }

  private mutating func column(_ key: Located<String>) -> FirmColumn? {
    if let column = FirmColumn.byName[key.value] { return column }
    refuse(
      key.range, "firm tables have no column \"\(key.value)\"", "企业表没有“\(key.value)”一列",
      FirmColumn.allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }

  private mutating func texts(_ node: YAMLNode) -> [FirmColumn: String] {
    var texts: [FirmColumn: String] = [:]
    for entry in pairs(of: node) {
      guard let column = column(entry.key) else { continue }
      texts[column] = word(entry.value)
    }
    return texts
  }

  private mutating func word(_ node: YAMLNode) -> String? {
    if node.isScalar { return node.text }
    refuse(node.range, "a text belongs here", "此处应为文字")
    return nil
  }

  private mutating func words(_ node: YAMLNode) -> [String] {
    if node.kind == .sequence { return node.items.compactMap { word($0) } }
    return word(node).map { [$0] } ?? []
  }

  private mutating func refuse(
    _ range: SourceRange, _ english: String, _ chinese: String, _ words: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .badMapping, at: .init(file: file, range: range), english, chinese,
        help: .init(
          english: words.map { "use one of \($0)" } ?? "write it as Docs/Exchange.md shows",
          chinese: words.map { "请改用：\($0)" } ?? "请按 Docs/Exchange.md 的示例填写")))
  }
}
