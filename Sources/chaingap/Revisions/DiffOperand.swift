import ChainFiles
import Diagnostics
import TerminalText

/// One side of a comparison as the user named it.
enum DiffOperand {
  /// A workspace.
  case folder(path: String, files: any FileStore, name: String)
  /// One file of a workspace, or a copy of one.
  case file(path: String, files: any FileStore, name: String)

  /// What people call it.
  var name: String {
    switch self {
    case .folder(_, _, let name), .file(_, _, let name): name
    }
  }

  /// Finds what an argument names: a folder or file that is there, REVISION:PATH, or a revision, which
  /// stands for the workspace as it was in it.
  ///
  /// - Throws: `Failure` where it names nothing.
  init(_ argument: String, workspace: String) throws {
    let disk = FilesOnDisk()
    if disk.isFolder(argument) {
      self = .folder(path: argument, files: disk, name: argument)
    } else if disk.file(argument) != nil {
      self = .file(path: argument, files: disk, name: argument)
    } else {
      let parts = Self.split(argument)
      let (revision, path) = parts ?? (argument, workspace)
      // HEAD is what is compared where nothing is named, and no misspelt path.
      if parts == nil, argument != "HEAD", (try? GitRepository(around: workspace)) == nil {
        throw Failure.nothing(at: argument)
      }
      let files = try FilesOfCommit(at: path, of: revision)
      guard files.isFile(path) else {
        self = .folder(path: path, files: files, name: argument)
        return
      }
      // The files around it tell what its links mean.
      let folder = WorkspaceFolder(containing: path).path
      self = .file(
        path: path, files: try FilesOfCommit(at: folder, of: revision), name: argument)
    }
  }

  /// The same path in the work tree: what a lone argument is compared with.
  ///
  /// - Throws: `Failure` where there is nothing.
  static func workTree(besides argument: String, workspace: String) throws -> DiffOperand {
    let disk = FilesOnDisk()
    if disk.isFolder(argument) {
      return .folder(path: workspace, files: disk, name: workspace)
    }
    guard disk.file(argument) == nil else {
      throw Failure(
        "one file has nothing to be compared with", "只有一个文件，没有可比较的对象",
        help: .init(
          "name two files, or the file in a revision: chaingap diff HEAD:\(argument)",
          "请给出两个文件，或与某个版本中的文件比较：chaingap diff HEAD:\(argument)"))
    }
    let path = split(argument)?.path ?? workspace
    guard disk.isFolder(path) else {
      guard disk.file(path) != nil else {
        throw Failure(
          "there is no \"\(path)\" any more", "“\(path)”已不存在",
          help: .init("name what to compare with", "请指定与什么比较"))
      }
      return .file(path: path, files: disk, name: path)
    }
    return .folder(path: path, files: disk, name: path)
  }

  /// The parts of REVISION:PATH; a colon in braces belongs to the revision, as in `@{12:00}`.
  private static func split(_ argument: String) -> (revision: String, path: String)? {
    var depth = 0
    for place in argument.indices {
      switch argument[place] {
      case "{": depth += 1
      case "}": depth -= 1
      case ":" where depth <= 0 && place > argument.startIndex:
        let path = argument[argument.index(after: place)...]
        return path.isEmpty ? nil : (String(argument[..<place]), String(path))
      default: break
      }
    }
    return nil
  }
}

extension DiffOperand {
  /// What both sides are read from.
  ///
  /// Of two files the first stands in the place of the second, the rest of the workspace as it is
  /// around it: so links of other chains are known, and the effect is that of the file alone.
  ///
  /// - Throws: `Failure` where a file cannot be read, or a folder is named beside a file.
  static func sources(
    _ before: DiffOperand, _ after: DiffOperand
  ) throws -> (before: WorkspaceSources, after: WorkspaceSources) {
    switch (before, after) {
    case (.folder(let old, let oldFiles, _), .folder(let new, let newFiles, _)):
      return (
        try WorkspaceFolder(path: old, files: oldFiles).sources(),
        try WorkspaceFolder(path: new, files: newFiles).sources()
      )
    case (.file(let old, let oldFiles, _), .file(let new, let newFiles, _)):
      guard let one = oldFiles.file(old), let other = newFiles.file(new) else {
        throw Failure(
          "cannot read \"\(before.name)\" or \"\(after.name)\"",
          "无法读取“\(before.name)”或“\(after.name)”")
      }
      let around = try WorkspaceFolder(containing: new, files: newFiles).sources()
        .leavingOutCopies(of: [one, other], except: other)
      guard let replaced = around.replacing(other, by: one) else {
        throw Failure(
          "\"\(new)\" is no chain file, region.yaml, firms.csv, prospects.csv or peers.csv",
          "“\(new)”不是产业链文件、region.yaml、firms.csv、prospects.csv 或 peers.csv",
          help: .whereChainsLie)
      }
      return (replaced, around)
    case (.folder, .file), (.file, .folder):
      throw Failure(
        "\"\(before.name)\" and \"\(after.name)\" are a folder and a file",
        "“\(before.name)”和“\(after.name)”一个是文件夹，一个是文件",
        help: .init("compare two folders or two files", "请比较两个文件夹或两个文件"))
    }
  }
}

extension WorkspaceSources {
  /// The sources with another text in the place of a file; `nil` where they do not have the file.
  fileprivate func replacing(_ file: SourceFile, by other: SourceFile) -> WorkspaceSources? {
    var sources = self
    if let place = chains.firstIndex(where: { $0.path == file.path }) {
      sources.chains[place] = other
      return sources
    }
    let parts: [WritableKeyPath<RegionSources, SourceFile?>] = [
      \.region, \.firms, \.prospects, \.peers,
    ]
    for place in regions.indices {
      for part in parts where regions[place][keyPath: part]?.path == file.path {
        sources.regions[place][keyPath: part] = other
        return sources
      }
    }
    return nil
  }
}
