"""What a given-out form says of itself: cell, year, member and kind, unseen and as a short code at the foot.

No secret: whoever reads it learns which row of which list is meant, and no name and no number of a person.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass

from app.domain.given_forms import FormKind

VERSION = 1
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O, U: nobody reads them for figures, and no word comes of it."""
_CELL, _MEMBER = 4, 6
_CODE = re.compile(rf"\b(KD|CK)(\d\d)-([{_LETTERS}]{{{_CELL}}})-([{_LETTERS}]{{{_MEMBER}}})-([{_LETTERS}])\b")
_CENTURY = 2000
_FIELDS = 6


_SHORT = {FormKind.SELF_REVIEW: "KD", FormKind.COMMITMENT: "CK"}
_KINDS = {short: kind for kind, short in _SHORT.items()}


@dataclass(frozen=True, slots=True)
class Code:
    """The short code as it stands at the foot, in its parts."""

    kind: FormKind
    year: int
    cell: str
    member: str

    @property
    def text(self) -> str:
        """Return it as it is printed: "KD26-7F3A-19C2QT-5"; the last letter checks the others."""
        body = f"{_SHORT[self.kind]}{self.year % 100:02d}-{self.cell}-{self.member}"
        return f"{body}-{_short(body, 1)}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Whose form it is, in full."""

    kind: FormKind
    year: int
    cell: str
    member: str
    made_on: dt.date

    @property
    def text(self) -> str:
        """Return it as the file bears it."""
        return "|".join(
            (str(VERSION), self.kind.value, str(self.year), self.cell, self.member, self.made_on.isoformat())
        )

    @property
    def code(self) -> Code:
        """Return its short code."""
        return code_of(self.kind, self.year, self.cell, self.member)


def code_of(kind: FormKind, year: int, cell: str, member: str) -> Code:
    """Return the short code of a form, whenever it was made."""
    return Code(kind, year, _short(cell, _CELL), _short(member, _MEMBER))


def read_stamp(text: str) -> Stamp | None:
    """Return what `text` says, None for what is no stamp of this version."""
    parts = text.strip().split("|")
    if len(parts) != _FIELDS or parts[0] != str(VERSION):
        return None
    try:
        return Stamp(FormKind(parts[1]), int(parts[2]), parts[3], parts[4], dt.date.fromisoformat(parts[5]))
    except ValueError:
        return None


def codes_in(text: str) -> tuple[Code, ...]:
    """Return the codes that stand in a text, each once; one with a slip of the pen is none."""
    found: dict[str, Code] = {}
    for match in _CODE.finditer(text.upper()):
        kind, year, cell, member, _check = match.groups()
        code = Code(_KINDS[kind], _CENTURY + int(year), cell, member)
        if code.text == match[0]:
            found[code.text] = code
    return tuple(found.values())


def _short(text: str, letters: int) -> str:
    """Return `letters` letters that stand for `text`; alike once in a thousand million pairs."""
    number = int.from_bytes(hashlib.blake2s(text.encode()).digest()[:8], "big")
    found = ""
    for _ in range(letters):
        number, rest = divmod(number, len(_LETTERS))
        found += _LETTERS[rest]
    return found
