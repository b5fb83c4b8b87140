import IndustryChain

/// Strongly connected components and a topological order of a graph of 1,000,000 links.
struct ComponentsJob: Job {
  let name = "components"
  let title = "components and their order"

  func measure(with bench: Bench) throws -> JobReport {
    let economy = SyntheticEconomy(linkCount: 1_000_000)
    let graph = DirectedGraph(
      nodeCount: economy.linkCount, offsets: economy.offsets, targets: economy.suppliers)
    let (ours, components) = Measurement.median(ofRuns: 21) { StrongComponents(of: graph) }
    // Each node's component by the least node in it, which does not depend on the numbering.
    let least = components.componentOfNode.map { id in
      Double(components.nodes(of: Int(id)).first ?? -1)
    }
    let peers = try JobFolder.temporary { folder in
      try economy.write(to: folder)
      return bench.outcomes(
        of: [
          Peer(
            name: "networkx condensation and topological_sort", script: "components_networkx.py",
            modules: ["numpy", "networkx"], ratioGoal: 100, expected: ["least": least]),
          Peer(
            name: "networkx strongly_connected_components", script: "components_networkx.py",
            modules: ["numpy", "networkx"], arguments: ["alone"], expected: ["least": least]),
          Peer(
            name: "SciPy connected_components", script: "components_scipy.py",
            modules: ["numpy", "scipy"], ratioGoal: 1, expected: ["least": least]),
        ], in: folder)
    }
    return JobReport(
      comparisons: [
        Comparison(
          size: economy.size,
          ours: OwnRun(seconds: ours.medianSeconds), peers: peers)
      ],
      notes: [
        "Ours numbers the components so that suppliers come before buyers. networkx's graph is "
          + "built before its clock starts; SciPy gives labels without an order."
      ])
  }
}
