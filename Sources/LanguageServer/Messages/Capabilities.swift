/// What the server says that it can do.
struct InitializeResult: Encodable {
  struct Capabilities: Encodable {
    struct Synchronization: Encodable {
      struct Saving: Encodable {
        let includeText = false
      }

      let openClose = true
      /// Pieces of text.
      let change = 2
      let save = Saving()
    }

    struct Completion: Encodable {
      let triggerCharacters = ["/", " ", "{", "["]
    }

    struct Rename: Encodable {
      let prepareProvider = true
    }

    struct CodeActions: Encodable {
      let codeActionKinds = ["quickfix"]
    }

    let positionEncoding: PositionEncoding
    let textDocumentSync = Synchronization()
    let completionProvider = Completion()
    let hoverProvider = true
    let definitionProvider = true
    let referencesProvider = true
    let renameProvider = Rename()
    let codeActionProvider = CodeActions()
    let documentSymbolProvider = true
    let workspaceSymbolProvider = true
  }

  struct ServerInfo: Encodable {
    let name = "chaingap"
    let version: String
  }

  let capabilities: Capabilities
  let serverInfo: ServerInfo

  init(encoding: PositionEncoding, version: String) {
    capabilities = Capabilities(positionEncoding: encoding)
    serverInfo = ServerInfo(version: version)
  }
}

/// Which files the client is to watch.
struct WatcherRegistration: Encodable {
  struct Registration: Encodable {
    struct Options: Encodable {
      struct Watcher: Encodable {
        let globPattern: String
      }

      let watchers = [Watcher(globPattern: "**/*.{yaml,yml,csv}")]
    }

    let id = "watch-files"
    let method = "workspace/didChangeWatchedFiles"
    let registerOptions = Options()
  }

  let registrations = [Registration()]
}
