"""Reads the exports of a folder back with the tools that they are for.

Takes a folder with graph.graphml, graph.json, graph.dot, links.csv, inputs.csv and
graph.schema.json; checks that all agree and prints what it counted as JSON. The first difference
ends it with an exit code.
"""

import csv
import json
import pathlib
import sys

import jsonschema
import networkx
import pydot


def same(left, right):
    """Whether two values agree, numbers as numbers."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) <= 1e-9 * max(1, abs(left))
    return left == right


def require(holds, *what):
    if not holds:
        raise SystemExit(" ".join(str(part) for part in what))


def require_equal(read, given, place):
    """What GraphML says of an element is what the JSON says: no key for null, lists as one text."""
    known = {
        key: value for key, value in given.items() if value is not None and key not in ENDS
    }
    firms = known.pop("firms", [])
    text = read.pop("firms", None)
    require((text is None) == (firms == []), place, "firms", text)
    for firm in firms:
        for name in (firm["nameEn"], firm["nameZh"]):
            # XML has no control characters.
            printable = "".join("\ufffd" if ord(c) < 32 and c not in "\t\n\r" else c for c in name or "")
            require(printable in (text or ""), place, "lacks", repr(name), "in", repr(text))
    require(set(read) == set(known), place, set(read) ^ set(known))
    for key, value in known.items():
        require(same(read[key], value), place, key, read[key], value)


def require_row(row, given, place):
    """What a row of CSV says is what the JSON says: empty for null, disarmed where a formula."""
    require(set(row) == set(given), place, set(row) ^ set(given))
    for key, value in given.items():
        text = row[key]
        if value is None or value == []:
            require(text == "", place, key, text)
        elif isinstance(value, bool):
            require(text == str(value).lower(), place, key, text)
        elif isinstance(value, (int, float)):
            require(same(float(text), value), place, key, text, value)
        elif isinstance(value, str):
            require(text.lstrip("'") == value.lstrip("'"), place, key, text, value)
        require(not text.startswith(("=", "+", "@", "\t", "\r")), place, key, text)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def dot_links(graph):
    """The names of all nodes that stand for links, at any depth."""
    names = {node.get_name().strip('"') for node in graph.get_nodes()}
    for part in graph.get_subgraphs():
        names |= dot_links(part)
    return {name for name in names if "/" in name}


ENDS = ("id", "source", "target")


def main():
    folder = pathlib.Path(sys.argv[1])
    document = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / "graph.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(document)
    nodes, edges = document["nodes"], document["edges"]

    linked = networkx.node_link_graph(document, edges="edges")
    graph = networkx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    for read in (linked, graph):
        require(read.is_directed(), "not directed")
        require(read.number_of_nodes() == len(nodes), "nodes", read.number_of_nodes())
        require(read.number_of_edges() == len(edges), "edges", read.number_of_edges())
    require(list(graph.nodes) == [node["id"] for node in nodes], "order of nodes")
    for node in nodes:
        require_equal(dict(graph.nodes[node["id"]]), node, node["id"])
    for place, edge in enumerate(edges):
        read = graph.get_edge_data(edge["source"], edge["target"], key=f"e{place}")
        require(read is not None, "no edge", edge)
        require_equal({k: v for k, v in read.items() if k not in ENDS}, edge, f"edge {place}")

    for name, given in (("links.csv", nodes), ("inputs.csv", edges)):
        table = rows(folder / name)
        require(len(table) == len(given), name, len(table))
        for place, (row, element) in enumerate(zip(table, given)):
            require_row(row, element, f"{name} {place}")

    drawn = pydot.graph_from_dot_data((folder / "graph.dot").read_text(encoding="utf-8"))
    require(drawn is not None and len(drawn) == 1, "no DOT")
    links = dot_links(drawn[0])
    require(links == {node["id"] for node in nodes}, "DOT", links ^ {n["id"] for n in nodes})
    print(json.dumps({"nodes": len(nodes), "edges": len(edges), "drawn": len(links)}))


main()
