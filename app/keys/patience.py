"""How long the unlock window waits after wrong passwords: longer each time, never for ever."""

from __future__ import annotations

LONGEST_S = 30


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after that many wrong passwords in a row: 1, 2, 4, 8, 16, then 30.

    Source: reliability.md B02.
    """
    return min(LONGEST_S, 2 ** (min(wrong, LONGEST_S) - 1)) if wrong > 0 else 0
