public import ArgumentParser
public import ChainFiles

/// Runs `chaingap schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Write the JSON Schemas of chain, region and workspace files, for editors.",
    discussion: """
      Examples:
        chaingap schema chain                      to the terminal or a pipe
        chaingap schema --output Docs/schema       all of them, as files

      An editor with a YAML language server, such as VS Code with its YAML
      extension, completes and documents the keys of a file that begins with
      # yaml-language-server: $schema=../Docs/schema/chain.schema.json
      Docs/Editors.md tells how to set up editors.
      """)

  @Argument(help: "Which: \(FileSchema.allCases.map(\.rawValue).joined(separator: " or ")).")
  var kind: FileSchema?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write <kind>.schema.json into a folder.", valueName: "folder"))
  var output: String?

  func validate() throws {
    if output == "" { throw ValidationError("--output takes a folder") }
    if output == nil, kind == nil {
      throw ValidationError("name chain, region or workspace, or a folder for all with --output")
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

extension FileSchema: ExpressibleByArgument {}
