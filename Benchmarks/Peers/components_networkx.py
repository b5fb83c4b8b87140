# Strongly connected components and a topological order of them: the condensation, sorted, as
# networkx documents it; or, with `alone`, the components by themselves.
import sys

import networkx
import numpy

import peer

offsets, suppliers = peer.integers("offsets"), peer.integers("suppliers")
count = len(offsets) - 1
buyers = numpy.repeat(numpy.arange(count), numpy.diff(offsets))
graph = networkx.DiGraph()
graph.add_nodes_from(range(count))
graph.add_edges_from(zip(buyers.tolist(), suppliers.tolist()))


def alone():
    return list(networkx.strongly_connected_components(graph))


def ordered():
    condensed = networkx.condensation(graph)
    return [condensed.nodes[node]["members"] for node in networkx.topological_sort(condensed)]


work = alone if sys.argv[1:] == ["alone"] else ordered
seconds, components = peer.median_seconds(work, runs=1)
least = numpy.empty(count)
for component in components:
    least[list(component)] = min(component)
peer.report(seconds, least=least)
