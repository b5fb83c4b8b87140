# Solves for local content by sparse LU, the matrix built anew in each run.
import numpy
import scipy.sparse
import scipy.sparse.linalg

import peer

buyers, suppliers = peer.integers("buyers"), peer.integers("suppliers")
shares, added, ratio = peer.doubles("shares"), peer.doubles("added"), peer.doubles("ratio")


def solve():
    shape = (len(added), len(added))
    bought = scipy.sparse.csc_array((shares * ratio[suppliers], (buyers, suppliers)), shape=shape)
    left = scipy.sparse.eye_array(len(added), format="csc") - bought
    return scipy.sparse.linalg.spsolve(left, added)


seconds, content = peer.median_seconds(solve)
peer.report(seconds, content=content)
