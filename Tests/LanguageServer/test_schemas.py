"""The published schemas against the loader: what one refuses, the other does too."""

import copy
import datetime
import json
import random
import subprocess

import jsonschema
import pytest
import yaml
from conftest import CHAIN, COMMAND, PLATING, REGION, ROOT

SCHEMAS = {
    kind: json.loads((ROOT / f"Docs/schema/{kind}.schema.json").read_text("utf-8"))
    for kind in ("chain", "region", "workspace")
}
VALIDATORS = {kind: jsonschema.Draft7Validator(schema) for kind, schema in SCHEMAS.items()}
# What a file looks like, in contrast to what it means together with others.
SHAPE = {
    "unknown-key", "missing-key", "wrong-type", "unknown-value", "bad-id", "bad-number",
    "bad-money", "bad-date", "share-out-of-range", "return-on-processing",
}  # fmt: skip


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: a date and `off` are texts."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers
            if not tag.endswith("timestamp") and (not tag.endswith("bool") or first in "tf")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str):
    return yaml.load(text, Loader)


def shipped():
    for path in sorted((ROOT / "Chains").glob("*.yaml")):
        kind = "workspace" if path.name == "workspace.yaml" else "chain"
        yield pytest.param(kind, path, id=path.name)
    for path in sorted((ROOT / "Chains/regions").glob("*/region.yaml")):
        yield pytest.param("region", path, id=path.parent.name)


def test_the_schemas_are_schemas():
    for schema in SCHEMAS.values():
        jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_command_prints_the_published_schema(kind):
    output = subprocess.run([COMMAND, "schema", kind], capture_output=True, check=True).stdout
    assert output == (ROOT / f"Docs/schema/{kind}.schema.json").read_bytes()


@pytest.mark.parametrize("kind, path", shipped())
def test_shipped_files_are_valid_and_name_their_schema(kind, path):
    text = path.read_text("utf-8")
    first = text.split("\n")[0]
    prefix = "# yaml-language-server: $schema="
    assert first.startswith(prefix)
    target = (path.parent / first.removeprefix(prefix)).resolve()
    assert target == ROOT / f"Docs/schema/{kind}.schema.json"
    VALIDATORS[kind].validate(read(text))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_is_documented_in_both_languages(kind):
    def properties(schema):
        if isinstance(schema, dict):
            for key, value in schema.get("properties", {}).items():
                if isinstance(value, dict) and value != {} and "anyOf" in value:
                    yield key, value
            for value in schema.values():
                yield from properties(value)
        elif isinstance(schema, list):
            for value in schema:
                yield from properties(value)

    found = list(properties(SCHEMAS[kind]))
    assert found
    for key, value in found:
        if key in ("value",) and "description" not in value:
            continue
        assert any("\u4e00" <= c <= "\u9fff" for c in value["markdownDescription"]), key
        assert any(c.isascii() and c.isalpha() for c in value["description"]), key


def findings(tmp_path, kind: str, value) -> set[str]:
    """The ids that check gives a file; JSON is YAML, and nobody can misread its types."""
    (tmp_path / "regions/here").mkdir(parents=True, exist_ok=True)
    paths = {
        "chain": "metal.yaml", "region": "regions/here/region.yaml", "workspace": "workspace.yaml"
    }  # fmt: skip
    values = {"chain": read(CHAIN), "region": read(REGION), "workspace": {}} | {kind: value}
    path = tmp_path / paths[kind]
    for other, name in paths.items():
        (tmp_path / name).write_text(json.dumps(values[other], indent=1), "utf-8")
    (tmp_path / "plating.yaml").write_text(PLATING, "utf-8")
    (tmp_path / "regions/here/firms.csv").write_text("firm,name_zh,link\nf1,甲,part\n", "utf-8")
    outcome = subprocess.run(
        [COMMAND, "check", "--format", "json", str(path)], capture_output=True
    )
    assert outcome.returncode in (0, 1), outcome.stderr
    return {
        d["id"]
        for d in json.loads(outcome.stdout)["diagnostics"]
        if d["severity"] == "error" or d["id"] == "unknown-rule"
    }


