import IndustryChain
import Testing

private let chain = ChainID("c")

private func id(_ name: String) -> LinkID { LinkID(chain: chain, name: name) }

private func link(_ name: String, buys inputs: [(String, Input.Route)] = []) -> Link {
  var link = Link(id: id(name), name: LocalizedText(english: name), stage: .midstream)
  link.inputs = inputs.map { Input(supplier: id($0.0), share: nil, route: $0.1) }
  return link
}

private func materialEdges(_ links: [Link]) -> Set<String> {
  let graph = ChainGraph(chains: [Chain(id: chain, name: LocalizedText(), links: links)])
  return Set(
    (0..<graph.linkCount).flatMap { source in
      graph.material.successors(of: source).map {
        "\(graph.links[source].id.name)>\(graph.links[Int($0)].id.name)"
      }
    })
}

@Test func `a processed product goes to the service and from there to its buyers`() {
  let edges = materialEdges([
    link("hardware", buys: [("plating", .processing)]),
    link("plating"),
    link("lighter", buys: [("hardware", .purchase)]),
  ])
  #expect(edges == ["hardware>plating", "plating>lighter"])
}

@Test func `a return flow is no way upstream`() {
  let edges = materialEdges([
    link("precursor", buys: [("recycling", .returnFlow)]),
    link("recycling", buys: [("precursor", .purchase)]),
  ])
  #expect(edges == ["precursor>recycling"])
}

@Test func `a variant flows into its umbrella, over its services where it has any`() {
  var ternary = link("ternary", buys: [("coating", .processing)])
  ternary.variantOf = id("cathode")
  let edges = materialEdges([ternary, link("cathode"), link("coating")])
  #expect(edges == ["ternary>coating", "coating>cathode"])
}

@Test func `links are numbered by id and inputs from nowhere are left out`() {
  let graph = ChainGraph(
    chains: [
      Chain(
        id: chain, name: LocalizedText(),
        links: [link("b", buys: [("a", .purchase), ("nowhere", .purchase)]), link("a")])
    ])
  #expect(graph.links.map(\.id.name) == ["a", "b"])
  #expect(graph.index(of: id("b")) == 1)
  #expect(graph.inputs(of: 1).map { $0.0.supplier.name } == ["a"])
}

@Test func `inputs are sorted by supplier and route, in whatever order a file lists them`() {
  let inputs: [(String, Input.Route)] = [
    ("c", .purchase), ("b", .returnFlow), ("nowhere", .purchase), ("b", .purchase),
    ("a", .processing),
  ]
  for listed in [inputs, inputs.reversed()] {
    let links = [link("z", buys: listed), link("a"), link("b"), link("c")]
    let graph = ChainGraph(chains: [Chain(id: chain, name: LocalizedText(), links: links)])
    #expect(graph.links[3].inputs.map(\.supplier.name) == ["a", "b", "b", "c"])
    #expect(graph.links[3].inputs.map(\.route) == [.processing, .purchase, .returnFlow, .purchase])
    #expect(Array(graph.purchases.successors(of: 3)) == [0, 1, 1, 2])
  }
}
