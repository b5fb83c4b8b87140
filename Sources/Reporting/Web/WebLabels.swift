import IndustryChain
import WebPages

/// The words of the page's own parts, by the names that its templates have for them.
enum WebLabels {
  private static let words: [String: (chinese: String, english: String)] = [
    "language": ("语言", "Language"),
    "theme": ("外观", "Appearance"),
    "themeAuto": ("自动", "Auto"),
    "themeLight": ("浅色", "Light"),
    "themeDark": ("深色", "Dark"),
    "contents": ("目录", "Contents"),
    "conclusions": ("主要结论", "What it comes to"),
    "next": ("下一步", "Next steps"),
    "chapters": ("详细分析", "In detail"),
    "tooLarge": ("此图较大，另存为文件：", "This diagram is too large for the page:"),
    "skip": ("跳到正文", "Skip to the report"),
    "glance": ("总体情况", "At a glance"),
    "targets": ("招商目标清单", "Target list"),
    "charts": ("图表分析", "In charts"),
    "diagrams": ("产业链图", "The chains"),
    "links": ("全部环节", "Every link"),
    "chain": ("产业链", "Chain"),
    "kind": ("类型", "Kind"),
    "stage": ("位置", "Stage"),
    "coverage": ("现状", "Coverage"),
    "link": ("环节", "Link"),
    "firms": ("本地企业与项目", "Firms and projects here"),
    "suppliers": ("本地供应环节", "Suppliers here"),
    "buyers": ("本地买家环节", "Buyers here"),
    "search": ("查找", "Search"),
    "searchHint": ("环节、企业、来源……", "Link, firm, source …"),
    "all": ("全部", "All"),
    "showAll": ("显示全部目标", "Show every target"),
    "showFirst": ("只看重点目标", "Show the first only"),
    "reset": ("清除筛选", "Clear filters"),
    "noTargets": ("已调查的环节中暂无招商目标。", "No target among the links that were surveyed."),
    "noMatch": ("没有符合筛选条件的目标。", "No target matches the filters."),
    "sortHint": ("点击表头排序；点击一行查看依据。", "Click a heading to sort, a row for its reasons."),
    "howScored": ("得分和名次怎么算", "How scores and ranks come about"),
    "explanation": ("依据", "Reasons"),
    "zoomIn": ("放大", "Zoom in"),
    "zoomOut": ("缩小", "Zoom out"),
    "zoomReset": ("复原", "Reset"),
    "diagramHint": (
      "悬停或用Tab选中环节，可看其供应方（绿）和买方（橙）；点击选定；拖动、双指或Ctrl+滚轮、方向键和+ −缩放移动。",
      "Point at a link, or reach it by Tab, to see its suppliers (green) and buyers (orange);"
        + " click to select. Drag, pinch, Ctrl+wheel, arrow keys and + − move and zoom."
    ),
    "toList": ("看清单", "In the list"),
    "toDiagram": ("看图", "In the diagram"),
    "clear": ("取消", "Clear"),
    "madeBy": (
      "本页自成一体，离线可读；同目录另有表格和数据文件。",
      "This page is complete in itself and needs no network; tables and data lie beside it."
    ),
    "linksNote": (
      "每个环节的现状和本地企业；细分环节后注明所属大类。",
      "The state of every link and the firms here; a variant has its umbrella behind its name."
    ),
  ]

  /// Every label for the templates.
  static let values: PageValue = .object(
    words.mapValues { .say(LocalizedText(english: $0.english, chinese: $0.chinese)) })
}