GOOD = [
    ("chain", ["links", "alloy", "inputs", "ore"], None),
    ("chain", ["links", "alloy", "inputs", "ore"], "０.５"),
    ("chain", ["links", "alloy", "inputs", "ore"], {"share": {"value": 0.1}}),
    ("chain", ["links", "alloy", "needs"], "hazardous-waste-permit"),
    ("chain", ["links", "alloy", "variant_of"], " ore "),
    ("chain", ["links", "alloy", "kind"], None),
    ("chain", ["links", "alloy", "plant"], {"output": "24.2亿元", "jobs": "1,200"}),
    ("chain", ["links", "alloy", "plant"], {"output": "3 million CNY", "land_mu": {"value": 3}}),
    ("chain", ["links", "alloy", "plant"], {"output": "3 人民币万元", "investment": "5千万"}),
    ("chain", ["links", "alloy", "codes"], {"gb4754": 3985, "x": None}),
    ("chain", ["name"], 2024),
    ("region", ["priorities"], {"metal": {"value": 0.3, "grade": "estimate"}}),
    ("region", ["ranking"], {"weight_ranges": {"reach": [0.1, 0.9]}, "weights": {"reach": 2}}),
    ("region", ["lacks"], {"hazardous-waste-permit": {"veto": True}}),
    ("region", ["chain_leads"], {"metal": {"zh": "副县长"}}),
    ("region", ["final_demand"], {"metal/part": "1.2亿元"}),
    ("region", ["surveyed"], {"metal": {"grade": "estimate", "as_of": "2020-06"}}),
    ("region", ["surveyed"], {"metal": {"grade": "estimate", "as_of": 2020}}),
    ("workspace", ["oldest_estimate_years"], 3),
    ("workspace", ["severities"], {"self-input": "off"}),
]
BAD = [
    ("chain", ["links", "alloy", "inputs", "ore"], 1.5),
    ("chain", ["links", "alloy", "inputs", "ore"], "45%"),
    ("chain", ["links", "alloy", "inputs", "ore"], {"value": 0.5}),
    ("chain", ["links", "alloy", "inputs", "ore"], [0.5]),
    ("chain", ["links", "alloy", "processed_by"], {"ore": {"share": 0.1, "return": True}}),
    ("chain", ["links", "alloy", "stage"], "upstram"),
    ("chain", ["links", "alloy", "stage"], None),
    ("chain", ["links", "alloy"], None),
    ("chain", ["links"], []),
    ("chain", ["links", "alloy", "plant"], {"output": "3万吨"}),
    ("chain", ["links", "alloy", "plant"], {"output": -3}),
    ("chain", ["links", "alloy", "plant"], {"jobs": 1e12}),
    ("chain", ["links", "alloy", "plant"], {"jobs": {"value": {"value": 3}}}),
    ("chain", ["links", "alloy", "needs"], {"x": 1}),
    ("chain", ["links", "alloy", "colour"], "red"),
    ("chain", ["links", "Alloy"], {"name": "A", "stage": "upstream"}),
    ("chain", ["name"], {}),
    ("chain", ["name"], {"en": None}),
    ("chain", ["name"], {"fr": "métal"}),
    ("chain", ["chain"], "Two Words"),
    ("chain", ["needs", "x"], None),
    ("region", ["date"], "2021/01/26"),
    ("region", ["ranking"], {"weights": {"reach": {"value": 1}}}),
    ("region", ["ranking"], {"weight_ranges": {"reach": [0.1]}}),
    ("region", ["ranking"], {"weight_order": ["speed"]}),
    ("region", ["lacks"], {"hazardous-waste-permit": {"veto": "yes"}}),
    ("region", ["name"], None),
    ("region", ["surveyed"], {"metal": {"as_of": "soon"}}),
    ("workspace", ["severities"], {"self-input": "loud"}),
    ("workspace", ["severities"], {"self-input": None}),
    ("workspace", ["oldest_estimate_years"], {"value": 3}),
    ("workspace", ["colour"], "red"),
]


