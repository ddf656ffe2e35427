"""A form that is given out: its pages, and what each of its places is in the records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.papers.content import Document, Field
from app.papers.given_forms.stamp import Stamp

MOST_NAME = 60
"""Letters of a place's name; Word shows it above the control."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place to fill in. `tag` says in short which record and field it is, for the file and for us."""

    tag: str
    name: str
    heading: str = ""
    """The heading of the section in which it stands."""
    now: str = ""
    """What stands in the data; of a choice its words."""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Codes and words, where one is chosen."""
    required: bool = False
    lines: int = 3
    label: str = ""

    @property
    def shown_hint(self) -> str:
        """Return the hint as the file shows it: in brackets, since not every program shows it in grey."""
        return f"[{self.hint}]" if self.hint else ""

    @property
    def part(self) -> str:
        """Return which kind of record and field it is, one letter."""
        return self.tag.partition(":")[0]

    @property
    def of(self) -> str:
        """Return the record, or the section, that it belongs to."""
        return self.tag.partition(":")[2]

    def code(self, word: str) -> str:
        """Return the code of a choice by its word; empty for what is none of them."""
        return next((code for code, one in self.choices if one == word), "")


@dataclass(frozen=True, slots=True)
class GivenForm:
    """A form of one member."""

    stamp: Stamp
    name: str
    """Of the member."""
    document: Document
    places: Mapping[str, Place]
    """By tag, in their order."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Label and value of the lines at the head, as they were printed; the first one is the name."""


def field_of(place: Place, code: str, style: str = "body") -> Field:
    """Return the place as a block of a form that bears `code`."""
    return Field(
        tag=f"{code}/{place.tag}",
        title=place.name,
        hint=place.shown_hint,
        style=style,
        text=place.now,
        lines=place.lines,
        label=place.label,
        choices=tuple(word for _, word in place.choices),
    )


def shortened(text: str) -> str:
    """Return a text as the name of a place: its first words."""
    said = " ".join(text.split())
    return said if len(said) <= MOST_NAME else said[: MOST_NAME - 1].rsplit(" ", 1)[0] + "…"
