import Graphviz

extension RenderError {
  /// What happened in one sentence, Graphviz's own words after it, and what to do.
  var phrase: Phrase { Phrase(description, chinese) }

  private var chinese: String {
    switch self {
    case .syntax(let messages): "图不是有效的 DOT" + Self.quoted(messages)
    case .layout(let messages): "Graphviz 无法排布此图" + Self.quoted(messages)
    case .output(let messages): "Graphviz 无法写出图片" + Self.quoted(messages)
    case .formatUnavailable(let format, let messages):
      "本机的 Graphviz 不能写 \(format.name)\(Self.quoted(messages))；请安装带 Pango 插件的 Graphviz"
    case .contextUnavailable: "无法启动 Graphviz"
    }
  }

  private static func quoted(_ messages: [GraphvizMessage]) -> String {
    messages.isEmpty ? "" : "（" + summary(of: messages, more: { "另有 \($0) 条" }) + "）"
  }
}
