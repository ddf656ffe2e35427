"""Nothing of what was written lies in the open anywhere on the laptop, in the log, in what is sent."""

from __future__ import annotations

import faulthandler
import logging
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.common import logfile
from tests.conftest import LogWatch
from tests.privacy import canaries
from tests.privacy.canaries import look_through
from tests.privacy.session import Places, Session
from tests.sizes import report

HOMES = ("HOME", "USERPROFILE")
TEMPORARY = ("TMPDIR", "TEMP", "TMP")
CACHES = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """The folders of the user; everything that the program and its children may write to lies in them."""
    places = Places(tmp_path / canaries.NAME)
    monkeypatch.setenv("SOCHIBO_DATA", str(places.data))
    monkeypatch.setattr(tempfile, "tempdir", str(places.temporary))
    for names, folder in (
        (HOMES, places.home),
        (TEMPORARY, places.temporary),
        (CACHES, places.home / "AppData" / "cache"),
    ):
        for name in names:
            monkeypatch.setenv(name, str(folder))
    return places


@pytest.fixture
def session(qtbot: QtBot, places: Places, log_watch: LogWatch) -> Iterator[Session]:
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    session = Session(qtbot, places)
    yield session
    session.close()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    faulthandler.enable(2)
    log_watch.take()


@pytest.mark.timeout(120)
@pytest.mark.fault("J01", "J04", "J09", "B12")
def test_no_canary_lies_outside_the_encrypted_store(
    session: Session, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """J01, J04, J09, B12: a long sitting, then every file of the user's laptop is searched."""
    session.wrong_password_and_right()
    session.members()
    session.lists_in()
    session.papers()
    session.backups()
    session.bugs()
    session.lock()
    session.settings()
    session.commands(monkeypatch.setattr)
    shown = session.diagnosis()
    session.as_killed_now()
    session.close()

    assert (places.sent / "chan-doan.txt").read_text(encoding="utf-8") == shown
    assert all(word in shown for word in ("builtins.LookupError", "tests/worker/odd_child.py", "member: 2"))
    files, hits = look_through([places.home / "AppData", places.sent, places.stick])
    seen = [*session.titles, *session.reports]
    hits += [hit for text in seen for hit in canaries.look_in("on screen", text.encode())]
    report("J01", files=files, hits=len(hits))
    assert sorted({hit.path for hit in hits}) == []
    assert files > 20
    assert len(session.reports) == 3
    # What was taken out on purpose is readable, so the search would have found it inside as well.
    assert look_through([places.taken])[1]


@pytest.mark.timeout(120)
def test_a_log_that_keeps_the_words_is_caught(
    session: Session, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search above can find something: the same sitting with a logger that leaks."""
    plain = logging.Formatter("%(levelname)s %(message)s")
    monkeypatch.setattr(logfile.RedactingFormatter, "format", lambda _self, record: plain.format(record))
    session.wrong_password_and_right()
    session.bugs()
    files, hits = look_through([places.home / "AppData"])
    report("J01 control", files=files, hits=len(hits))
    found = {hit.canary for hit in hits if hit.path.endswith(logfile.FILE_NAME)}
    assert {canaries.NAME, canaries.TEXT, canaries.CARD} <= found


@pytest.mark.parametrize("form", sorted({form for _, form, _ in canaries.FORMS}))
def test_the_search_finds_a_canary_in_any_writing(tmp_path: Path, form: str) -> None:
    written = [way for canary, said, way in canaries.FORMS if (canary, said) == (canaries.NAME, form)]
    for at, way in enumerate(written):
        (tmp_path / f"{at}.bin").write_bytes(b"\x00\xff" + way + b"\x00")
        with zipfile.ZipFile(tmp_path / f"{at}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("trong/tep.bin", way * 3)
    files, hits = look_through([tmp_path])
    assert files == 2 * len(written)
    assert {hit.path.partition("!")[0] for hit in hits} == {path.name for path in tmp_path.iterdir()}


def test_the_search_reads_names_too(tmp_path: Path) -> None:
    (tmp_path / f"{canaries.FILE}.tmp").touch()
    assert {hit.canary for hit in look_through([tmp_path])[1]} == {canaries.FILE, "Canarias"}
