"""Makes ``resources/schemas/ruleset.schema.json``, which describes every key of a file of rules.

Shapes come from `app.rules.ruleset`, words from ``ruleset.words.toml``. Run as a script (with the interpreter
that `dev.py env` prints) after either changed; a test tells when that was forgotten.
"""

from __future__ import annotations

import json
import sys
import tomllib
from typing import Any

import environment
from schemas import snake

SCHEMA = environment.ROOT / "resources" / "schemas" / "ruleset.schema.json"
WORDS = SCHEMA.with_name("ruleset.words.toml")
NOT_IN_FILES = ("own", "own_texts")
"""What a cycle keeps beside the set."""
_KEPT = ("type", "enum", "const", "pattern", "minLength", "maxLength", "minimum", "maximum", "items", "anyOf")
_WHOLE = "RuleSet"


def made() -> str:
    """Return the schema as it should stand in the file."""
    sys.path.insert(0, str(environment.ROOT))
    from app.rules.ruleset import RuleSet  # noqa: PLC0415  the path is set one line above

    words: dict[str, dict[str, list[str]]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    raw = RuleSet.model_json_schema()
    parts = {name: one for name, one in raw.pop("$defs").items() if name not in {"OwnValue", "OwnText"}}
    choices = {name: one["enum"] for name, one in parts.items() if "enum" in one}
    shared = words.pop("shared")
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_definition(snake(_WHOLE), raw, {**shared, **words["rule_set"]}, choices),
    }
    del schema["required"]  # the files of a set together, and a layer with what it stands on, make it whole
    schema["$defs"] = {
        snake(name): _definition(snake(name), one, {**shared, **words[snake(name)]}, choices)
        for name, one in sorted(parts.items())
        if name not in choices
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _definition(
    code: str, raw: dict[str, Any], words: dict[str, list[str]], choices: dict[str, list[str]]
) -> dict[str, Any]:
    title, description = words["_"]
    names = [name for name in raw["properties"] if code != "rule_set" or name not in NOT_IN_FILES]
    return {
        "title": title,
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "required": [name for name in raw.get("required", ()) if name in names],
        "properties": {
            name: {
                "title": words[name][0],
                "description": words[name][1],
                **_shape(raw["properties"][name], choices),
            }
            for name in names
        },
    }


def _shape(value: dict[str, Any], choices: dict[str, list[str]]) -> dict[str, Any]:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return {"enum": choices[name]} if name in choices else {"$ref": f"#/$defs/{snake(name)}"}
    shape = {key: kept for key, kept in value.items() if key in _KEPT}
    if "items" in shape:
        shape["items"] = _shape(shape["items"], choices)
    if "anyOf" in shape:
        shape["anyOf"] = [_shape(one, choices) for one in shape["anyOf"]]
    if isinstance(value.get("additionalProperties"), dict):
        shape["additionalProperties"] = _shape(value["additionalProperties"], choices)
    return shape


if __name__ == "__main__":
    SCHEMA.write_text(made(), encoding="utf-8")
