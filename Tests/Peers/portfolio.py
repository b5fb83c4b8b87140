"""Solves selection problems with HiGHS as mixed-integer programs.

Reads a JSON list of problems from a file and prints a JSON list of optimal values. The program of a
problem, with x_k = 1 where candidate k is chosen, z_k its output, y_km = 1 where it serves the
contested market m and f_km what it sells there:

    maximise   sum_k u_k z_k - a_k x_k
    z_k  <= s_k x_k + sum_j w_kj z_j + sum_m f_km,   z_k <= M_k x_k
    f_km <= share_km (d_m + sum_j w_mj z_j),         f_km <= F_km y_km
    y_km <= x_k,   y_km <= 1 - x_j for every earlier competitor j
    sum_k use_lk x_k <= capacity_l

M and F come from the output of all candidates with every market open to everybody.
"""

import json
import sys

import highspy
import numpy

INFINITY = highspy.kHighsInf


class Program:
    """A mixed-integer program, built row by row."""

    def __init__(self):
        self.solver = highspy.Highs()
        options = {
            "output_flag": False,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": 1e-9,
            "mip_feasibility_tolerance": 1e-9,
            "primal_feasibility_tolerance": 1e-9,
            "dual_feasibility_tolerance": 1e-9,
        }
        for name, value in options.items():
            self.solver.setOptionValue(name, value)
        self.columns = 0

    def column(self, upper, cost, is_integer):
        column = self.columns
        self.columns += 1
        self.solver.addVar(0.0, upper)
        self.solver.changeColCost(column, cost)
        if is_integer:
            self.solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        return column

    def at_most(self, terms, bound):
        """Adds the row: the sum of the terms, (column, factor) pairs, is at most a bound."""
        sums = {}
        for column, factor in terms:
            sums[column] = sums.get(column, 0.0) + factor
        columns = numpy.array(list(sums), dtype=numpy.int32)
        factors = numpy.array(list(sums.values()), dtype=numpy.float64)
        self.solver.addRow(-INFINITY, bound, len(sums), columns, factors)

    def maximum(self):
        self.solver.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise SystemExit("HiGHS found no proven optimum")
        return self.solver.getInfo().objective_function_value


def whole_output(problem):
    """The output of every candidate where all are chosen and every market is open to everybody."""
    count = len(problem["sales"])
    system, sales = numpy.eye(count), numpy.array(problem["sales"])
    for seller, buyer, per_unit in problem["ties"]:
        system[seller, buyer] -= per_unit
    for market in problem["markets"]:
        for seller, share in market["shares"]:
            sales[seller] += share * market["demand"]
            for buyer, per_unit in market["ties"]:
                system[seller, buyer] -= share * per_unit
    return numpy.linalg.solve(system, sales) if count else sales


def solve(problem):
    sales, content, anywhere = problem["sales"], problem["content"], problem["anywhere"]
    most = whole_output(problem) * (1 + 1e-9)
    program = Program()
    chosen = [program.column(1.0, -value, True) for value in anywhere]
    output = [program.column(INFINITY, value, False) for value in content]
    rows = [[(output[k], 1.0), (chosen[k], -sales[k])] for k in range(len(sales))]
    for seller, buyer, per_unit in problem["ties"]:
        rows[seller].append((output[buyer], -per_unit))
    for market in problem["markets"]:
        ties = market["ties"]
        demand = market["demand"] + sum(per_unit * most[buyer] for buyer, per_unit in ties)
        competitors = sorted(market["shares"])
        for place, (seller, share) in enumerate(competitors):
            serves = program.column(1.0, 0.0, True)
            sold = program.column(INFINITY, 0.0, False)
            rows[seller].append((sold, -1.0))
            program.at_most(
                [(sold, 1.0)] + [(output[buyer], -share * per_unit) for buyer, per_unit in ties],
                share * market["demand"],
            )
            program.at_most([(sold, 1.0), (serves, -share * demand)], 0.0)
            program.at_most([(serves, 1.0), (chosen[seller], -1.0)], 0.0)
            for earlier, _ in competitors[:place]:
                program.at_most([(serves, 1.0), (chosen[earlier], 1.0)], 1.0)
    for k, row in enumerate(rows):
        program.at_most(row, 0.0)
        program.at_most([(output[k], 1.0), (chosen[k], -most[k])], 0.0)
    for uses, capacity in zip(problem["uses"], problem["capacities"]):
        program.at_most(list(zip(chosen, uses)), capacity)
    return program.maximum()


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        problems = json.load(file)
    print(json.dumps([solve(problem) for problem in problems]))


main()
