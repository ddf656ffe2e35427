"""Mẫu đã nhận về: what stands in the files of a folder, whose they are, and how they differ from the data.

Nothing is stored here. A file that cannot be taken says why; what it holds is never guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.common.text import clean_line
from app.domain.given_forms import FormKind
from app.errors import AppError, Problem, Refused
from app.papers.given_forms.commitment_form import NEW
from app.papers.given_forms.places import Place
from app.papers.given_forms.stamp import Stamp


class OfferState(StrEnum):
    """How a place of a file stands to the data."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    EMPTY = "empty"
    """Nothing was written there."""
    FAULTY = "faulty"
    """It cannot be stored as it stands; the note says why."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a file has for one place."""

    place: Place
    text: str
    added: str = ""
    """What stands below it outside of its control: offered with it."""
    state: OfferState = OfferState.EMPTY
    is_recovered: bool = False
    """Whether the control is gone and the words around it told where it was."""
    note: Problem | None = None
    is_change: bool = False
    """Whether it belongs to a promise of the data that was reworded: nothing of that is taken unasked."""

    @property
    def whole(self) -> str:
        """Return the text with what stands below it."""
        return "\n".join(filter(None, (self.text, self.added)))


class FileState(StrEnum):
    """What can be done with a file."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"
    EMPTY = "empty"
    OLDER = "older"
    """A newer file of the same person and kind lies beside it."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FormFile:
    """One file that was looked at."""

    path: Path
    changed_at: dt.datetime
    refusal: AppError | None = None
    """Why it cannot be taken."""
    stamp: Stamp | None = None
    name: str = ""
    """Of the member whose form it is."""
    offers: tuple[Offer, ...] = ()
    loose: tuple[str, ...] = ()
    """Lines that stand at no place of the form."""
    unknown: tuple[str, ...] = ()
    """What was written at places that the year has no more."""
    facts: Mapping[str, tuple[str, str]] | None = None
    """Lines of the head that say something else than was printed: by label, as printed and as found."""
    kinds: tuple[str, ...] = ()
    """Kinds of old fonts that it was read from."""
    inserted: int = 0
    struck: int = 0
    is_older: bool = False

    @property
    def state(self) -> FileState:
        """Return what can be done with it."""
        if self.refusal is not None:
            return FileState.REFUSED
        if self.is_older:
            return FileState.OLDER
        states = {one.state for one in self.offers}
        if OfferState.DIFFERS in states or OfferState.FAULTY in states:
            return FileState.DIFFERS
        if OfferState.NEW in states:
            return FileState.NEW
        return FileState.SAME if OfferState.SAME in states else FileState.EMPTY

    @property
    def kind(self) -> FormKind | None:
        """Return what kind of form it is."""
        return self.stamp.kind if self.stamp else None

    @property
    def lacking(self) -> tuple[Offer, ...]:
        """Return the places that the form asks for and that are empty in the data as well."""
        return tuple(
            one
            for one in self.offers
            if one.state is OfferState.EMPTY and one.place.required and not one.place.now
        )

    def of(self, *states: OfferState) -> tuple[Offer, ...]:
        """Return the places of these states."""
        return tuple(one for one in self.offers if one.state in states)


@dataclass(frozen=True, slots=True)
class Returned:
    """The files of one look, the newest of each person first."""

    year: int
    files: tuple[FormFile, ...]

    def count(self, state: FileState) -> int:
        """Return how many files are of this state."""
        return sum(one.state is state for one in self.files)


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a file is to be stored: the places, and those of them with what stands below their control."""

    file: FormFile
    taken: frozenset[str]
    with_added: frozenset[str] = frozenset()
    as_new: frozenset[str] = frozenset()
    """Promises whose other words are stored as a promise of their own, beside them."""

    @property
    def takes_anything(self) -> bool:
        """Return whether something of the file is to be stored."""
        return bool(self.taken or self.as_new)

    def texts(self) -> Mapping[str, str]:
        """Return the text to store by the tag of its place."""
        texts: dict[str, str] = {}
        for one in self.file.offers:
            place, tag = one.place, one.place.tag
            if place.of in self.as_new and one.state is not OfferState.FAULTY:
                texts[f"{place.part}:{NEW}{place.of}"] = one.whole
            elif tag in self.taken:
                texts[tag] = one.whole if tag in self.with_added else one.text
        return texts


def finished(name: str) -> Refused:
    """Return why nothing is taken into a self-review that was finished."""
    return Refused("L-327", name=name)


def chosen_unasked(file: FormFile) -> Choice:
    """Return what is taken of a file where nobody says otherwise: what the data have not."""
    if file.state in {FileState.REFUSED, FileState.OLDER}:
        return Choice(file, frozenset())
    return Choice(
        file,
        unasked(file),
        frozenset(one.place.tag for one in file.offers if one.added),
    )


def unasked(file: FormFile) -> frozenset[str]:
    """Return the places of a file that the data have not, without those of reworded promises."""
    return frozenset(one.place.tag for one in file.of(OfferState.NEW) if not one.is_change)


def same_lines(one: str, other: str) -> bool:
    """Return whether two texts say the same, whatever their spaces and empty lines are."""
    return [clean_line(line) for line in one.split("\n") if line.strip()] == [
        clean_line(line) for line in other.split("\n") if line.strip()
    ]


def in_order(files: Sequence[FormFile]) -> tuple[FormFile, ...]:
    """Return files with all but the newest of each person and kind said to be older; refused ones last."""
    newest: dict[tuple[object, str], dt.datetime] = {}
    for one in files:
        if one.stamp and one.refusal is None:
            key = (one.kind, one.stamp.member)
            newest[key] = max(newest.get(key, one.changed_at), one.changed_at)
    told: list[FormFile] = []
    taken: set[tuple[object, str]] = set()
    for one in sorted(files, key=lambda one: one.changed_at, reverse=True):
        key = (one.kind, one.stamp.member if one.stamp else "")
        is_older = one.refusal is None and one.stamp is not None and key in taken
        taken |= {key} if one.refusal is None and one.stamp else set()
        told.append(_marked(one) if is_older else one)
    return tuple(
        sorted(told, key=lambda one: (one.refusal is not None, one.name, one.is_older, one.path.name))
    )


def _marked(file: FormFile) -> FormFile:
    return replace(file, is_older=True)
