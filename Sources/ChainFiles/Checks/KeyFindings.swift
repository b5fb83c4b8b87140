import Diagnostics
import IndustryChain

/// What can be wrong with the keys of an object.
extension Diagnostic {
  /// `present` are the keys that the object has already, which nobody can have meant.
  static func unknownKey(
    _ key: Located<String>, of schema: ObjectSchema, besides present: Set<String>,
    in file: SourceFile
  ) -> Self {
    let keys = schema.keys.map(\.key)
    let absent = keys.filter { !present.contains($0) }
    let ownName = schema.keys.first { $0.chinese == key.value && !present.contains($0.key) }
    let translation =
      ownName.map { ($0.key, true) } ?? ChineseWords.match(key.value, among: absent)
    let nearest = key.value.nearestMatch(among: absent)
    let entry = key.value.entryWithoutBlank(amongKeys: keys)
    let slip =
      Fix.writing(key.fullWidthSlips) ?? entry.flatMap { .writing($0, for: key, .likely) }
    let help: LocalizedText =
      if let slip {
        slip.title
      } else if key.value == "return", schema.keys.contains(where: { $0.key == "critical" }) {
        LocalizedText("delete it", "删除这个键")
      } else if let name = translation?.0 ?? nearest?.name {
        .write(name)
      } else {
        .oneOf(keys)
      }
    return Self(
      .unknownKey, at: .init(file: file, range: key.range),
      "\(schema.noun) has no key \"\(key.value.shortened)\"",
      String(chinese: schema.chineseNoun, "没有“\(key.value.shortened)”这个键"), help: help,
      fix: slip ?? .writing(translation, for: key)
        ?? .writing(nearest, for: key, atBest: .certain))
  }

  static func missingKey(
    _ key: KeySchema, of schema: ObjectSchema, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .missingKey, at: .init(file: file, range: range),
      "\(schema.noun) needs the key \"\(key.key)\"",
      String(chinese: schema.chineseNoun, "缺少必填的键“\(key.key)”"),
      help: LocalizedText(
        "add `\(key.key):`, \(key.english) (\(key.chinese)), \(key.type.description)",
        String(chinese: "补上 `\(key.key):`（\(key.chinese)），内容为", key.type.chinese)))
  }

  static func duplicateKey(
    _ key: String, in file: SourceFile, at range: SourceRange, first: SourceRange?
  ) -> Self {
    Self(
      .duplicateKey, at: .init(file: file, range: range),
      "the key \"\(key.shortened)\" stands twice", "键“\(key.shortened)”出现了两次",
      notes: first.map { [.firstStandsHere(.init(file: file, range: $0))] } ?? [],
      help: LocalizedText("join the two, or rename one", "合并两处，或给其中一处改名"))
  }

  static func complexKey(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .wrongType, at: .init(file: file, range: range), "a key must be a text", "键必须是文字",
      help: LocalizedText("write the key as plain text", "把键写成普通文字"))
  }
}

extension String {
  /// `stage: midstream` for `stage:midstream`, which between braces is a key; `nil` where no known key
  /// stands before the colon.
  fileprivate func entryWithoutBlank(amongKeys keys: [String]) -> String? {
    guard let colon = firstIndex(of: ":"), keys.contains(String(self[..<colon])) else { return nil }
    return self[...colon] + " " + self[index(after: colon)...]
  }
}
