"""How strong a password is, in words; a guess at guessing, not a promise."""

from __future__ import annotations

LEAST_LETTERS = 8
_GOOD_LETTERS = 12
_STRONG_LETTERS = 16
_FEW_KINDS = 4


def strength(password: str) -> int:
    """Return 0 (too short), 1 (easily guessed), 2 (fair) or 3 (strong).

    Length counts most: a short sentence beats a word with signs, and is easier to remember.
    """
    if len(password) < LEAST_LETTERS:
        return 0
    if len(set(password.lower())) <= _FEW_KINDS or _is_one_kind(password):
        return 1
    if len(password) >= _STRONG_LETTERS:
        return 3
    return 2 if len(password) >= _GOOD_LETTERS or _kinds(password) > 2 else 1  # noqa: PLR2004  of four kinds


def _is_one_kind(password: str) -> bool:
    return password.isdigit()


def _kinds(password: str) -> int:
    return sum(
        (
            any(char.islower() for char in password),
            any(char.isupper() for char in password),
            any(char.isdigit() for char in password),
            any(not char.isalnum() for char in password),
        )
    )
