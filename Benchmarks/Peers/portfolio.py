# The best choice of so many candidates as a mixed-integer program, by HiGHS.
#
# x_k = 1 where candidate k is chosen, z_k its output: maximise sum u_k z_k - a_k x_k under
# z_k <= s_k x_k + sum_j w_kj z_j, z_k <= M_k x_k, sum x_k <= N; M is the output of all candidates.
# The time is that of the solver alone.
import sys

import highspy
import numpy

import peer

sales, content, anywhere = peer.doubles("sales"), peer.doubles("content"), peer.doubles("anywhere")
sellers, buyers = peer.integers("sellers"), peer.integers("buyers")
per_unit = peer.doubles("per-unit")
count, chosen = len(sales), int(sys.argv[1])
system = numpy.eye(count)
system[sellers, buyers] -= per_unit
most = numpy.linalg.solve(system, sales) * (1 + 1e-9)


def program():
    solver = highspy.Highs()
    for option, value in {
        "output_flag": False,
        "mip_rel_gap": 1e-9,
        "mip_abs_gap": 1e-9,
        "time_limit": 600.0,
    }.items():
        solver.setOptionValue(option, value)
    infinity = highspy.kHighsInf
    for k in range(count):
        solver.addVar(0.0, 1.0)
        solver.changeColCost(k, -anywhere[k])
        solver.changeColIntegrality(k, highspy.HighsVarType.kInteger)
    for k in range(count):
        solver.addVar(0.0, infinity)
        solver.changeColCost(count + k, content[k])
    rows = [{count + k: 1.0, k: -sales[k]} for k in range(count)]
    for seller, buyer, response in zip(sellers, buyers, per_unit):
        rows[seller][count + buyer] = rows[seller].get(count + buyer, 0.0) - response
    rows += [{count + k: 1.0, k: -most[k]} for k in range(count)]
    for row in rows:
        columns = numpy.array(list(row), dtype=numpy.int32)
        solver.addRow(-infinity, 0.0, len(row), columns, numpy.array(list(row.values())))
    solver.addRow(
        -infinity, float(chosen), count, numpy.arange(count, dtype=numpy.int32), numpy.ones(count)
    )
    solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
    return solver


programs = [program() for _ in range(3)]


def solve():
    solver = programs.pop()
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return solver.getInfo()


seconds, info = peer.median_seconds(solve)
peer.report(
    seconds, note="%d nodes" % info.mip_node_count, value=[info.objective_function_value]
)
