public import ArgumentParser
public import ChainFiles

/// Runs `chaingap schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: Phrase(
      "Write the JSON Schemas of chain, region and workspace files, for editors.",
      "写出各类文件的 JSON Schema，供编辑器补全和查错。"),
    discussion: Phrase(
      """
      Examples:
        chaingap schema chain                      to the terminal or a pipe
        chaingap schema --output Docs/schema       all of them, as files

      An editor with a YAML language server, such as VS Code with its YAML
      extension, completes and documents the keys of a file that begins with
      # yaml-language-server: $schema=../Docs/schema/chain.schema.json
      Docs/Editors.md tells how to set up editors.
      """,
      """
      示例：
        chaingap schema chain                      输出到终端或其他程序
        chaingap schema --output Docs/schema       全部写成文件

      文件开头写有以下一行时，带 YAML 语言服务器的编辑器（如装有 YAML 扩展的
      VS Code）会补全并解释各项内容：
      # yaml-language-server: $schema=../Docs/schema/chain.schema.json
      编辑器的设置方法见 Docs/Editors.md。
      """))

  @Argument(
    help: .init(
      "Which: \(FileSchema.names.english).", "哪一种：\(FileSchema.names.chinese)。"))
  var kind: FileSchema?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write <kind>.schema.json into a folder.", "将 <kind>.schema.json 写入文件夹。",
      valueName: "folder"))
  var output: String?

  func validate() throws {
    if output == "" {
      throw ValidationError("--output takes a folder", "--output 后须写文件夹")
    }
    if output == nil, kind == nil {
      throw ValidationError(
        "name chain, region or workspace, or a folder for all with --output",
        "请写明 chain、region 或 workspace，或用 --output 指定文件夹写出全部")
    }
  }

  func run() throws {
    guard let output else {
      if let kind { Console.write(kind.jsonSchema) }
      return
    }
    let kinds = kind.map { [$0] } ?? FileSchema.allCases
    let files = kinds.map { ("\($0.rawValue).schema.json", Array($0.jsonSchema.utf8)) }
    try OutputFolder(path: output).write(Dictionary(uniqueKeysWithValues: files))
    for (name, _) in files { Console.write("\(output)/\(name)\n") }
  }
}

extension FileSchema: ExpressibleByArgument {
  fileprivate static var names: Phrase { .either(allCases.map(\.rawValue)) }
}
