// The types of the Language Server Protocol 3.17 that this server speaks, in its names.

/// A place in a text: line and character count from 0.
struct Position: Codable, Hashable, Comparable {
  let line: Int
  /// In the unit of the position encoding.
  let character: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

struct Range: Codable, Hashable {
  let start: Position
  let end: Position
}

struct Location: Codable, Hashable {
  let uri: String
  let range: Range
}

struct TextDocumentID: Codable {
  let uri: String
}

struct VersionedDocumentID: Codable {
  let uri: String
  let version: Int?
}

struct DocumentPosition: Decodable {
  let textDocument: TextDocumentID
  let position: Position
}

struct DocumentParameters: Decodable {
  let textDocument: TextDocumentID
}

struct InitializeParameters: Decodable {
  struct Folder: Decodable {
    let uri: String
  }

  struct Capabilities: Decodable {
    struct General: Decodable {
      let positionEncodings: [String]?
    }

    struct Workspace: Decodable {
      struct Edit: Decodable {
        let documentChanges: Bool?
      }

      struct Registration: Decodable {
        let dynamicRegistration: Bool?
      }

      let workspaceEdit: Edit?
      let didChangeWatchedFiles: Registration?
    }

    let general: General?
    let workspace: Workspace?
  }

  let processId: Int?
  let locale: String?
  let rootUri: String?
  let rootPath: String?
  let workspaceFolders: [Folder]?
  let capabilities: Capabilities?
}

struct DidOpenParameters: Decodable {
  struct Document: Decodable {
    let uri: String
    let version: Int?
    let text: String
  }

  let textDocument: Document
}

struct DidChangeParameters: Decodable {
  struct Change: Decodable {
    /// The stretch that is replaced; `nil` for the whole text.
    let range: Range?
    let text: String
  }

  let textDocument: VersionedDocumentID
  let contentChanges: [Change]
}

struct ReferenceParameters: Decodable {
  struct Context: Decodable {
    let includeDeclaration: Bool
  }

  let textDocument: TextDocumentID
  let position: Position
  let context: Context
}

struct RenameParameters: Decodable {
  let textDocument: TextDocumentID
  let position: Position
  let newName: String
}

struct CodeActionParameters: Decodable {
  let textDocument: TextDocumentID
  let range: Range
}

struct SymbolQuery: Decodable {
  let query: String
}

struct ProtocolTextEdit: Codable, Hashable {
  let range: Range
  let newText: String
}

struct WorkspaceEdit: Encodable {
  struct DocumentEdit: Encodable {
    struct Document: Encodable {
      let uri: String
      let version: Int?

      private enum CodingKeys: CodingKey { case uri, version }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(uri, forKey: .uri)
        // A file that no editor has open has the version null, not none.
        try container.encode(version, forKey: .version)
      }
    }

    let textDocument: Document
    let edits: [ProtocolTextEdit]
  }

  var changes: [String: [ProtocolTextEdit]]?
  var documentChanges: [DocumentEdit]?
}

struct ProtocolDiagnostic: Encodable, Hashable {
  struct Description: Encodable, Hashable {
    let href: String
  }

  struct Related: Encodable, Hashable {
    let location: Location
    let message: String
  }

  let range: Range
  /// 1 error, 2 warning, 3 information.
  let severity: Int
  let code: String
  let codeDescription: Description?
  let source: String
  let message: String
  let relatedInformation: [Related]
}

struct PublishedDiagnostics: Encodable, Hashable {
  let uri: String
  let version: Int?
  let diagnostics: [ProtocolDiagnostic]
}

struct MarkupContent: Encodable {
  let kind: String
  let value: String

  init(markdown: String) {
    kind = "markdown"
    value = markdown
  }
}

struct Hover: Encodable {
  let contents: MarkupContent
  let range: Range
}

struct CompletionList: Encodable {
  let isIncomplete: Bool
  let items: [CompletionItem]
}

struct CompletionItem: Encodable {
  struct LabelDetails: Encodable {
    let description: String
  }

  /// What an editor draws beside it; the numbers are the protocol's.
  enum Kind: Int, Encodable {
    case property = 10
    case reference = 18
    case word = 20
  }

  let label: String
  let labelDetails: LabelDetails?
  let kind: Kind
  let documentation: MarkupContent?
  let sortText: String
  let filterText: String
  let textEdit: ProtocolTextEdit
}

struct CodeAction: Encodable {
  let title: String
  let kind: String
  let diagnostics: [ProtocolDiagnostic]
  let isPreferred: Bool
  let edit: WorkspaceEdit
}

struct DocumentSymbol: Encodable {
  let name: String
  let detail: String
  let kind: Int
  let range: Range
  let selectionRange: Range
  let children: [DocumentSymbol]
}

struct SymbolInformation: Encodable {
  let name: String
  let kind: Int
  let location: Location
  let containerName: String?
}

struct RenamePlace: Encodable {
  let range: Range
  let placeholder: String
}
