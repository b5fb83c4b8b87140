import Diagnostics
import IndustryChain

/// Finds regions whose id is another than the name of their folder.
enum RegionFolderCheck {
  /// One finding a region; `ids` are those of all regions.
  ///
  /// A file that is known by its name alone says nothing of its folder. O(length of the path).
  static func finding(about draft: RegionDraft, among ids: Set<RegionID>) -> Diagnostic? {
    let components = draft.file.path.split(separator: "/").map(String.init)
    // A folder without a region file has told so.
    guard components.last == RegionSources.fileNames.first,
      let folder = components.dropLast().last, folder != ".", folder != "..",
      folder != draft.region.id.rawValue
    else { return nil }
    let word = Located(value: draft.region.id.rawValue, range: draft.range)
    // Whoever renamed the folder meant the id, too; whoever chose the id may rename the folder.
    let fix: Fix? =
      folder.isID && !ids.contains(RegionID(folder)) ? .writing(folder, for: word, .likely) : nil
    return .regionUnlikeFolder(draft, folder: folder, fix: fix)
  }
}

extension Diagnostic {
  static func regionUnlikeFolder(_ draft: RegionDraft, folder: String, fix: Fix?) -> Self {
    let id = draft.region.id
    return Self(
      .regionUnlikeFolder, at: .init(file: draft.file, range: draft.range),
      "the region \"\(id)\" lies in the folder \"\(folder.shortened)\"",
      "区域编号是“\(id)”，所在文件夹却叫“\(folder.shortened)”",
      help: fix == nil
        ? LocalizedText("rename the folder `\(id)`", "把文件夹改名为 `\(id)`")
        : LocalizedText(
          "write `\(folder)`, or rename the folder `\(id)`",
          "把编号改为 `\(folder)`，或把文件夹改名为 `\(id)`"),
      fix: fix)
  }
}
