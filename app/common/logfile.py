"""The log in the data folder: what the program did, never what the user wrote.

Names stay out by construction: an argument of a log call is written only when it is a number, a truth value
or a code of ours; an exception is written as its type and the lines of code it passed; a message of a
library is not written at all. What is left is searched once more for quotations, digits, paths and letters
beyond ASCII, so that a careless message costs its words and not a person's privacy.
"""

from __future__ import annotations

import contextlib
import logging
import re
import traceback
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path, PureWindowsPath

from typing_extensions import override

from app.errors import AppError

FILE_NAME = "nhat-ky.log"
MAX_BYTES = 512 * 1024
KEPT_FILES = 3
OUR_PACKAGES = ("app", "ui")

_ROOT = Path(__file__).resolve().parents[2]
_HIDDEN = "<…>"
_ERROR_CODE = re.compile(r"L-\d{3}")
_ACTION = re.compile(r"[a-z]+\.[a-z_]+")
_REDACTIONS = (
    re.compile(r"""(["'“”‘’«»`]).*?["'“”‘’«»`]""", re.DOTALL),
    re.compile(r"(?<!\w)(?:[A-Za-z]:)?[\\/][^\r\n]*"),  # a path, with the spaces that it may contain
    re.compile(r"\S*[A-Za-z]\S*[\\/]\S*"),  # a path from the current folder on
    # A word with a Vietnamese letter, and the capitalised words beside it: a name has ASCII parts too.
    re.compile(r"(?:\b[A-Z]\S*\s+)*\S*[^\x00-\x7f…]\S*(?:\s+[A-Z]\S*)*"),
    re.compile(r"\S+@\S+"),
    re.compile(r"\d[\d .\-]{4,}\d"),  # card, telephone and identity numbers, grouped or not
)


class Reported(Exception):
    """A bug of another process: `report` is what `exception_report` made of it there."""

    def __init__(self, report: str) -> None:
        super().__init__(report)
        self.report = report


def start(folder: Path, level: int = logging.INFO) -> None:
    """Write the log into `folder` from now on, at most 2 MB in all; a second call moves it.

    A folder that takes no file costs the log and nothing else; `take_broken` tells.
    """
    stop()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    handler = TurningFile(folder / FILE_NAME)
    handler.setFormatter(RedactingFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)


def stop() -> None:
    """Close the log, so that its folder can be moved, deleted or restored."""
    for handler in _ours():
        logging.getLogger().removeHandler(handler)
        handler.close()


def take_broken() -> bool:
    """Return whether a line of the log could not be written; true once until the log is started again."""
    broken = False
    for handler in _ours():
        broken, handler.failed = broken or handler.failed, False
    return broken


def _ours() -> list[TurningFile]:
    return [handler for handler in logging.getLogger().handlers if isinstance(handler, TurningFile)]


def redacted(text: str) -> str:
    """Return `text` without quotations, paths, long numbers, addresses and words beyond ASCII."""
    for pattern in _REDACTIONS:
        text = pattern.sub(_HIDDEN, text)
    return text


def exception_report(error: BaseException) -> str:
    """Return `error` and its causes as types, codes and lines of our code: fit to be shown and sent.

    The text of an exception is left out, because a library puts the value it stumbled over into it.
    """
    return "\n".join(_report_lines(error, set()))


class TurningFile(logging.FileHandler):
    """The log file, which makes room by renaming itself (``.1`` is the newest of the older ones).

    Its like in `logging.handlers` would bring the library of sockets into every start.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8", delay=True)
        self._path = path
        self.failed = False
        """Whether a line could not be written and nobody was told yet."""
        self._told = False

    @override
    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._path.exists() and self._path.stat().st_size + len(self.format(record)) >= MAX_BYTES:
                self._turn()
            super().emit(record)
        except OSError:
            self._fail()

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        """Do without the line: a full disk has its own sentence, and the log must not add a trace to it."""
        self._fail()

    @override
    def close(self) -> None:
        """Close the file; what a full disk did not take of the last lines is given up."""
        with contextlib.suppress(OSError):
            super().close()

    def _fail(self) -> None:
        self.failed = not self._told
        self._told = True

    def _turn(self) -> None:
        self.close()
        names = [self._path, *(self._path.with_name(f"{FILE_NAME}.{n}") for n in range(1, KEPT_FILES + 1))]
        # The oldest goes, the others move up by one; a locked file keeps its place and grows on.
        with contextlib.suppress(OSError):
            for older, newer in zip(reversed(names), list(reversed(names))[1:], strict=False):
                if newer.exists():
                    newer.replace(older)


class RedactingFormatter(logging.Formatter):
    """One line per record (time, level, logger, message), and the report of an exception below it."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        head = f"{self.formatTime(record)} {record.levelname} {record.name} "
        line = head + _message(record)
        error = record.exc_info[1] if record.exc_info else None
        return f"{line}\n{exception_report(error)}" if error else line


def _message(record: logging.LogRecord) -> str:
    if record.name.partition(".")[0] not in OUR_PACKAGES:
        return f"{record.module}:{record.lineno}"
    text = str(record.msg)
    if isinstance(record.args, Mapping):
        text %= {name: _argument(value) for name, value in record.args.items()}
    elif record.args:
        text %= tuple(_argument(value) for value in record.args)
    return redacted(text)


def _argument(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, AppError):
        return value.code
    if isinstance(value, BaseException):
        return type(value).__name__
    text = str(value.value) if isinstance(value, Enum) else str(value)
    return text if _ERROR_CODE.fullmatch(text) or _ACTION.fullmatch(text) else _HIDDEN


def _report_lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    if isinstance(error, Reported):
        yield from [*error.report.splitlines(), "then:"]
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None and id(before) not in seen:
        yield from _report_lines(before, seen)
        yield "then:"
    code = f" {error.code}" if isinstance(error, AppError) else ""
    yield f"{type(error).__module__}.{type(error).__qualname__}{code}"
    for frame, line in traceback.walk_tb(error.__traceback__):
        yield f"  {place_of(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"


def place_of(filename: str) -> str:
    """Return where a frame stands: below the program's folder as it is, elsewhere without the folders."""
    path = PureWindowsPath(filename) if "\\" in filename else Path(filename)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return path.name if path.is_absolute() else path.as_posix()
