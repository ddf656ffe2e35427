"""The schema of rule files: every key described, every shipped file valid, and nothing described in vain."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import ruleset_schema
from app.rules import ruleset_files
from tests.ui.english import foreign_words

SCHEMA: dict[str, Any] = json.loads(ruleset_schema.SCHEMA.read_text(encoding="utf-8"))
TABLES = {"rule_set": SCHEMA, **SCHEMA["$defs"]}
FILES = [path for folder in ruleset_files.folders() for path in sorted(folder.glob("*.toml"))]


def test_the_committed_schema_is_made_from_the_classes_and_words_of_now() -> None:
    assert ruleset_schema.SCHEMA.read_text(encoding="utf-8") == ruleset_schema.made(), (
        "run: packaging/ruleset_schema.py, with the environment's Python"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda one: f"{one.parents[1].name}-{one.stem}")
def test_every_shipped_file_fits_the_schema(path: Path) -> None:
    with path.open("rb") as file:
        jsonschema.validate(tomllib.load(file), SCHEMA)


def test_a_key_that_is_not_described_fits_no_schema() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"caps": [{"code": "x", "level": "y", "text": "Mẫu", "percents": 5}]}, SCHEMA)


def test_every_key_is_described_in_vietnamese_and_english() -> None:
    for table in TABLES.values():
        for key in (table, *table["properties"].values()):
            assert not foreign_words(key["title"]), key["title"]
            assert key["description"].endswith((".", "…")), key["description"]


def test_the_words_name_no_key_that_is_not_there() -> None:
    words = tomllib.loads(ruleset_schema.WORDS.read_text(encoding="utf-8"))
    for name in words["shared"]:
        assert any(name in table["properties"] for table in TABLES.values()), name
    del words["shared"]
    assert set(words) == set(TABLES)
    for name, table in words.items():
        assert set(table) - {"_"} <= set(TABLES[name]["properties"]), name


def _used(value: object, table: str) -> Iterator[tuple[str, str]]:
    """Yield each key that a file uses, with the table it stands in."""
    properties = TABLES[table]["properties"]
    assert isinstance(value, dict)
    for key, inner in value.items():
        yield table, key
        shape = properties[key]
        below = shape.get("$ref") or shape.get("items", {}).get("$ref")
        if below:
            for one in inner if isinstance(inner, list) else [inner]:
                yield from _used(one, below.rpartition("/")[2])


def test_every_key_of_the_schema_is_used_by_a_shipped_file_or_left_to_layers() -> None:
    used = {
        pair for path in FILES for pair in _used(tomllib.loads(path.read_text(encoding="utf-8")), "rule_set")
    }
    known = {(table, key) for table, one in TABLES.items() for key in one["properties"]}

    assert used <= known
    assert {key for table, key in known - used if key not in {"locked", "source", "quote"}} == LEFT_TO_LAYERS


LEFT_TO_LAYERS = {"rounding", "threshold_percent", "max_points"}
"""No document read so far gives these; a layer or the cell may."""
