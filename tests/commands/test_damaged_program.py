"""A damaged or missing file of the program itself is told with its name; the data stay as they are (C07)."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.common.paths import RESOURCES
from app.practice.plan import PracticeClock
from tests.builders import PASSWORD, seams
from tests.commands.conftest import Run
from tests.damaged_release import forget_what_was_read, use_copy

CASES = {
    "texts/commands.toml": ("check-data", "{so}"),
    "texts/diagnosis.toml": ("diagnose", "{so}"),
    "texts/ruleset_pages.toml": ("rulesets", "hd27"),
    "practice/cell.toml": ("demo", "{moi}"),
    "package/doc-truoc.txt": ("export", "{so}", "--year", "2017", "--out", "{ra}"),
    "styles/hd36.toml": ("export", "{so}", "--year", "2017", "--out", "{ra}"),
    "regulations/common/forms/contents_list.toml": ("export", "{so}", "--year", "2017", "--out", "{ra}"),
}
DAMAGE = {"missing": None, "emptied": b"", "garbage": b"\xff\x00= ", "cut": b'a = "'}


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the files that the program reads in this test."""
    yield use_copy(tmp_path, monkeypatch)
    forget_what_was_read()


def held(folder: Path) -> str:
    """Return all that the practice year holds."""
    core = bootstrap.unlock(folder, PASSWORD, seams(PracticeClock(2017)))
    try:
        return core.years.dump(2017)
    finally:
        core.close()


@pytest.mark.slow
@pytest.mark.fault("C07")
@pytest.mark.parametrize("damage", DAMAGE)
def test_it_is_named_and_the_data_stay(
    command: Run, practice_cell: Path, password: Path, released: Path, tmp_path: Path, damage: str
) -> None:
    (tmp_path / "ra").mkdir()
    before = held(practice_cell)
    for name, words in CASES.items():
        path = released / name
        content = path.read_bytes()
        path.unlink()
        if (spoilt := DAMAGE[damage]) is not None and not (path.suffix == ".txt" and damage == "cut"):
            path.write_bytes(spoilt)
        forget_what_was_read()
        given = [word.format(so=practice_cell, moi=tmp_path / "moi", ra=tmp_path / "ra") for word in words]
        said = command(*given, *(() if words[0] == "rulesets" else ("--password-file", password)))
        assert said.code == 2, (name, said)
        assert "(L-016)" in said.err, (name, said)
        assert name in said.err
        path.write_bytes(content)
    assert held(practice_cell) == before
    assert not list((tmp_path / "ra").iterdir())


@pytest.mark.fault("C07")
@pytest.mark.parametrize("damage", ["garbage", "cut"])
def test_a_damaged_rule_set_is_refused_with_its_file(command: Run, released: Path, damage: str) -> None:
    (file,) = released.glob("regulations/hd27/*/rules.toml")
    file.write_bytes(DAMAGE[damage] or b"")
    forget_what_was_read()
    said = command("rulesets")
    assert said.code == 2
    assert "rules.toml" in said.err
    assert "(L-551)" in said.err


@pytest.mark.slow
@pytest.mark.fault("C07")
def test_the_child_process_names_it_too(practice_cell: Path, password: Path, tmp_path: Path) -> None:
    program = tmp_path / "chuong-trinh"
    for part in ("app", "resources"):
        shutil.copytree(RESOURCES.parent / part, program / part)
    (program / "resources" / "word" / "settings.xml").unlink()
    (tmp_path / "ra").mkdir()
    given = [
        str(practice_cell),
        "--year",
        "2017",
        "--out",
        str(tmp_path / "ra"),
        "--password-file",
        str(password),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "app", "export", *given],
        cwd=program,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "word/settings.xml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "ra").iterdir())
