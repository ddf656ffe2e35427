"""The password of a closed package: made by chance for people to read out, or one's own.

It is never stored, and never the password of the program (reliability.md 5.4).
"""

from __future__ import annotations

import secrets
import unicodedata

from app.common import release_files
from app.errors import Refused

WORDS, DIGITS = 5, 5
"""Five of at least 2,048 syllables and five digits: 71 bits."""
SHORTEST = 15
"""Characters of a password of one's own."""


def generated() -> str:
    """Return a new password such as ``trau-bien-lua-nui-sen-73915``."""
    words = syllables()
    digits = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    return "-".join([*(secrets.choice(words) for _ in range(WORDS)), digits])


def syllables() -> tuple[str, ...]:
    """Return the syllables that passwords are made of: letters of any keyboard, no mark to lose."""
    return tuple(release_files.read_text("package", "tu-mat-khau.txt").split())


def own(typed: str) -> str:
    """Return a password of one's own as it is used.

    Raises `Refused` L-431 below `SHORTEST` characters, L-432 with letters that another computer may write
    in other bytes.
    """
    password = unicodedata.normalize("NFC", typed)
    if not (password.isascii() and password.isprintable()):
        raise Refused("L-432")
    if len(password) < SHORTEST:
        raise Refused("L-431", least=SHORTEST)
    return password
