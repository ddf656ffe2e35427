"""Each rule finds the breach it is made for, and leaves alone what only looks like one."""

from collections.abc import Callable, Iterator

import pytest

from tests.architecture import rules
from tests.architecture.sources import Source

LONG = "def f() -> None:\n" + "    x = 1\n" * 40
WIDE = "class C:\n" + "".join(f"    def m{n}(self) -> None: ...\n" for n in range(13))
SWALLOWS = "try:\n    x = 1\nexcept Exception:\n    x = 2\n"
CLEANS_UP = "try:\n    x = 1\nexcept BaseException:\n    x = 2\n    raise\n"
VERSION = "app/storage/migrations/versions/v0002_x.py"

BREACHES = [
    (rules.module_size, "app/x.py", "x = 1\n" * 351),
    (rules.module_size, "ui/x.py", "x = 1\n" * 401),
    (rules.module_size, "packaging/x.py", "x = 1\n" * 351),
    (rules.function_size, "app/x.py", LONG),
    (rules.function_size, "tests/x.py", LONG.replace("def f", "def test_f")),
    (rules.class_size, "ui/x.py", WIDE),
    (rules.events_pumped, "ui/x.py", "app.processEvents()"),
    (rules.anything_caught, "ui/x.py", SWALLOWS),
    (rules.anything_caught, "ui/x.py", SWALLOWS.replace("Exception", "(OSError, Exception)")),
    (rules.anything_caught, "ui/x.py", SWALLOWS.replace(" Exception", "")),
    (rules.migrations_alone, VERSION, "from app.storage.tables import members"),
    (rules.migrations_alone, VERSION, "from app.storage import tables"),
    (rules.network_reached, "app/x.py", "import socket"),
    (rules.network_reached, "ui/x.py", "from PySide6 import QtNetwork"),
    (rules.network_reached, "ui/x.py", "def f():\n    from urllib.request import urlopen"),
    (rules.network_reached, "packaging/launch_window.py", "import asyncio"),
    (rules.toml_read_alone, "app/x.py", "import tomllib"),
    (rules.vietnamese_in_logic, "app/x.py", 'x = "chưa lưu"'),
    (rules.vietnamese_in_logic, "ui/x.py", 'x = f"{y} đồng chí"'),
    (rules.finding_by_name, "ui/pages/x.py", 'x = "R2-11"'),
    (rules.finding_by_name, "ui/x.py", 'x = f"finding:C-05 {y}"'),
    (rules.silence_without_reason, "app/x.py", "x = 1  # noqa"),
    (rules.silence_without_reason, "app/x.py", "x = 1  # noqa: S101"),
    (rules.silence_without_reason, "tests/x.py", "x = 1  # type: ignore"),
    (rules.silence_without_reason, "tests/x.py", "x = 1  # type: ignore[arg-type]"),
]
INNOCENT = [
    (rules.module_size, "app/x.py", "x = 1\n" * 350),
    (rules.function_size, "tests/x.py", LONG),
    (rules.class_size, "app/x.py", WIDE.replace("class C", "class C(Protocol)")),
    (rules.class_size, "ui/x.py", WIDE.replace("    def", "    @override\n    def")),
    (rules.anything_caught, "ui/x.py", CLEANS_UP),
    (rules.anything_caught, "ui/tasks/runner.py", SWALLOWS),
    (rules.migrations_alone, "app/storage/store.py", "from app.storage.tables import members"),
    (rules.network_reached, "app/x.py", "import urllib.parse\nfrom app import socket"),
    (rules.network_reached, "tests/x.py", "import socket"),
    (rules.toml_read_alone, "tests/x.py", "import tomllib"),
    (rules.toml_read_alone, "app/x.py", "from app.common import release_files"),
    (rules.vietnamese_in_logic, "ui/texts/x.py", 'x = "chưa lưu"'),
    (rules.vietnamese_in_logic, "app/x.py", '"""Chi bộ."""\nx = 1\n"""Đảng ủy."""\ny = "–"'),
    (rules.finding_by_name, "ui/texts/x.py", 'x = "R2-11"'),
    (rules.finding_by_name, "ui/x.py", '"""As R2-11 asks."""\nx = "R-11"\ny = "finding_"'),
    (rules.silence_without_reason, "app/x.py", "x = 1  # noqa: S101  the one place\n"),
]

Rule = Callable[[Source], Iterator[str]]


@pytest.mark.parametrize(("rule", "name", "text"), BREACHES)
def test_a_breach_is_found(rule: Rule, name: str, text: str) -> None:
    assert len(list(rule(Source(name, text)))) == 1


@pytest.mark.parametrize(("rule", "name", "text"), INNOCENT)
def test_what_is_allowed_passes(rule: Rule, name: str, text: str) -> None:
    assert list(rule(Source(name, text))) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('raise Refused("L-300")', ["L-300"]),
        ('x = {1: "L-302"}', ["L-302"]),
        ('W = "L-303"\nraise Refused(W)\ny = e.code == W', ["L-303"]),
        ('if error.code == "L-301": pass', []),
        ('x = OF["L-301"]\ny = {"L-304": 1}', []),
        ('W = "L-303"\ny = e.code == W', []),
        ('"""L-303"""', []),
    ],
)
def test_codes_are_found_where_they_are_made(text: str, made: list[str]) -> None:
    assert [code for code, _ in rules.raised_codes(Source("app/x.py", text))] == made


def test_problem_codes_are_found_where_they_are_made() -> None:
    text = 'Problem("born_on", "date.future")\nPydanticCustomError("date.shape", "x.y")\nother("a", "b.c")'

    assert list(rules.problem_codes(Source("app/x.py", text))) == ["date.future", "date.shape"]
