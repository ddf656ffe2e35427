"""A small file is the old one or the new one, whatever step of writing it fails."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.common import files
from app.errors import EnvironmentFailed
from tests.sizes import report


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    path = tmp_path / "chi-bo.moc"
    path.write_bytes(b"old")
    return path


def test_a_file_is_written_and_nothing_else_left(mark: Path) -> None:
    files.write_whole(mark, b"new")
    assert mark.read_bytes() == b"new"
    assert list(mark.parent.iterdir()) == [mark]


def test_a_leftover_of_a_crash_is_written_over(mark: Path) -> None:
    mark.with_name("chi-bo.moc.dang-tao").write_bytes(b"half of something longer")
    files.write_whole(mark, b"new")
    assert list(mark.parent.iterdir()) == [mark]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "L-102"),
        (errno.EFBIG, "L-102"),
        (errno.EIO, "L-103"),
        (errno.EROFS, "L-104"),
        (errno.EACCES, "L-104"),
        (errno.ENOENT, "L-107"),
        (errno.ENAMETOOLONG, "L-107"),
        (None, "L-103"),
    ],
)
@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.fault("A06")
def test_a_failing_step_leaves_the_old_file(
    mark: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int | None, code: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "") if number else OSError("")

    with monkeypatch.context() as failing:
        failing.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises(EnvironmentFailed) as error:
            files.write_whole(mark, b"new")
    assert error.value.code == code
    assert mark.read_bytes() == b"old"
    assert list(mark.parent.iterdir()) == [mark]


def test_a_flush_that_failed_is_not_tried_again(mark: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A06: the system may have thrown the bytes away and say "done" the second time."""
    calls: list[int] = []

    def fail_once(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "fsync", fail_once)
    with pytest.raises(EnvironmentFailed):
        files.write_whole(mark, b"new")
    assert len(calls) == 1
    assert mark.read_bytes() == b"old"


@pytest.mark.parametrize("sync", [files.sync_file, files.sync_folder])
def test_syncing_what_is_not_there_is_an_error(tmp_path: Path, sync: Callable[[Path], None]) -> None:
    with pytest.raises(FileNotFoundError):
        sync(tmp_path / "mất")


class FlushFails:
    """Stands in for ``os.fsync`` and fails the `at`th time; what was to be flushed is lost, as on Linux."""

    def __init__(self, at: int) -> None:
        self.at, self.seen, self._real = at, 0, os.fsync

    def __call__(self, handle: int) -> None:
        self.seen += 1
        if self.seen != self.at:
            self._real(handle)
            return
        if stat.S_ISREG(os.fstat(handle).st_mode):
            os.ftruncate(handle, 0)
        raise OSError(errno.EIO, "")


def every_flush_failing(write: Callable[[Path, bytes], None], folder: Path) -> tuple[int, int]:
    """Fail every flush of `write` once; return how many there are and how often it called a file written."""
    flushes = false = 0
    while True:
        path, flush = folder / f"{flushes}.moc", FlushFails(flushes + 1)
        path.write_bytes(b"old")
        with pytest.MonkeyPatch.context() as failing:
            failing.setattr(os, "fsync", flush)
            try:
                write(path, b"new")
            except EnvironmentFailed:
                assert path.read_bytes() in {b"old", b"new"}
            else:
                false += path.read_bytes() != b"new"
        if flush.seen < flush.at:
            return flushes, false
        flushes += 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes no folders")
@pytest.mark.fault("A06")
def test_every_flush_that_fails_is_told_and_the_file_is_whole(tmp_path: Path) -> None:
    flushes, false = every_flush_failing(files.write_whole, tmp_path)
    report("A06", flushes=flushes, false=false)
    assert (flushes, false) == (2, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows flushes no folders")
def test_a_writer_that_takes_a_failed_flush_for_done_is_caught(tmp_path: Path) -> None:
    """The sweep above can fail."""

    def careless(path: Path, content: bytes) -> None:
        with path.with_suffix(".x").open("wb", buffering=0) as file:
            file.write(content)
            for _ in range(2):  # the second time the system says "done"
                with contextlib.suppress(OSError):
                    os.fsync(file.fileno())
        path.with_suffix(".x").replace(path)

    flushes, false = every_flush_failing(careless, tmp_path)
    report("A06 control", flushes=flushes, false=false)
    assert false > 0
