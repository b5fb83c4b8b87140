extension LanguageServer {
  /// Answers a request.
  ///
  /// - Throws: `RPCError` where it has no result.
  mutating func answer(
    _ method: String, _ message: Message, _ id: RequestID
  ) throws(RPCError) -> [UInt8] {
    if method == "initialize" {
      let parameters = try message.parameters(InitializeParameters.self)
      return OutgoingMessage.result(try initialize(parameters), of: id)
    }
    switch phase {
    case .waiting:
      throw RPCError(
        code: .serverNotInitialized, message: say("not initialized yet", "尚未初始化"))
    case .shutDown:
      throw RPCError(code: .invalidRequest, message: say("shut down", "已关闭"))
    case .running: break
    }
    switch method {
    case "shutdown":
      shutDown()
      return OutgoingMessage.result(Null(), of: id)
    case "textDocument/hover":
      return result(hover(at: try message.parameters(DocumentPosition.self)), of: id)
    case "textDocument/completion":
      return result(completion(at: try message.parameters(DocumentPosition.self)), of: id)
    case "textDocument/definition":
      return result(definition(at: try message.parameters(DocumentPosition.self)), of: id)
    case "textDocument/references":
      return result(references(at: try message.parameters(ReferenceParameters.self)), of: id)
    case "textDocument/prepareRename":
      return result(try prepareRename(at: try message.parameters(DocumentPosition.self)), of: id)
    case "textDocument/rename":
      return result(try rename(try message.parameters(RenameParameters.self)), of: id)
    case "textDocument/codeAction":
      return result(codeActions(in: try message.parameters(CodeActionParameters.self)), of: id)
    case "textDocument/documentSymbol":
      return result(documentSymbols(in: try message.parameters(DocumentParameters.self)), of: id)
    case "workspace/symbol":
      return result(workspaceSymbols(try message.parameters(SymbolQuery.self)), of: id)
    default:
      throw RPCError(
        code: .methodNotFound,
        message: say("no method \"\(method)\"", "没有方法“\(method)”"))
    }
  }

  private func result(_ result: (some Encodable)?, of id: RequestID) -> [UInt8] {
    guard let result else { return OutgoingMessage.result(Null(), of: id) }
    return OutgoingMessage.result(result, of: id)
  }

  /// Takes in a notification; what it does not know or cannot read is let go, as the protocol says.
  mutating func notify(_ method: String, _ message: Message) -> [[UInt8]] {
    if method == "exit" { exit() }
    guard phase == .running else { return [] }
    do throws(RPCError) {
      switch method {
      case "initialized": return initialized()
      case "textDocument/didOpen":
        open(try message.parameters(DidOpenParameters.self).textDocument)
      case "textDocument/didChange": change(try message.parameters(DidChangeParameters.self))
      case "textDocument/didClose":
        close(try message.parameters(DocumentParameters.self).textDocument.uri)
      case "textDocument/didSave", "workspace/didChangeWatchedFiles": reload()
      default: break
      }
      return []
    } catch {
      // A notification is never answered; what it meant is let go.
      return []
    }
  }
}
