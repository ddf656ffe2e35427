"""The wording of a kind of paper, read from ``resources/regulations/common/forms`` and filled in."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from app.common import release_files

TONE = "ủy"
"""The fashion in which the program's own labels are written."""
FORMS = ("regulations", "common", "forms")
BLANK = "………"
"""Stands where a value is missing inside a sentence, for a pen."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")
# "ủy" is u-tone-y in decomposed text; the other fashion puts the tone on the last vowel of such a syllable.
_OPEN_SYLLABLE = re.compile(
    "(o)([\u0300\u0309\u0303\u0301\u0323])([ae])(?!\\w)|(?<!q)(u)([\u0300\u0309\u0303\u0301\u0323])(y)(?!\\w)",
    re.IGNORECASE,
)
_TONE_LAST = re.compile(
    "o[ae][\u0300\u0309\u0303\u0301\u0323](?![\\w\u0300-\u036f])"
    "|(?<!q)uy[\u0300\u0309\u0303\u0301\u0323](?![\\w\u0300-\u036f])",
    re.IGNORECASE,
)


class Typed(str):
    """A text of the cell's own: it is printed as it was typed, in whatever fashion the labels are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences and settings of one kind; `tone` is "ủy" or "uỷ" and holds for all of them.

    `terms` are the words of the year's rule set ("phân loại", "xếp loại"): any sentence may name them.
    """

    values: Mapping[str, Any]
    tone: str = TONE
    terms: Mapping[str, str] = field(default_factory=dict)

    def text(self, key: str, **values: str) -> str:
        """Return the sentence `key` with `values` in place; an empty value leaves dots for a pen.

        Braces inside a value stay as typed. A placeholder without a value is a bug (`KeyError`).
        """
        return self._filled(self.values[key], values)

    def texts(self, key: str, **values: str) -> tuple[str, ...]:
        """Return the list `key`, as column heads are, with `values` in place."""
        return tuple(self._filled(text, values) for text in self.values[key])

    def own(self, table: str, key: str, **values: str) -> str:
        """Return what the cell set for a place that the form leaves to others; empty where it set nothing."""
        text = self.values.get(table, {}).get(key, "")
        return self._filled(text, values) if text else ""

    def part(self, key: str) -> Wording:
        """Return the table `key` as a wording of its own, as a second table of a paper has one."""
        return replace(self, values=self.values[key])

    def with_values(self, **values: str) -> Wording:
        """Return the wording with some of its texts in place of its own."""
        return replace(self, values={**self.values, **values})

    def _filled(self, template: str, values: Mapping[str, str]) -> str:
        given = {**self.terms, **values}
        return PLACEHOLDER.sub(lambda match: given[match[1]] or BLANK, toned(template, self.tone))

    def named(self, table: str, key: str) -> str:
        """Return the word that `table` has for `key`; empty for what it does not name."""
        return toned(self.values[table].get(key, ""), self.tone)

    def widths(self, key: str) -> tuple[float, ...]:
        """Return the list of millimetres `key`."""
        return tuple(float(width) for width in self.values[key])

    def in_force(self, key: str, day: dt.date) -> tuple[str, ...]:
        """Return the texts of the entries of `key` whose ``from`` and ``until`` take in `day`.

        The cell's own stand in the place of all of them, whatever the day.
        """
        return tuple(
            entry if isinstance(entry, Typed) else toned(entry["text"], self.tone)
            for entry in self.values[key]
            if isinstance(entry, Typed)
            or entry.get("from", dt.date.min) <= day <= entry.get("until", dt.date.max)
        )


def wording(
    kind: str, tone: str = TONE, terms: Mapping[str, str] | None = None, sets: Sequence[str] = ()
) -> Wording:
    """Return the wording of the kind of paper called `kind`.

    What its file says under ``for.<id>`` for one of the rule sets `sets` takes the place of the common words,
    the last of them first.
    """
    values = _values(kind)
    own = {key: value for one in sets for key, value in values.get("for", {}).get(one, {}).items()}
    return Wording({**values, **own} if own else values, tone, terms or {})


def toned(text: str, tone: str) -> str:
    """Return a label of the program, written "ủy, hòa", in the fashion `tone` names ("uỷ, hoà")."""
    if tone == TONE or isinstance(text, Typed):
        return text
    return unicodedata.normalize("NFC", _OPEN_SYLLABLE.sub(_tone_last, unicodedata.normalize("NFD", text)))


def is_other_fashion(text: str, tone: str) -> bool:
    """Return whether a syllable of `text` bears its tone otherwise than the fashion `tone` has it."""
    marks = unicodedata.normalize("NFD", text)
    return bool((_TONE_LAST if tone == TONE else _OPEN_SYLLABLE).search(marks))


def _tone_last(match: re.Match[str]) -> str:
    first, mark, last = (group for group in match.groups() if group is not None)
    return first + last + mark


@lru_cache(maxsize=32)
def _values(kind: str) -> dict[str, Any]:
    return release_files.read_toml(*FORMS, f"{kind}.toml")
