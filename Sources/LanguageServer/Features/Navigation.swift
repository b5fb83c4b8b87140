import ChainFiles
import IndustryChain

extension LanguageServer {
  /// Where the name at a position is made.
  mutating func definition(at request: DocumentPosition) -> [Location]? {
    guard let place = place(request.textDocument, request.position),
      let (occurrence, symbols) = occurrence(at: place)
    else { return nil }
    return locations(
      of: symbols.occurrences(of: occurrence.symbol).filter { $0.role == .definition })
  }

  /// Where the name at a position is used.
  mutating func references(at request: ReferenceParameters) -> [Location]? {
    guard let place = place(request.textDocument, request.position),
      let (occurrence, symbols) = occurrence(at: place)
    else { return nil }
    return locations(
      of: symbols.occurrences(of: occurrence.symbol).filter {
        request.context.includeDeclaration || $0.role == .reference
      })
  }

  /// The name at a position, where it can be changed.
  mutating func prepareRename(at request: DocumentPosition) throws(RPCError) -> RenamePlace? {
    guard let place = place(request.textDocument, request.position),
      let (occurrence, symbols) = occurrence(at: place)
    else { return nil }
    guard symbols.occurrences(of: occurrence.symbol).contains(where: { $0.role == .definition })
    else { return nil }
    if let obstacle = symbols.obstacleToRenaming {
      throw RPCError(code: .requestFailed, message: say(obstacle.reason))
    }
    // A new name is the link's alone, even where `chain/link` stands.
    return RenamePlace(
      range: place.document.range(of: occurrence.range),
      placeholder: occurrence.symbol.id)
  }

  /// The changes that give the name at a position another id in all files.
  mutating func rename(_ request: RenameParameters) throws(RPCError) -> WorkspaceEdit? {
    guard let place = place(request.textDocument, request.position),
      let (occurrence, symbols) = occurrence(at: place),
      let workspace = workspaces[place.folder]
    else { return nil }
    var name = Substring(request.newName)
    if case .link(let link) = occurrence.symbol, name.hasPrefix("\(link.chain)/") {
      name = name.dropFirst(link.chain.rawValue.count + 1)
    }
    do {
      let edits = try symbols.edits(renaming: occurrence.symbol, to: String(name))
      return workspaceEdit(
        edits.compactMap { file in
          workspace.file(at: file.path).map { ($0, file.edits) }
        })
    } catch {
      throw RPCError(code: .requestFailed, message: say(error.reason))
    }
  }
}

extension WorkspaceSymbols.Symbol {
  /// The id alone.
  var id: String {
    switch self {
    case .chain(let id): id.rawValue
    case .link(let id): id.name
    case .need(let id): id.rawValue
    case .firm(let id, _): id.rawValue
    }
  }
}
