public import ArgumentParser
public import IndustryChain

extension CalendarDate: ExpressibleByArgument {
  /// Reads a day as it is typed: `2020-12-31`.
  public init?(argument: String) { self.init(argument) }
}
