# One sparse LU of I - R A of the whole graph, which gives local content and the gains of some gaps.
# The links stand nearly in the order of the chains, so that their own order fills in least: with
# SciPy's default order the same takes minutes. Columns of an M-matrix need no exchange of rows.
import numpy
import scipy.sparse
import scipy.sparse.linalg

import peer

offsets, suppliers = peer.integers("offsets"), peer.integers("suppliers")
shares, added = peer.doubles("shares"), peer.doubles("added")
ratio, demand, gaps = peer.doubles("ratio"), peer.doubles("demand"), peer.integers("gaps")
count = len(added)
bought = scipy.sparse.csc_array((shares, suppliers, offsets), shape=(count, count))
bought_rows = bought.tocsr()


def solve():
    here = scipy.sparse.csc_array((shares * ratio[suppliers], suppliers, offsets), bought.shape)
    here.eliminate_zeros()
    left = (scipy.sparse.eye_array(count, format="csc") - here).tocsc()
    factors = scipy.sparse.linalg.splu(left, permc_spec="NATURAL", diag_pivot_thresh=0)
    content = factors.solve(added, trans="T")
    gains = []
    for gap in gaps:
        unit = numpy.zeros(count)
        unit[gap] = 1
        row = slice(bought_rows.indptr[gap], bought_rows.indptr[gap + 1])
        own = bought_rows.data[row] @ factors.solve(unit)[bought_rows.indices[row]]
        step = 1 - ratio[gap]
        gains.append(step * demand[gap] * content[gap] / (1 - step * own))
    return content, gains


seconds, (content, gains) = peer.median_seconds(solve, runs=1)
peer.report(seconds, content=content, gain=gains)
