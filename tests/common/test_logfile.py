"""The log never holds what the user wrote: canaries are planted everywhere and must not be found."""

import logging
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common import logfile
from app.errors import EnvironmentFailed
from tests.conftest import LogWatch

log = logging.getLogger("app.test")


class Kind(StrEnum):
    """A value of the program's own."""

    EDIT = "member.edit"


@pytest.fixture
def written(tmp_path: Path, log_watch: LogWatch) -> Iterator[Path]:
    logfile.start(tmp_path / "nhật ký")
    yield tmp_path / "nhật ký" / logfile.FILE_NAME
    logfile.stop()
    log_watch.take()


def _fails(canary: str) -> None:
    try:
        int(canary)
    except ValueError as error:
        raise EnvironmentFailed("L-102", path=canary) from error


CANARIES = [
    "Nguyễn Văn Canary",
    "Nguyen Van Canary",
    "canary",
    "012345678901",
    "0912 345 678",
    "C:\\Users\\Canary\\Sổ chi bộ.db",
    "/home/canary/so.db",
    "canary@example.org",
    "'canary'",
]


@pytest.mark.parametrize("canary", CANARIES)
@pytest.mark.fault("B12")
def test_arguments_and_exceptions_leave_no_value(written: Path, canary: str) -> None:
    log.warning("import of %s failed", canary)
    log.warning("import of %(name)s failed", {"name": canary})
    log.warning("could not write %s", Path(canary))
    try:
        _fails(canary)
    except EnvironmentFailed:
        log.exception("saving %s", canary)

    text = written.read_text(encoding="utf-8")
    assert canary not in text
    assert "Canary" not in text.replace("app.test", "")
    assert text.count("import of <…> failed") == 2


@pytest.mark.parametrize(
    "canary",
    [
        "Trần Thị Canary",
        '"Canary Tran"',
        "card 012345678901",
        "D:\\Chi bo\\canary list.xlsx",
        "chi-bo/canary.db",
        "canary@example.org",
    ],
)
def test_a_careless_message_costs_its_words(written: Path, canary: str) -> None:
    log.warning("row: " + canary)  # noqa: G003  the very mistake under test

    text = written.read_text(encoding="utf-8").replace("app.test", "")
    assert "anary" not in text
    assert "0123" not in text
    assert "ầ" not in text


def test_a_library_message_is_not_written(written: Path) -> None:
    logging.getLogger("sqlalchemy.engine").warning("INSERT VALUES canary")

    text = written.read_text(encoding="utf-8")
    assert "sqlalchemy.engine test_logfile:" in text
    assert "canary" not in text


def test_what_we_need_stays_readable(written: Path) -> None:
    log.warning("%s: %d rows in %.1f s, %s", Kind.EDIT, 30, 0.25, EnvironmentFailed("L-102", path="canary"))

    assert "member.edit: 30 rows in 0.2 s, L-102" in written.read_text(encoding="utf-8")


@pytest.mark.fault("J09")
def test_a_report_names_types_codes_and_our_lines_only(written: Path) -> None:
    try:
        _fails("canary")
    except EnvironmentFailed as error:
        report = logfile.exception_report(error)

    lines = report.splitlines()
    assert lines[0] == "builtins.ValueError"
    assert "app.errors.EnvironmentFailed L-102" in lines
    assert sum(line.startswith("  tests/common/test_logfile.py:") for line in lines) == 3
    assert "canary" not in report
    assert not written.exists()


def test_the_log_turns_over_and_stays_small(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logfile, "MAX_BYTES", 2000)
    logfile.start(written.parent)
    for number in range(200):
        log.info("step %d", number)

    files = list(written.parent.iterdir())
    assert len(files) == 1 + logfile.KEPT_FILES
    assert all(file.stat().st_size <= 2000 for file in files)


def test_the_newest_lines_stand_in_the_file_without_number(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logfile, "MAX_BYTES", 200)
    for number in range(30):
        log.warning("step %d", number)

    names = ["nhat-ky.log.3", "nhat-ky.log.2", "nhat-ky.log.1", "nhat-ky.log"]
    kept = "".join((written.parent / name).read_text(encoding="utf-8") for name in names)
    steps = [int(line.rpartition(" ")[2]) for line in kept.splitlines()]
    assert steps == list(range(30 - len(steps), 30))
    assert len(steps) >= len(names)


@pytest.mark.fault("I09")
def test_a_log_that_cannot_be_written_disturbs_nobody(
    written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written.mkdir()
    log.warning("seen by nobody")

    assert capsys.readouterr().err == ""


def test_the_log_brings_no_sockets_into_the_start() -> None:
    asked = "import sys, app.common.logfile; print(sorted({'socket', 'ssl', 'pickle'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout

    assert answer.strip() == "[]"


@given(st.text(st.characters(min_codepoint=0xC0, categories=["L"]), min_size=1))
def test_no_letter_beyond_ascii_survives(word: str) -> None:
    assert word not in logfile.redacted(f"a {word} b")
