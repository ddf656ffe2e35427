"""The recovery code on the sheet in the sealed envelope: 24 letters in groups of four, two of them check."""

from __future__ import annotations

import hashlib
import re
import secrets

from app.errors import Invalid, Problem

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LETTERS = 24
_CHECK = 2
_GROUP = 4
# The alphabet has no 0, 1 and 8; whoever reads them means the letter that looks the same.
_READ_AS = str.maketrans({"0": "O", "1": "I", "8": "B"})


def new_code() -> str:
    """Return a new code of 110 random bits: ``K7QM-2XWD-…``."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS - _CHECK))
    return _grouped(letters + _check(letters))


def checked(typed: str) -> str:
    """Return the code as it was given out, whatever its case, spaces, hyphens and look-alikes.

    Raises `Invalid` when it cannot be a code of ours: a slip of the pen is told before the slow derivation.
    """
    letters = re.sub(r"[\s\-–—._]", "", typed).upper().translate(_READ_AS)
    body, check = letters[:-_CHECK], letters[-_CHECK:]
    if len(letters) != _LETTERS or set(letters) - set(_ALPHABET) or _check(body) != check:
        raise Invalid([Problem("recovery_code", "recovery_code.shape")])
    return _grouped(letters)


def _check(letters: str) -> str:
    digest = hashlib.sha256(letters.encode()).digest()
    return "".join(_ALPHABET[byte % len(_ALPHABET)] for byte in digest[:_CHECK])


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))
