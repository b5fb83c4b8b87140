# Densities by ecomplexity: its whole call, or only its own steps from presence to density.
import sys
import warnings

import numpy
import pandas

import peer

part = sys.argv[1]
regions, links = peer.integers("shape")
presence = peer.integers("presence").reshape(regions, links).astype("int64")


def whole():
    from ecomplexity import ecomplexity

    region, link = numpy.indices(presence.shape)
    table = pandas.DataFrame(
        {"year": 1, "loc": region.ravel(), "prod": link.ravel(), "val": presence.ravel()}
    )
    columns = {"time": "year", "loc": "loc", "prod": "prod", "val": "val"}
    seconds, result = peer.median_seconds(
        lambda: ecomplexity(
            table, columns, presence_test="manual", check_logsupermodularity=False, verbose=False
        ),
        runs=1,
    )
    result = result.sort_values(["loc", "prod"])
    return seconds, result["density"].to_numpy()


def steps(matrix):
    from ecomplexity.calc_density import calc_density
    from ecomplexity.calc_proximity import calc_discrete_proximity

    def work():
        proximity = calc_discrete_proximity(matrix, numpy.nansum(matrix, axis=0))
        return calc_density(rca_or_mcp=matrix, proximity_mat=proximity)

    seconds, density = peer.median_seconds(work, runs=3)
    return seconds, density.ravel()


warnings.simplefilter("ignore")
if part == "all":
    seconds, density = whole()
else:
    seconds, density = steps(presence.astype("float64") if part == "doubles" else presence)
peer.report(seconds, density=density)
