import ArgumentParser

/// What every command that draws asks for.
struct DrawingOptions: ParsableArguments {
  /// In seconds.
  static let timeLimits = 1...3600

  @Option(
    help: ArgumentHelp(
      "What a layout may take before the diagram is folded, 1 to 3600.",
      "布局用时上限，超过即合并简化，1 至 3600 秒。", valueName: "seconds"))
  var timeLimit = 20

  mutating func validate() throws {
    guard Self.timeLimits.contains(timeLimit) else {
      throw ValidationError(
        "--time-limit takes 1 to 3600 seconds", "--time-limit 应为 1 至 3600 秒")
    }
  }

  /// A place to draw, its children at work from now on.
  func room(size: Int = .max) -> DrawingRoom {
    DrawingRoom(size: size, timeLimit: .seconds(timeLimit))
  }
}
