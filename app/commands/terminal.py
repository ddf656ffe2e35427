"""What a command says and asks: UTF-8 on every console, and nothing at all where there is none."""

from __future__ import annotations

import codecs
import contextlib
import getpass
import io
import json
import sys
import unicodedata
from pathlib import Path
from typing import TextIO

from app.commands.texts import text
from app.errors import EnvironmentFailed, Refused

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PASSWORD_FILE_BYTES = 64 * 1024
"""Most that is read of a password file: its first line is below this, a device has no end."""


class Terminal:
    """Results go to `out`, what is said beside them to `err`; with `as_json` `out` holds one JSON value."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.as_json = False
        self._out = _utf8(out or sys.stdout)
        self._err = _utf8(err or sys.stderr)

    def say(self, sentence: str) -> None:
        """Print a line of the result, unless the result is JSON."""
        if not self.as_json:
            print(_harmless(sentence), file=self._out)

    def give(self, value: object) -> None:
        """Print the result as JSON, if that was asked for."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, indent=1), file=self._out)

    def help(self, page: str) -> None:
        """Print a page of help."""
        print(page, file=self._out, end="")

    def warn(self, sentence: str) -> None:
        """Print a line beside the result."""
        print(_harmless(sentence), file=self._err)

    def agrees(self, question: str) -> bool:
        """Return whether the answer was yes; where nobody can be asked, the call itself was the yes."""
        if sys.stdin is None or not sys.stdin.isatty():
            return True
        print(text(question), file=self._err, end=" ", flush=True)
        return sys.stdin.readline().strip().lower() in text("parser.yes").split()

    def password(self, file: Path | None, prompt: str) -> str:
        """Return the first line of `file`, or what is typed unseen at the terminal.

        Raises `EnvironmentFailed` L-531 for a file that cannot be read, `Refused` L-532 without a terminal.
        """
        if file is not None:
            try:
                with file.open("rb") as opened:
                    return _text(opened.read(_PASSWORD_FILE_BYTES)).partition("\n")[0].rstrip("\r")
            except (OSError, UnicodeDecodeError) as error:
                raise EnvironmentFailed("L-531", name=file.name) from error
        if sys.stdin is None or not sys.stdin.isatty():
            raise Refused("L-532")
        return getpass.getpass(text(prompt) + " ")


def _harmless(sentence: str) -> str:
    """Return `sentence` without what a terminal obeys: file names of a stranger's stick may hold anything."""
    kept = (c if c in "\n\t" or not unicodedata.category(c).startswith("C") else "\ufffd" for c in sentence)
    return "".join(kept)


def _text(data: bytes) -> str:
    """Return the text of a file that an editor or PowerShell wrote, which likes UTF-16."""
    return data.decode("utf-16" if data.startswith(_UTF16_MARKS) else "utf-8-sig")


def _utf8(stream: TextIO | None) -> TextIO:
    """Return `stream` writing UTF-8; a windowed Windows program has none, so its words go nowhere."""
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        # A console closed meanwhile has nothing to set any more.
        with contextlib.suppress(ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")
    return stream
