"""Makes the definitions of the review year in ``resources/schemas/year.schema.json``.

Shapes come from the domain classes, words from ``year.words.toml``. Run as a script (with the interpreter
that `dev.py env` prints) after either changed; a test tells when that was forgotten.
"""

from __future__ import annotations

import json
import sys
import tomllib
from typing import Any

import environment

SCHEMA = environment.ROOT / "resources" / "schemas" / "year.schema.json"
WORDS = SCHEMA.with_name("year.words.toml")
_NOISE = ("title", "description", "default")
_REWRITTEN = {"date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def made() -> str:
    """Return the schema as it should stand in the file."""
    sys.path.insert(0, str(environment.ROOT))
    from app.year.dump import FORMAT, record_lists  # noqa: PLC0415  the path is set one line above

    schema: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    words: dict[str, dict[str, list[str]]] = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    shared = words.pop("shared")
    schema["properties"]["format"]["maximum"] = FORMAT
    lists = record_lists()
    schema["required"] = ["format", "year", "cell", *lists]
    for name, kind in lists.items():
        code = snake(kind.__name__)
        if code not in words:
            continue
        title, description = words[code]["_"]
        schema["properties"][name] = {
            "title": title,
            "description": f"{description[:-1]}, sorted by uid.",
            "type": "array",
            "items": {"$ref": f"#/$defs/{code}"},
        }
        schema["$defs"][code] = _definition(kind, {**shared, **words[code]})
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _definition(kind: Any, words: dict[str, list[str]]) -> dict[str, Any]:  # noqa: ANN401  a class known at run time
    raw = kind.model_json_schema()
    names = [name for name in kind.model_fields if name not in {"rev", "trashed_on"}]
    title, description = words["_"]
    return {
        "title": title,
        "description": description,
        "type": "object",
        "additionalProperties": False,
        "required": names,
        "properties": {name: _property(raw, name, words[name]) for name in names},
    }


def _property(raw: dict[str, Any], name: str, words: list[str]) -> dict[str, Any]:
    shape = _shape(raw["properties"][name], raw.get("$defs", {}))
    if name == "uid":
        shape = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
    return {"title": words[0], "description": words[1], **shape}


def _shape(value: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in value:
        return {"enum": definitions[value["$ref"].rpartition("/")[2]]["enum"]}
    if "anyOf" in value:
        (wanted,) = (one for one in value["anyOf"] if one.get("type") != "null")
        shape = _shape(wanted, definitions)
        return {**shape, "type": [shape["type"], "null"]}
    shape = {key: kept for key, kept in value.items() if key not in _NOISE}
    if pattern := _REWRITTEN.get(shape.pop("format", "")):
        shape["pattern"] = pattern
    return shape


def snake(name: str) -> str:
    """Return the name of a class as it stands in a schema: ``remediation_item``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


if __name__ == "__main__":
    SCHEMA.write_text(made(), encoding="utf-8")
