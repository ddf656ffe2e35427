"""The fault table is held against the tests: what it calls tested is a test with the mark of the row."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "tests" / "data" / "faults.toml").read_text(encoding="utf-8")
)
ROWS_OF = {"A": 22, "B": 12, "C": 8, "D": 10, "E": 19, "F": 11, "G": 30, "H": 11, "I": 14, "J": 9}
"""How many rows each part of the table has."""
STATES = {"test": "tests", "by hand on Windows": "why", "not yet": "why"}


def marks_of(function: ast.FunctionDef) -> set[str]:
    """Return the rows that a test function is marked with."""
    calls = [one for one in function.decorator_list if isinstance(one, ast.Call)]
    marks = [one for one in calls if ast.unparse(one.func) == "pytest.mark.fault"]
    return {ast.literal_eval(argument) for one in marks for argument in one.args}


def marked() -> dict[str, set[str]]:
    """Return every test that carries the mark, with its rows."""
    found = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and (rows := marks_of(node)):
                found[f"{path.relative_to(ROOT).as_posix()}::{node.name}"] = rows
    return found


def test_the_table_has_every_row_once_and_in_order() -> None:
    assert list(TABLE) == [f"{part}{row:02}" for part, last in ROWS_OF.items() for row in range(1, last + 1)]


@pytest.mark.parametrize("row", TABLE)
def test_every_row_says_what_it_is_and_what_shows_it(row: str) -> None:
    entry = TABLE[row]
    assert set(entry) - {"lacks"} == {"what", "state", STATES[entry["state"]]}
    assert entry["state"] == "test" or "lacks" not in entry
    assert all(entry.values())


def test_table_and_tests_name_each_other() -> None:
    by_table = {(node, row) for row, entry in TABLE.items() for node in entry.get("tests", ())}
    by_tests = {(node, row) for node, rows in marked().items() for row in rows}
    assert by_table == by_tests
