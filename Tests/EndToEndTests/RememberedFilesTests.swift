import ChainFiles
import Foundation
import Testing

@testable import chaingap

@Suite struct RememberedFilesTests {
  @Test func `only files that are others are read again`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let files = RememberedFiles()
    let workspace = WorkspaceFolder(path: folder.url.path + "/Chains", files: files)
    let first = try workspace.sources()
    files.endLook()
    #expect(files.readCount == 3)
    #expect(try workspace.sources() == first)
    files.endLook()
    #expect(files.readCount == 3)

    // As long as before, in the same moment: an editor that puts one file in the place of another.
    try folder.write(
      smallChain.replacingOccurrences(of: "矿石", with: "铁石"), to: "Chains/aside")
    let place = folder.url.path + "/Chains/"
    #expect(rename(place + "aside", place + "metal.yaml") == 0)
    let second = try workspace.sources()
    files.endLook()
    #expect(files.readCount == 4)
    #expect(second.regions == first.regions && second.chains != first.chains)

    // What is gone is forgotten, and read when it is back.
    #expect(rename(place + "metal.yaml", place + "aside") == 0)
    #expect(try workspace.sources().chains.isEmpty)
    files.endLook()
    #expect(rename(place + "aside", place + "metal.yaml") == 0)
    #expect(try workspace.sources() == second)
    #expect(files.readCount == 5)
  }
}
