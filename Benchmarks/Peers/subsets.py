# The joint value of a sample of subsets, one dense solve each; the time is scaled to all of them.
import sys

import numpy

import peer

sales, content = peer.doubles("sales"), peer.doubles("content")
count = len(sales)
responses = peer.doubles("responses").reshape(count, count)
subsets, total = peer.integers("subsets"), int(sys.argv[1])
members = [numpy.flatnonzero(subset >> numpy.arange(count) & 1) for subset in subsets]
system = numpy.eye(count) - responses


def solve():
    values = []
    for chosen in members:
        output = numpy.linalg.solve(system[numpy.ix_(chosen, chosen)], sales[chosen])
        values.append(content[chosen] @ output)
    return values


seconds, values = peer.median_seconds(solve)
peer.report(seconds * total / len(subsets), note="scaled", value=values)