def changed(kind: str, path: list, value):
    document = {"chain": read(CHAIN), "region": read(REGION), "workspace": {}}[kind]
    place = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return document


@pytest.mark.parametrize("kind, path, value", GOOD)
def test_what_the_loader_reads_the_schema_allows(tmp_path, kind, path, value):
    document = changed(kind, path, value)
    assert findings(tmp_path, kind, document) & SHAPE == set()
    VALIDATORS[kind].validate(document)


@pytest.mark.parametrize("kind, path, value", BAD)
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses(tmp_path, kind, path, value):
    document = changed(kind, path, value)
    assert findings(tmp_path, kind, document) & SHAPE
    assert not VALIDATORS[kind].is_valid(document)


# Values that some key takes and others do not. Texts with blanks at their ends are left out: the
# loader trims words that the schema, for the sake of completion, lists as they are.
VALUES = [
    None, True, 0, 0.25, 1, 7, -1, 2e9, "", "x", "Not An Id", "ore", "metal/ore", "upstream",
    "estimate", "assumed", "material", "2024-06-30", "2024-13-99x", "0.3", "30%", "1,200", "3亿元",
    "3 million CNY", "3吨", [], ["x"], [0.1, 0.2], [0.1], [None], {}, {"en": "x"}, {"zh": None},
    {"value": 0.1}, {"share": 0.1}, {"grade": "estimate", "source": "x"}, {"x": None}, {"x": 1},
    {"veto": True}, {"metal": 0.5}, "off", {"self-input": "note"},
]  # fmt: skip
KEYS = ["name", "stage", "inputs", "plant", "source", "grade", "value", "share", "return", "Bad Key",
        "ore", "weights", "reach", "veto", "en", "zh", "codes", "surveyed"]  # fmt: skip


def places(value, path=()):
    yield path
    if isinstance(value, dict):
        for key in value:
            yield from places(value[key], (*path, key))
    elif isinstance(value, list):
        for index in range(len(value)):
            yield from places(value[index], (*path, index))


def mutated(document, generator: random.Random):
    """The document with one value replaced, one key added, renamed or dropped."""
    document = copy.deepcopy(document)
    path = generator.choice([p for p in places(document) if p])
    parent = document
    for key in path[:-1]:
        parent = parent[key]
    match generator.randrange(4):
        case 0:
            parent[path[-1]] = generator.choice(VALUES)
        case 1 if isinstance(parent, dict):
            parent[generator.choice(KEYS)] = generator.choice(VALUES)
        case 2 if isinstance(parent, dict):
            parent[generator.choice(KEYS)] = parent.pop(path[-1])
        case _:
            del parent[path[-1]]
    return document


def small(document, generator: random.Random):
    """A shipped chain with a few of its links, so that a mutation meets every kind of key."""
    document = copy.deepcopy(document)
    if "links" in document:
        kept = generator.sample(sorted(document["links"]), 4)
        document["links"] = {k: v for k, v in document["links"].items() if k in kept}
    return document


@pytest.mark.parametrize("seed", range(120))
def test_schema_and_loader_agree_on_mutated_shipped_files(tmp_path, seed):
    generator = random.Random(seed)
    kind, path = generator.choice([p.values for p in shipped()])
    if kind == "region":
        document = read(REGION) | {
            "ranking": {"weights": {"reach": 2}, "lead_chances": {"signed": 0.9}},
            "final_demand": {"metal/part": 120}, "provides": ["hazardous-waste-permit"],
        }  # fmt: skip
    elif kind == "workspace":
        document = read(path.read_text("utf-8")) | {"oldest_estimate_years": 4}
    else:
        document = small(read(path.read_text("utf-8")), generator)
    document = mutated(document, generator)
    found = findings(tmp_path, kind, document)
    errors = [e.message for e in VALIDATORS[kind].iter_errors(document)]
    if found & SHAPE:
        assert errors, found & SHAPE
    if errors:
        # A name of a shape that no id has is unknown to the loader, or means nothing.
        assert found, errors
