# The exact gain of filling a gap, G = d m c / (1 - d s) with d = 1 - r, for a sample of gaps.
#
# The self-demand s of a gap takes one solve of (I - R A) x = e: by a Neumann series, one gap or
# sixty-four at a time or all in one sparse matrix, from one sparse LU of the whole, or by spsolve
# anew as if nothing were shared.
# Local content is solved for once. The time is that of the sample, scaled to all gaps.
import sys

import numpy
import scipy.sparse
import scipy.sparse.linalg

import peer

method, gap_count = sys.argv[1], int(sys.argv[2])
offsets, suppliers = peer.integers("offsets"), peer.integers("suppliers")
shares, added = peer.doubles("shares"), peer.doubles("added")
ratio, demand = peer.doubles("ratio"), peer.doubles("demand")
gaps = peer.integers("gaps-" + method)
count = len(added)
shape = (count, count)
# Columns are buyers, rows suppliers: the arrays are already a compressed-column matrix.
bought = scipy.sparse.csc_array((shares, suppliers, offsets), shape=shape)
bought_rows = bought.tocsr()
bought_here = scipy.sparse.csc_array((shares * ratio[suppliers], suppliers, offsets), shape=shape)
bought_here.sort_indices()
bought_here.eliminate_zeros()
here_rows = bought_here.tocsr()
left = (scipy.sparse.eye_array(count, format="csc") - bought_here).tocsc()
content = scipy.sparse.linalg.spsolve(left.T.tocsc(), added)


def buyers_of(gap):
    start, end = bought_rows.indptr[gap], bought_rows.indptr[gap + 1]
    return bought_rows.indices[start:end], bought_rows.data[start:end]


def series(start):
    total, term = start.copy(), start
    while True:
        term = here_rows @ term
        # A term this small cannot move a sum in double precision by more than the comparison allows.
        if term.max() < 1e-13:
            return total
        total += term


def one_by_one(solve):
    demands = []
    for gap in gaps:
        unit = numpy.zeros(count)
        unit[gap] = 1
        buyers, bought_shares = buyers_of(gap)
        demands.append(bought_shares @ solve(unit)[buyers])
    return numpy.array(demands)


def neumann():
    return one_by_one(series)


def block():
    demands = []
    for begin in range(0, len(gaps), 64):
        part = gaps[begin : begin + 64]
        unit = numpy.zeros((count, len(part)))
        unit[part, numpy.arange(len(part))] = 1
        solved = series(unit)
        for column, gap in enumerate(part):
            buyers, bought_shares = buyers_of(gap)
            demands.append(bought_shares @ solved[buyers, column])
    return numpy.array(demands)


def sparse():
    # All gaps at once, each column holding only the links that its walks have reached.
    total = term = scipy.sparse.csc_array(
        (numpy.ones(len(gaps)), (gaps, numpy.arange(len(gaps)))), shape=(count, len(gaps))
    )
    while True:
        term = bought_here @ term
        term.data[term.data < 1e-15] = 0
        term.eliminate_zeros()
        if term.nnz == 0:
            return bought_rows[gaps, :].multiply(total.T).sum(axis=1)
        total = total + term


def factor():
    # The links stand nearly in the order of the chains, so their own order fills in least.
    factors = scipy.sparse.linalg.splu(left, permc_spec="NATURAL", diag_pivot_thresh=0)
    demands = []
    for begin in range(0, len(gaps), 64):
        part = gaps[begin : begin + 64]
        unit = numpy.zeros((count, len(part)))
        unit[part, numpy.arange(len(part))] = 1
        solved = factors.solve(unit)
        for column, gap in enumerate(part):
            buyers, bought_shares = buyers_of(gap)
            demands.append(bought_shares @ solved[buyers, column])
    return numpy.array(demands)


def spsolve():
    return one_by_one(lambda unit: scipy.sparse.linalg.spsolve(left, unit))


methods = {f.__name__: f for f in (neumann, block, sparse, factor, spsolve)}


def gain():
    own = methods[method]()
    step = 1 - ratio[gaps]
    return step * demand[gaps] * content[gaps] / (1 - step * own)


seconds, gains = peer.median_seconds(gain)
scaled = seconds * gap_count / len(gaps)
note = "" if len(gaps) == gap_count else "%d of %d gaps, scaled" % (len(gaps), gap_count)
peer.report(scaled, note=note, gain=gains)
