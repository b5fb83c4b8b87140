# Solves for local content by sparse LU; prints the seconds and the difference from ours.
import sys, time
try:
    import numpy, scipy.sparse, scipy.sparse.linalg
except ImportError:
    sys.exit()
buyer, supplier, share = numpy.loadtxt("inputs.txt", unpack=True)
added, ratio, content = numpy.loadtxt("links.txt", unpack=True)
supplier = supplier.astype(int)
times = []
for _ in range(3):
    start = time.perf_counter()
    shape = (len(added), len(added))
    bought = scipy.sparse.csc_matrix((share * ratio[supplier], (buyer, supplier)), shape=shape)
    left = scipy.sparse.identity(len(added), format="csc") - bought
    solution = scipy.sparse.linalg.spsolve(left, added)
    times.append(time.perf_counter() - start)
difference = abs(solution - content).max()
if difference > 1e-9:
    sys.exit("local content differs from SciPy's by %g" % difference)
print(sorted(times)[1], "%.0e" % difference)
