import ChainFiles
import IndustryChain
import Reporting

extension LanguageServer {
  /// What there is to know of the name at a position.
  mutating func hover(at request: DocumentPosition) -> Hover? {
    guard let place = place(request.textDocument, request.position),
      let (occurrence, symbols) = occurrence(at: place)
    else { return nil }
    let text: String
    if case .link(let id) = occurrence.symbol, let link = symbols.links[id] {
      text = LinkCard(
        of: link, chain: symbols.name(of: .chain(id.chain)), share: occurrence.figure,
        analyses: workspaces[place.folder]?.analyses()
      )
      .page(in: language).markdown()
    } else {
      text = NameCard(occurrence.symbol.id, name: symbols.name(of: occurrence.symbol))
        .page(in: language).markdown()
    }
    return Hover(
      contents: MarkupContent(markdown: text), range: place.document.range(of: occurrence.range))
  }
}
