/// A table in a label.
public struct HTMLTable: Hashable, Sendable {
  /// A row of cells, or a rule between two rows.
  public enum Row: Hashable, Sendable {
    /// Cells from left to right.
    case cells([HTMLCell])
    /// A horizontal line across the table.
    case rule
  }

  /// Rows and rules from top to bottom.
  ///
  /// Rules before the first row, after the last one and next
  /// to another rule are dropped; a table without cells is one empty cell.
  public var rows: [Row]
  /// The frame around the table.
  public var box: HTMLBox
  /// The width of each cell's border in points, `nil` for the same as the table's.
  public var cellBorder: Int?
  /// The space between cells in points, `nil` for Graphviz's 2.
  public var cellSpacing: Int?

  /// A table of the given rows.
  public init(
    rows: [Row], box: HTMLBox = HTMLBox(), cellBorder: Int? = nil, cellSpacing: Int? = nil
  ) {
    self.rows = rows
    self.box = box
    self.cellBorder = cellBorder
    self.cellSpacing = cellSpacing
  }
}

/// A cell of a table.
public struct HTMLCell: Hashable, Sendable {
  /// What the cell shows.
  public var content: HTMLLabel
  /// The frame around the cell.
  public var box: HTMLBox
  /// How many columns it takes, at least 1.
  public var columnSpan: Int
  /// How many rows it takes, at least 1.
  public var rowSpan: Int
  /// How lines without an alignment of their own stand, `nil` for centred.
  public var lineAlignment: HTMLText.HorizontalAlignment?

  /// A cell with a label in it.
  public init(
    _ content: HTMLLabel,
    box: HTMLBox = HTMLBox(),
    columnSpan: Int = 1,
    rowSpan: Int = 1,
    lineAlignment: HTMLText.HorizontalAlignment? = nil
  ) {
    self.content = content
    self.box = box
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.lineAlignment = lineAlignment
  }

  /// A cell with text in it.
  public init(
    _ text: HTMLText,
    box: HTMLBox = HTMLBox(),
    columnSpan: Int = 1,
    rowSpan: Int = 1,
    lineAlignment: HTMLText.HorizontalAlignment? = nil
  ) {
    self.init(
      .text(text), box: box, columnSpan: columnSpan, rowSpan: rowSpan,
      lineAlignment: lineAlignment)
  }
}

/// Frame, size and place of a table or cell; what is `nil` is as Graphviz has it.
public struct HTMLBox: Hashable, Sendable {
  /// Where the content stands between top and bottom.
  public enum VerticalAlignment: String, Hashable, Sendable {
    /// At the top.
    case top = "TOP"
    /// In the middle.
    case middle = "MIDDLE"
    /// At the bottom.
    case bottom = "BOTTOM"
  }

  /// How the frame is drawn.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// With round corners.
    case rounded
    /// With a dashed line.
    case dashed
    /// With a dotted line.
    case dotted
    /// With a solid line.
    case solid
    /// Not at all; nor is the content.
    case invisible = "invis"
    /// Filled from the centre outwards.
    case radial
  }

  /// Sides of a box.
  public struct Sides: OptionSet, Hashable, Sendable {
    /// The sides as bits.
    public let rawValue: UInt8

    /// Sides from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The left side.
    public static let left = Sides(rawValue: 1)
    /// The top.
    public static let top = Sides(rawValue: 2)
    /// The right side.
    public static let right = Sides(rawValue: 4)
    /// The bottom.
    public static let bottom = Sides(rawValue: 8)
  }

  /// Where the box stands in its cell, or the text in the box.
  public var alignment: HTMLText.HorizontalAlignment?
  /// Where it stands between top and bottom.
  public var verticalAlignment: VerticalAlignment?
  /// The colour inside.
  public var background: RGBColor?
  /// The width of the frame in points, 0 for none.
  public var border: Int?
  /// The colour of the frame.
  public var color: RGBColor?
  /// The space between frame and content in points.
  public var padding: Int?
  /// The least width in points, or the only one if the size is fixed.
  public var width: Int?
  /// The least height in points, or the only one if the size is fixed.
  public var height: Int?
  /// Whether content that does not fit leaves the size as it is.
  public var isFixedSize: Bool
  /// What edges call the box, see ``EdgeEndpoint/port``.
  public var port: String?
  /// The sides that the frame has, all of them unless given.
  public var sides: Sides?
  /// How the frame is drawn; the order does not matter.
  public var styles: Set<Style>
  /// What is shown while the pointer is over the box.
  public var tooltip: String?

  /// A box that differs from Graphviz's own in what is given.
  public init(
    alignment: HTMLText.HorizontalAlignment? = nil,
    verticalAlignment: VerticalAlignment? = nil,
    background: RGBColor? = nil,
    border: Int? = nil,
    color: RGBColor? = nil,
    padding: Int? = nil,
    width: Int? = nil,
    height: Int? = nil,
    isFixedSize: Bool = false,
    port: String? = nil,
    sides: Sides? = nil,
    styles: Set<Style> = [],
    tooltip: String? = nil
  ) {
    self.alignment = alignment
    self.verticalAlignment = verticalAlignment
    self.background = background
    self.border = border
    self.color = color
    self.padding = padding
    self.width = width
    self.height = height
    self.isFixedSize = isFixedSize
    self.port = port
    self.sides = sides
    self.styles = styles
    self.tooltip = tooltip
  }
}
