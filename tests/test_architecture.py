"""The rules hold for every file, and every part of the program has the tests it needs."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from app.commands import COMMANDS
from app.common.paths import RESOURCES
from app.papers import KINDS
from tests.architecture import rules
from tests.architecture.sources import ROOT, Source, sources

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def texts(name: str) -> dict[str, object]:
    return tomllib.loads((RESOURCES / "texts" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_source_keeps_the_rule(rule: Callable[[Source], Iterator[str]]) -> None:
    assert [breach for source in sources() for breach in rule(source)] == []


def test_every_error_code_is_made_once_and_described() -> None:
    made = Counter(code for source in sources() for code, _ in rules.raised_codes(source))

    assert {code: times for code, times in made.items() if times > 1} == {}
    assert set(made) == set(texts("errors"))


def test_every_problem_code_has_its_sentence() -> None:
    made = {code for source in sources() for code in rules.problem_codes(source)}

    assert made - set(texts("problems")) == set()


def test_no_import_contract_has_an_exception() -> None:
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]

    assert len(contracts) == 7
    assert [one["name"] for one in contracts if any(key.startswith("ignore") for key in one)] == []


def test_packaging_never_becomes_a_package() -> None:
    # It would hide the library of that name from every tool that is started here.
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize("kind", [kind.code for kind in KINDS])
def test_every_paper_kind_has_its_golden_content(kind: str) -> None:
    assert list((ROOT / "tests" / "papers" / "golden").glob(f"{kind}-*.json")) != []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_called_by_a_test(command: str) -> None:
    calls = re.compile(rf"""["']{command}["']""")

    assert any(calls.search(one.text) for one in sources() if one.is_in("tests/commands"))


@pytest.mark.parametrize("page", sorted(path.stem for path in (ROOT / "ui" / "pages").glob("*_page.py")))
def test_every_page_has_its_tests(page: str) -> None:
    assert list((ROOT / "tests" / "ui").glob(f"test_{page.removesuffix('_page')}*.py")) != []


@pytest.mark.parametrize(
    "version", sorted(path.name for path in (ROOT / "app/storage/migrations/versions").glob("v*.py"))
)
def test_every_schema_has_a_stored_database(version: str) -> None:
    assert (ROOT / "tests" / "data" / "databases" / version[:5] / "chi-bo.db").stat().st_size > 0
