"""The fields that can be written into a form of the committee: what they are called, and what they say.

Which kinds have which is data (``committee_fields.toml``); each value is a function over `Told`. A field is
added by its function and its line of words, nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from app.common import release_files
from app.papers.committee import common_fields, meeting_fields, person_fields, result_fields, row_lists
from app.papers.committee.told import Told

Value = Callable[[Told], str]
IN_ROW = "row"
_ANY = ".*"
VALUES: Mapping[str, Mapping[str, Value]] = {
    "cell": common_fields.CELL,
    "year": common_fields.YEAR,
    "paper": common_fields.PAPER,
    "sign": common_fields.SIGN,
    "strength": common_fields.STRENGTH,
    "person": person_fields.PERSON,
    "meeting": meeting_fields.MEETING,
    "vote": meeting_fields.VOTE,
    "results": result_fields.RESULTS,
    "course": result_fields.COURSE,
}
"""The values by group; levels and sections are as many as the rules of the year have."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A field as a window offers it."""

    key: str
    label: str
    group: str
    """The name of the group, in words."""
    example: str
    names: tuple[str, ...] = ()
    """What a form may call it, without marks and spaces."""

    @property
    def is_in_row(self) -> bool:
        """Return whether it has a value for each repeated row."""
        return self.key.startswith(f"{IN_ROW}.")


@dataclass(frozen=True, slots=True)
class Filling:
    """What is written into a form: a text for each field, and one for each column of each line."""

    values: Mapping[str, str]
    rows: tuple[Mapping[str, str], ...]


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return release_files.read_toml("regulations", "common", "committee_fields.toml")


def takes(kind: str) -> bool:
    """Return whether a form of the committee can stand in place of our paper of this kind."""
    return kind in _words()["kinds"]


def row_title(kind: str) -> str:
    """Return for whom a row is repeated: "mỗi đảng viên một hàng"; empty where the kind has no list."""
    name = _words()["kinds"][kind]["row"]
    return str(_words()["rows"][name]["title"]) if name else ""


def fields(told: Told) -> tuple[FormField, ...]:
    """Return the fields of a kind in the order of their groups, those of a row last."""
    groups = _words()["kinds"][told.kind.code]["groups"]
    return (*(one for group in groups for one in _group(group, told)), *_columns(told))


def _group(group: str, told: Told) -> Iterator[FormField]:
    if group == "level":
        for key, template, level, _ in result_fields.levels(told):
            yield _field(key, group, _words()["fields"]["level"][template.partition(".")[2]], level)
    elif group == "section":
        for key, heading, _ in person_fields.sections(told):
            yield _field(key, group, _words()["fields"]["section"]["section"], heading)
    else:
        for key in VALUES[group]:
            yield _field(key, group, _words()["fields"][group][key.partition(".")[2]])


def _columns(told: Told) -> Iterator[FormField]:
    name = _words()["kinds"][told.kind.code]["row"]
    wanted = _words()["rows"][name]["columns"] if name else ()
    for key, label, level in row_lists.columns(wanted, told):
        yield _field(f"{IN_ROW}.{key}", IN_ROW, _words()["columns"][label], level)


def _field(key: str, group: str, words: Sequence[str], level: str = "") -> FormField:
    label, example, *names = words
    return FormField(key, label.replace("{level}", level), _words()["groups"][group], example, tuple(names))


def gone() -> str:
    """Return how a field is called that the rules of the year do not have, or no longer."""
    return str(_words()["gone"]["label"])


def row_fault(which: str) -> str:
    """Return as a sentence what is wrong with repeated rows: "outside", "empty" or "crossing"."""
    return str(_words()["row_faults"][which])


def is_number(key: str) -> bool:
    """Return whether a field counts something, so that a sheet can go on reckoning with it."""
    return any(key.startswith(one) for one in _words()["numbers"])


def blocked_by(what: str) -> str:
    """Return what in a sheet keeps rows from being put in."""
    return str(_words()["blocked"][what])


def page_note(code: str, **named: str) -> str:
    """Return the sentence on what the pages of an Excel form do not show."""
    return str(_words()["page_notes"][code]).format(**named)


def size_word(unit: str) -> str:
    """Return what a form has too much of: "đoạn"."""
    return str(_words()["sizes"][unit])


def invented(offered: Sequence[FormField], *, longest: bool = False) -> Filling:
    """Return invented values for a trial: the examples, or the longest names and texts there may be."""
    tried = _words()["trial"]
    values = {one.key: one.example for one in offered if not one.is_in_row}
    of_row = [one for one in offered if one.is_in_row]
    if longest:
        values |= {key: str(text) for key, text in tried["longest"].items() if key in values}
    names = tried["longest_names"] if longest else tried["names"]
    rows = tuple(_invented_row(of_row, place, name) for place, name in enumerate(names, start=1))
    return Filling(values, rows)


def _invented_row(columns: Sequence[FormField], place: int, name: str) -> dict[str, str]:
    own = {f"{IN_ROW}.place": str(place), f"{IN_ROW}.name": name}
    return {one.key: own.get(one.key, one.example) for one in columns}


def missing(kind: str, marked: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of fields that the paper needs and the form has no place for; "section.*" is any."""
    return tuple(key for key in _words()["kinds"][kind]["needed"] if not _is_there(key, marked))


def _is_there(key: str, marked: Sequence[str]) -> bool:
    if key.endswith(_ANY):
        return any(one.startswith(key.removesuffix("*")) for one in marked)
    return key in marked


def needed_words(key: str) -> str:
    """Return how a needed field is called where the year need not be asked."""
    group, _, name = key.partition(".")
    if key.endswith(_ANY):
        return str(_words()["groups"][group])
    words = _words()["columns"] if group == IN_ROW else _words()["fields"][group]
    return str(words[name][0])


def filling(told: Told, keys: Sequence[str]) -> Filling:
    """Return what the year says for the marked fields alone; nothing else is looked up."""
    wanted = set(keys)
    values = dict(_values(told, wanted))
    name = _words()["kinds"][told.kind.code]["row"]
    has_rows = any(key.startswith(f"{IN_ROW}.") for key in wanted)
    lines = row_lists.lines_of(name, told) if has_rows else []
    rows = tuple({f"{IN_ROW}.{key}": text for key, text in line.items()} for line in lines)
    return Filling(values, rows)


def _values(told: Told, wanted: set[str]) -> Iterator[tuple[str, str]]:
    for group in _words()["kinds"][told.kind.code]["groups"]:
        of_group = {key for key in wanted if key.startswith(f"{group}.")}
        if not of_group:
            continue
        for key, value in _of_group(group, told):
            if key in of_group:
                yield key, value()


def _of_group(group: str, told: Told) -> Iterator[tuple[str, Callable[[], str]]]:
    if group == "level":
        yield from ((key, value) for key, _, _, value in result_fields.levels(told))
    elif group == "section":
        yield from ((key, value) for key, _, value in person_fields.sections(told))
    else:
        for key, of in VALUES[group].items():
            yield key, partial(of, told)
