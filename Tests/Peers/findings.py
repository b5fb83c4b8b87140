"""Reads the findings of a folder back as tools do.

Takes a folder with log.sarif, findings.json and check.schema.json. The log must keep the schema of
SARIF 2.1.0, of which pydantic-sarif's classes are made, unknown keys refused; the findings must
keep ours. Prints the number of findings in each as JSON. The first difference ends it.
"""

import json
import pathlib
import sys

import jsonschema
from pydantic_sarif.model import (
    StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log,
)

folder = pathlib.Path(sys.argv[1])
text = (folder / "log.sarif").read_text(encoding="utf-8")
Log.model_validate_json(text)
[run] = json.loads(text)["runs"]
rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
for result in run["results"]:
    if rules[result["ruleIndex"]] != result["ruleId"]:
        raise SystemExit("a result points at another rule: " + result["ruleId"])
[other] = run["translations"]
if [rule["id"] for rule in other["rules"]] != rules:
    raise SystemExit("the translation has other rules")
if len(set(rules)) != len(rules):
    raise SystemExit("rules stand twice")

findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
schema = json.loads((folder / "check.schema.json").read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema).validate(findings)
print(json.dumps({"sarif": len(run["results"]), "json": len(findings["diagnostics"])}))
