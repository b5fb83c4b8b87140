public import IndustryChain
public import GapAnalysis

/// A region over time, as a page and as JSON.
public struct TimelinePage: PageDocument {
  let timeline: Timeline

  /// Tells about a timeline.
  public init(of timeline: Timeline) { self.timeline = timeline }

  /// Coverage, projects, the way to production, money, fit, and what is left out.
  public func page(in language: Language) -> Page {
    TimelineText(of: timeline, in: language).page()
  }
}
