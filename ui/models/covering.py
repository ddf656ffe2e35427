"""A number of a person as it stands on the screen until somebody asks for it."""

from __future__ import annotations

LAST_DIGITS = 4


def covered(text: str) -> str:
    """Return `text` with every digit but the last four as a dot: "012345678901" gives "••••••••8901".

    Of a short number at least half is covered.
    """
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    seen = digits[-min(LAST_DIGITS, len(digits) // 2) :] if len(digits) > 1 else []
    return "".join("•" if at in digits and at not in seen else letter for at, letter in enumerate(text))
