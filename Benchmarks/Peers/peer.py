"""What the peers' scripts share: read the inputs, time the work, hand the values back.

A script runs in the job's temporary folder. Arrays lie there as raw little-endian files:
`name.f64` doubles, `name.i32` 32-bit integers. It writes the values to be compared as
`name.peer.f64` and prints one line of JSON, the last of its output.
"""

import json
import resource
import sys
import time


def doubles(name):
    import numpy

    return numpy.fromfile(name + ".f64", dtype="<f8")


def integers(name):
    import numpy

    return numpy.fromfile(name + ".i32", dtype="<i4")


def median_seconds(work, runs=3):
    """The median seconds of some runs of the work, and what its last run gave."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work()
        seconds.append(time.perf_counter() - start)
    return sorted(seconds)[len(seconds) // 2], result


def peak_megabytes():
    """The peak of this process; `ru_maxrss` alone would on Linux include the parent's."""
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


def report(seconds, note="", **values):
    """Writes the values beside the inputs and prints what the harness reads."""
    peak = peak_megabytes()
    for name, array in values.items():
        import numpy

        numpy.asarray(array, dtype="<f8").tofile(name + ".peer.f64")
    print(json.dumps({"seconds": seconds, "peakMegabytes": peak, "note": note}))
