# Who ranks on the first places under each draw of weights, counted; and the sums of the weights
# that put each first. Scores are made some draws at a time, so that they stay in the cache.
#
# `partition`: the first places by argpartition, then sorted. `threshold`: the opportunities in
# order of their mean score, the last place among the first 300 of them as a threshold, and only
# what reaches it sorted. `scores`: nothing but the scores, what any way with numpy takes at least.
import sys

import numpy

import peer

method, precision = sys.argv[1:]
ranks, chunk = 20, 100
weights = peer.doubles("weights").reshape(-1, 6)
drawn = numpy.ascontiguousarray(weights, dtype=precision)
utilities = numpy.ascontiguousarray(peer.doubles("utilities").reshape(6, -1), dtype=precision)
count = utilities.shape[1]


def chunks():
    return (drawn[start : start + chunk] for start in range(0, len(drawn), chunk))


def partition():
    counts = numpy.zeros((ranks, count), dtype=numpy.int64)
    firsts = []
    for part in chunks():
        scores = part @ utilities
        best = numpy.argpartition(scores, count - ranks, axis=1)[:, count - ranks :]
        order = numpy.argsort(-numpy.take_along_axis(scores, best, axis=1), axis=1)
        best = numpy.take_along_axis(best, order, axis=1)
        for rank in range(ranks):
            counts[rank] += numpy.bincount(best[:, rank], minlength=count)
        firsts.append(best[:, 0])
    return counts.T, numpy.concatenate(firsts)


def threshold():
    by_mean = numpy.argsort(-utilities.mean(axis=0))
    sorted_utilities = numpy.ascontiguousarray(utilities[:, by_mean])
    counts = numpy.zeros(ranks * count, dtype=numpy.int64)
    firsts = []
    for part in chunks():
        scores = part @ sorted_utilities
        bound = numpy.partition(scores[:, :300], 300 - ranks, axis=1)[:, 300 - ranks]
        draw, place = numpy.nonzero(scores >= bound[:, None])
        order = numpy.lexsort((-scores[draw, place], draw))
        draw, place = draw[order], by_mean[place[order]]
        first = numpy.searchsorted(draw, numpy.arange(len(part)))
        rank = numpy.arange(len(draw)) - first[draw]
        counted = rank < ranks
        counts += numpy.bincount(
            rank[counted] * count + place[counted], minlength=ranks * count
        )
        firsts.append(place[first])
    return counts.reshape(ranks, count).T, numpy.concatenate(firsts)


def ranked():
    counts, firsts = partition() if method == "partition" else threshold()
    sums = [numpy.bincount(firsts, weights=column, minlength=count) for column in weights.T]
    return counts, numpy.stack(sums, axis=1)


def scores_alone():
    for part in chunks():
        part @ utilities


if method == "scores":
    seconds, _ = peer.median_seconds(scores_alone, runs=7)
    peer.report(seconds)
else:
    seconds, (counts, sums) = peer.median_seconds(ranked)
    peer.report(seconds, share=counts / len(weights), weight=sums / len(weights))
