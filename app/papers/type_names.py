"""By which names of their type papers are known, whatever words a cell has for them now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.papers import KINDS
from app.papers.wording import wording
from app.rules.own_texts import OwnText

_KEYS = frozenset({"type_name", "type_names"})


def type_names(code: str, own: tuple[OwnText, ...]) -> frozenset[str]:
    """Return what stands above papers of a kind as its type: as the forms have it, and as the cell set it."""
    set_here = (one.text for one in own if one.kind == code and _KEYS & {*one.key.split("/")})
    return frozenset([*_named(wording(code).values), *set_here])


def names_of_others(code: str, own: tuple[OwnText, ...]) -> frozenset[str]:
    """Return the names by which papers of all other kinds are known."""
    others = (kind.code for kind in KINDS if kind.code != code)
    return frozenset(name for other in others for name in type_names(other, own))


def _named(value: Any, *, is_name: bool = False) -> Iterator[str]:  # noqa: ANN401  a file of the forms
    if isinstance(value, str) and is_name:
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _named(inner, is_name=key in _KEYS or (is_name and key == "text"))
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, is_name=is_name)
