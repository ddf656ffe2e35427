"""Puts a damaged file of the seat aside, so that the program begins with its defaults and says so once."""

from __future__ import annotations

import re
from pathlib import Path

ASIDE = ".hong"
MOST_BYTES = 256 * 1024
_LINE = re.compile(r"\[[^\]\r\n]*\]|[;#].*|[^=\r\n]+=.*")
_LONGEST_NUMBER = 12
_KNOWN = {
    "font_size": re.compile(r"[0-9]{1,2}"),
    "lock_minutes": re.compile(r"[0-9]{1,3}"),
    "chosen_year": re.compile(r"[0-9]{1,4}"),
    "geometry": re.compile(r"\"?@ByteArray\(.*\)\"?|"),
}
"""What the program writes under these names; what it does not know is left alone: a newer version may."""


def set_damaged_aside(path: Path) -> bool:
    """Rename the file to ``….hong`` when it cannot be what the program wrote; return whether it was so.

    A missing or empty file is none: it holds nothing that could be lost.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if not _is_damaged(content):
            return False
        path.replace(path.with_name(path.name + ASIDE))
    except OSError:
        return False
    return True


def _is_damaged(content: bytes) -> bool:
    if len(content) > MOST_BYTES or b"\0" in content:
        return True
    try:
        lines = content.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return True
    return any(_is_wrong(line.strip()) for line in lines if line.strip())


def _is_wrong(line: str) -> bool:
    if not _LINE.fullmatch(line):
        return True
    name, is_value, value = line.partition("=")
    if is_value and name.strip().endswith(("/", "\\")):
        return True  # a group without a name in it: Qt writes it back as a line that nobody can read
    known = _KNOWN.get(name.strip())
    if known and not known.fullmatch(value.strip()):
        return True
    return "@Variant(" in value or (value.strip().isdecimal() and len(value.strip()) > _LONGEST_NUMBER)
